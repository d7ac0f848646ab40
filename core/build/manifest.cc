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

// Names that differ by their hashes are told together, "terms/*.bin", as what the name is with "*" for the hash, and
// the hashes one behind the other. So are files of a hash that differ by their numbers, "text/*-{0-5,7}.bin".
using Patterns = std::map<std::string, std::string>;
using Numbers = std::vector<std::uint32_t>;

// Reads digits off the beginning of `text`.
std::optional<std::uint32_t> take_number(std::string_view& text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return {};
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// The number in a name that goes on like "-3.bin" behind its hash; none in any other.
std::optional<std::uint32_t> number_of(std::string_view tail) {
  if (!tail.starts_with('-')) return {};
  tail.remove_prefix(1);
  const std::optional<std::uint32_t> number = take_number(tail);
  return tail == kSuffix ? number : std::nullopt;
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

Patterns patterns_of(const std::vector<std::string>& names) {
  Patterns patterns;
  std::map<std::string, Numbers> numbered;  // by what stands before the "-"
  for (const std::string& name : names) {
    const std::string_view hash = hash_in(name);
    const std::size_t end = hash.empty() ? 0 : static_cast<std::size_t>(hash.data() - name.data()) + hash.size();
    if (hash.empty()) {
      patterns[name];
    } else if (const auto number = number_of(std::string_view(name).substr(end))) {
      numbered[name.substr(0, end)].push_back(*number);
    } else {
      patterns[name.substr(0, end - kHashCharacters) + "*" + name.substr(end)] += hash;
    }
  }
  for (auto& [stem, numbers] : numbered) {
    const std::size_t begin = stem.size() - kHashCharacters;
    const std::string tail = "*-{" + ranges_of(numbers) + "}" + std::string(kSuffix);
    patterns[stem.substr(0, begin) + tail] += stem.substr(begin);
  }
  return patterns;
}

void write_names(JsonWriter& writer, std::string_view key, const std::vector<std::string>& names) {
  writer.key(key).open('{');
  for (const auto& [pattern, hashes] : patterns_of(names)) writer.key(pattern).string(hashes);
  writer.close('}');
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
    if (!first || !last || *last < *first || *last - *first >= kMostNames - names.size()) {
      return false;
    }
    for (std::uint32_t n = *first; n <= *last; ++n) {
      names.push_back(stem + std::to_string(n) + std::string(kSuffix));
    }
    if (ranges.empty()) return true;
    if (!ranges.starts_with(',')) return false;
    ranges.remove_prefix(1);
  }
}

// Appends the names that one without "*" stands for.
bool read_name(const std::string& name, std::vector<std::string>& names) {
  if (names.size() == kMostNames) return false;
  const std::size_t open = name.find('{');
  const std::size_t close = name.find('}');
  if (open == std::string::npos) {
    names.push_back(name);
    return true;
  }
  return close != std::string::npos && close > open && name.substr(close + 1) == kSuffix &&
         expand(name.substr(0, open), std::string_view(name).substr(open + 1, close - open - 1), names);
}

bool read_pattern(const std::string& pattern, const std::string& hashes, std::vector<std::string>& names) {
  const std::size_t star = pattern.find('*');
  if (star == std::string::npos) return hashes.empty() && read_name(pattern, names);
  if (hashes.empty() || hashes.size() % kHashCharacters != 0) return false;
  for (std::size_t i = 0; i < hashes.size(); i += kHashCharacters) {
    std::string name = pattern;
    if (!read_name(name.replace(star, 1, hashes, i, kHashCharacters), names)) return false;
  }
  return true;
}

// False when `value` is no list of names that the indexer writes.
bool read_names(const json& value, std::vector<std::string>& names) {
  if (!value.is_object()) return false;
  for (const auto& [pattern, hashes] : value.items()) {
    if (!hashes.is_string() || !read_pattern(pattern, hashes.get_ref<const std::string&>(), names)) return false;
  }
  std::sort(names.begin(), names.end());
  return std::all_of(names.begin(), names.end(), is_bundle_name);
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
