#include "build/manifest.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/json_writer.h"
#include "build/bundle_names.h"
#include "index/block_file.h"

namespace catchword {
namespace {

using nlohmann::json;

constexpr std::size_t kMostNames = 1u << 20;
constexpr std::string_view kSuffix = ".bin";

// Files that differ by their numbers are told together: "text/abcdefgh-{0-5,7}.bin".
using Numbers = std::vector<std::uint32_t>;

// The number in a name like "text/abcdefgh-3.bin"; none in any other.
std::optional<std::uint32_t> number_of(std::string_view name) {
  if (!name.starts_with("text/")) return {};
  name.remove_suffix(kSuffix.size());
  name.remove_prefix(name.find('-') + 1);
  std::uint32_t number = 0;
  for (const char digit : name) number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  return number;
}

std::string ranges_of(Numbers& numbers) {
  std::sort(numbers.begin(), numbers.end());
  std::string text;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t end = i + 1;
    while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
    text.append(text.empty() ? "" : ",").append(std::to_string(numbers[i]));
    if (end > i + 1) text.append("-").append(std::to_string(numbers[end - 1]));
    i = end;
  }
  return text;
}

void write_names(JsonWriter& writer, std::string_view key, const std::vector<std::string>& names) {
  std::map<std::string, Numbers> numbered;  // by what stands before the number
  writer.key(key).open('[');
  for (const std::string& name : names) {
    const std::optional<std::uint32_t> number = number_of(name);
    if (number) numbered[name.substr(0, name.find('-') + 1)].push_back(*number);
    if (!number) writer.string(name);
  }
  for (auto& [stem, numbers] : numbered) {
    writer.string(stem + "{" + ranges_of(numbers) + "}" + std::string(kSuffix));
  }
  writer.close(']');
}

// Reads digits off the beginning of `text`.
std::optional<std::uint32_t> take_number(std::string_view& text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return {};
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// Appends the names that `ranges` stands for. False when it isn't a list of ranges, or of too many.
bool expand(const std::string& stem, std::string_view ranges, std::vector<std::string>& names) {
  for (;;) {
    const std::optional<std::uint32_t> first = take_number(ranges);
    std::optional<std::uint32_t> last = first;
    if (ranges.starts_with('-')) {
      ranges.remove_prefix(1);
      last = take_number(ranges);
    }
    if (!first || !last || *last < *first || *last - *first > kMostNames - names.size()) return false;
    for (std::uint32_t n = *first; n <= *last; ++n) {
      names.push_back(stem + std::to_string(n) + std::string(kSuffix));
    }
    if (ranges.empty()) return true;
    if (!ranges.starts_with(',')) return false;
    ranges.remove_prefix(1);
  }
}

bool read_name(const std::string& name, std::vector<std::string>& names) {
  const std::size_t open = name.find('{');
  const std::size_t close = name.find('}');
  if (open == std::string::npos) {
    names.push_back(name);
    return true;
  }
  return close != std::string::npos && close > open && name.substr(close + 1) == kSuffix &&
         expand(name.substr(0, open), std::string_view(name).substr(open + 1, close - open - 1), names);
}

// False when `value` is no list of names that the indexer writes.
bool read_names(const json& value, std::vector<std::string>& names) {
  if (!value.is_array()) return false;
  for (const json& name : value) {
    if (!name.is_string() || !read_name(name.get_ref<const std::string&>(), names)) return false;
  }
  std::sort(names.begin(), names.end());
  return names.size() <= kMostNames && std::all_of(names.begin(), names.end(), is_bundle_name);
}

}  // namespace

std::string to_json(const Manifest& manifest) {
  JsonWriter writer;
  writer.open('{');
  write_names(writer, "files", manifest.files);
  write_names(writer, "previous", manifest.previous);
  writer.close('}');
  return writer.take();
}

Result<Manifest> parse_manifest(std::string_view text, std::string_view where) {
  const json object = json::parse(text, nullptr, false);
  Manifest manifest;
  if (!object.is_object() || !object.contains("files") || !object.contains("previous") ||
      !read_names(object["files"], manifest.files) ||
      !read_names(object["previous"], manifest.previous)) {
    return damaged(where, "this is no list of a bundle's files");
  }
  return manifest;
}

}  // namespace catchword
