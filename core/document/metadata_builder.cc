// MetadataBuilder: a vector in order, a map to find a key in it.
#include "document/metadata_builder.h"

#include <utility>

#include "document/text_strings.h"

namespace catchword {

Metadata& MetadataBuilder::entry(const std::string& key) {
  const auto [place, is_new] = places_.try_emplace(key, entries_.size());
  if (is_new) entries_.emplace_back().key = key;
  return entries_[place->second];
}

void MetadataBuilder::add(std::string_view key, std::string_view value) {
  const std::string clean_key(trim(key));
  std::string clean_value = collapse_white_space(value);
  if (clean_key.empty() || clean_value.empty()) return;
  entry(clean_key).values.push_back(std::move(clean_value));
  ++size_;
}

bool MetadataBuilder::has(std::string_view key) const {
  return places_.contains(std::string(trim(key)));
}

void MetadataBuilder::add_missing(const std::vector<Metadata>& other) {
  for (const Metadata& metadata : other) {
    if (!has(metadata.key)) entry(metadata.key) = metadata;
  }
}

std::vector<Metadata> MetadataBuilder::take() {
  places_.clear();
  size_ = 0;
  return std::exchange(entries_, {});
}

}  // namespace catchword
