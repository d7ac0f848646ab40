// What the YAML and the TOML side of the front matter share. Private to front_matter*.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "document/markdown/front_matter.h"
#include "document/metadata_builder.h"

namespace catchword::front_matter {

/// No front matter of a real page has more values; aliases in YAML can multiply without end.
constexpr size_t kMaxValues = 10'000;

/// Sorts values into FrontMatter's members and its metadata.
class Collector {
 public:
  explicit Collector(FrontMatter& target) : target_(target) {}

  /// `key` with its parents, joined by '.'. False once there are too many values.
  bool add(std::string_view key, std::string_view value);
  void fail(std::string problem, size_t line);
  void finish() { target_.metadata = values_.take(); }

 private:
  FrontMatter& target_;
  MetadataBuilder values_;
};

/// "parent.key", or "key" when `parent` is empty.
std::string join_key(std::string_view parent, std::string_view key);

/// False when the block isn't a map at all. `first_line`: the file's line where `block` begins.
bool collect_yaml(std::string_view block, size_t first_line, Collector& out);
bool collect_toml(std::string_view block, size_t first_line, Collector& out);

}  // namespace catchword::front_matter
