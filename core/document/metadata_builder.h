// MetadataBuilder: gathers values under keys, as Document wants them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"

namespace catchword {

/// Keeps keys in the order of their first value; a key that comes again gains values.
/// Keys are trimmed, values have their white space collapsed, empty ones are dropped.
class MetadataBuilder {
 public:
  void add(std::string_view key, std::string_view value);

  /// Whether a value was added under `key`.
  [[nodiscard]] bool has(std::string_view key) const;

  /// Adds those keys of `other` that have no value here.
  void add_missing(const std::vector<Metadata>& other);

  /// The number of values of all keys.
  [[nodiscard]] size_t size() const { return size_; }

  /// Everything added; the builder is empty afterwards.
  std::vector<Metadata> take();

 private:
  Metadata& entry(const std::string& key);

  std::vector<Metadata> entries_;
  std::unordered_map<std::string, size_t> places_;  ///< key -> index in entries_
  size_t size_ = 0;
};

}  // namespace catchword
