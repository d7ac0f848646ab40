// External interface: JsonLd.
//
// Vocabulary: schema.org. A page's own object is told from those of its site and its crumbs by
// having a headline or by one of the types of works.
#include "document/html/json_ld.h"

#include <nlohmann/json.hpp>

#include "document/text_strings.h"

namespace catchword {
namespace {

using Json = nlohmann::json;

constexpr int kDeepest = 8;  // objects within objects that are looked into

const Json* find(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at == object.end() ? nullptr : &*at;
}

// A string, the first of a list, or the "name" or "url" of an object.
std::string text_of(const Json& value, const char* inner, int depth = 0) {
  if (value.is_string()) return collapse_white_space(value.get_ref<const std::string&>());
  if (depth == kDeepest) return {};
  if (value.is_array() && !value.empty()) return text_of(value.front(), inner, depth + 1);
  if (!value.is_object()) return {};
  const Json* member = find(value, inner);
  return member == nullptr ? std::string() : text_of(*member, inner, depth + 1);
}

void take(const Json& object, const char* key, const char* inner, std::string& out) {
  const Json* value = find(object, key);
  if (out.empty() && value != nullptr) out = text_of(*value, inner);
}

void take_authors(const Json& object, std::vector<std::string>& authors) {
  const Json* value = find(object, "author");
  if (value == nullptr || !authors.empty()) return;
  const auto add = [&authors](const Json& author) {
    std::string name = text_of(author, "name");
    if (!name.empty()) authors.push_back(std::move(name));
  };
  if (value->is_array()) {
    for (const Json& author : *value) add(author);
  } else {
    add(*value);
  }
}

bool is_work(const Json& object) {
  const Json* type = find(object, "@type");
  const std::string name = type == nullptr ? "" : text_of(*type, "");
  return find(object, "headline") != nullptr || name.ends_with("Article") ||
         name.ends_with("Posting") || name.ends_with("Page") || name == "CreativeWork" ||
         name == "Book" || name == "Report";
}

void read_object(const Json& object, JsonLd& out) {
  if (!is_work(object)) return;
  take(object, "headline", "name", out.title);
  take(object, "name", "name", out.title);
  take(object, "description", "name", out.description);
  take(object, "datePublished", "name", out.date);
  take(object, "dateCreated", "name", out.date);
  take(object, "image", "url", out.image);
  take_authors(object, out.authors);
}

void read_value(const Json& value, JsonLd& out, int depth) {
  if (depth > kDeepest) return;
  if (value.is_array()) {
    for (const Json& item : value) read_value(item, out, depth + 1);
  } else if (value.is_object()) {
    read_object(value, out);
    if (const Json* graph = find(value, "@graph")) read_value(*graph, out, depth + 1);
    if (const Json* entity = find(value, "mainEntity")) read_value(*entity, out, depth + 1);
  }
}

}  // namespace

void JsonLd::read(std::string_view json) {
  const Json value = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!value.is_discarded()) read_value(value, *this, 0);
}

}  // namespace catchword
