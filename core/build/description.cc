#include "build/description.h"

#include <nlohmann/json.hpp>

#include "base/json_writer.h"
#include "build/bundle_names.h"
#include "index/root.h"

namespace catchword {
namespace {

using nlohmann::json;

constexpr std::string_view kPlace = "__CATCHWORD_BUNDLE__";
constexpr std::string_view kBegin = "{\"format\":";

std::string built_wrongly(std::size_t places) {
  return "has " + std::to_string(places) + " places for the bundle's description, and needs one";
}

std::size_t count_places(std::string_view script) {
  std::size_t count = 0;
  for (std::size_t at = script.find(kPlace); at != script.npos; at = script.find(kPlace, at + 1)) {
    ++count;
  }
  return count;
}

// The JSON object that `text` begins with, or nothing. No string in a description has a brace.
std::string_view first_object(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return text.substr(0, i + 1);
  }
  return {};
}

Error no_bundle(std::string_view where) {
  return {ErrorKind::kDamaged, "has no description of a bundle", std::string(where),
          "Build the bundle again with `catchword index`"};
}

// The name under `key`, or an empty one when it is missing or none of ours.
std::string name_at(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return {};
  const std::string& name = found->get_ref<const std::string&>();
  return is_bundle_name(name) ? name : std::string();
}

// The hash that parts have in their names, or an empty one.
std::string parts_at(const json& object) {
  const auto found = object.find("parts");
  if (found == object.end() || !found->is_string()) return {};
  const std::string& hash = found->get_ref<const std::string&>();
  return is_bundle_name(part_file_name(hash, "x")) ? hash : std::string();
}

bool is_whole(const Description& description) {
  const auto& offline = description.offline;
  return !description.root.empty() && !description.engine.empty() &&
         !description.lean.empty() && !description.speller.empty() && !description.full.empty() &&
         !description.files.empty() && !description.parts.empty() &&
         (!offline || (!offline->engine.empty() && !offline->core.empty()));
}

Description read_names(const json& object) {
  Description description{name_at(object, "root"), name_at(object, "engine"),
                          name_at(object, "lean"), name_at(object, "speller"),
                          name_at(object, "full"), name_at(object, "files"),
                          parts_at(object), std::nullopt};
  const auto offline = object.find("offline");
  if (offline != object.end() && offline->is_object()) {
    description.offline = {name_at(*offline, "engine"), name_at(*offline, "core")};
  }
  return description;
}

}  // namespace

std::string to_json(const Description& description) {
  JsonWriter json;
  json.open('{').key("format").number(kFormatVersion);
  json.key("root").string(description.root);
  json.key("engine").string(description.engine);
  json.key("lean").string(description.lean);
  json.key("speller").string(description.speller);
  json.key("full").string(description.full);
  json.key("files").string(description.files);
  json.key("parts").string(description.parts);
  if (description.offline) {
    json.key("offline").open('{');
    json.key("engine").string(description.offline->engine);
    json.key("core").string(description.offline->core).close('}');
  }
  json.close('}');
  return json.take();
}

Result<std::string> insert_description(std::string_view script, std::string_view where,
                                       const Description& description) {
  const std::size_t places = count_places(script);
  if (places != 1) {
    return Error{ErrorKind::kInput, built_wrongly(places), std::string(where),
                 "Build the browser's files again (npm run build)"};
  }
  std::string filled(script);
  filled.replace(filled.find(kPlace), kPlace.size(), to_json(description));
  return filled;
}

Result<Description> find_description(std::string_view script, std::string_view where) {
  const std::size_t begin = script.find(kBegin);
  if (begin == script.npos) return no_bundle(where);
  json object = json::parse(first_object(script.substr(begin)), nullptr, false);
  if (!object.is_object() || !object["format"].is_number_unsigned()) return no_bundle(where);
  if (object["format"].get<std::uint64_t>() != kFormatVersion) {
    return Error{ErrorKind::kUnsupported, "the bundle has another format version",
                 std::string(where), "Build it again with this version of Catchword"};
  }
  Description description = read_names(object);
  if (!is_whole(description)) return no_bundle(where);
  return description;
}

}  // namespace catchword
