#include "build/numbered_strings.h"

#include <utility>

#include "build/content_hash.h"

namespace catchword {
namespace {

std::uint32_t check_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

}  // namespace

std::uint32_t NumberedStrings::find(std::string_view text) const { return slots_[slot_of(text, content_hash(text))].number; }

std::uint32_t NumberedStrings::add(std::string_view text) {
  if (2 * (strings_.size() + 1) > slots_.size()) grow();
  const std::uint64_t hash = content_hash(text);
  const std::uint32_t number = size();
  slots_[slot_of(text, hash)] = {check_of(hash), number};
  strings_.push_back(text);
  return number;
}

std::size_t NumberedStrings::slot_of(std::string_view text, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != kNone && (slots_[at].check != check_of(hash) || strings_[slots_[at].number] != text)) {
    at = (at + 1) & mask;
  }
  return at;
}

void NumberedStrings::grow() {
  slots_ = std::vector<Slot>(slots_.size() * 2);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t number = 0; number < size(); ++number) {
    const std::uint64_t hash = content_hash(strings_[number]);
    std::size_t at = hash & mask;
    while (slots_[at].number != kNone) at = (at + 1) & mask;
    slots_[at] = {check_of(hash), number};
  }
}

}  // namespace catchword
