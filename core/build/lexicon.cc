#include "build/lexicon.h"

#include <utility>

#include "analysis/word.h"
#include "build/content_hash.h"

namespace catchword {
namespace {

std::uint64_t hash_of(std::string_view text) { return content_hash(as_bytes(text)); }

std::uint32_t check_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

}  // namespace

const StringTable::Slot& StringTable::find(std::string_view text) const {
  return slots_[slot_of(text, hash_of(text))];
}

void StringTable::add(std::string_view text, FormId number) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  const std::uint64_t hash = hash_of(text);
  slots_[slot_of(text, hash)] = {text, check_of(hash), number};
  ++used_;
}

std::size_t StringTable::slot_of(std::string_view text, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (!slots_[at].is_empty() && (slots_[at].check != check_of(hash) || slots_[at].text != text)) {
    at = (at + 1) & mask;
  }
  return at;
}

void StringTable::grow() {
  const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (const Slot& slot : before) {
    if (!slot.is_empty()) slots_[slot_of(slot.text, hash_of(slot.text))] = slot;
  }
}

FormId Lexicon::id_of(std::string_view token) {
  if (const auto& found = by_token_.find(token); !found.is_empty()) return found.number;
  const FormId id = id_of_form(word_form(token));
  by_token_.add(tokens_.emplace_back(token), id);
  return id;
}

FormId Lexicon::known_id_of(std::string_view form) const {
  const auto& found = by_form_.find(form);
  return found.is_empty() ? kNone : found.number;
}

FormId Lexicon::id_of_form(std::string form) {
  if (form.empty()) return kNone;
  if (const auto& found = by_form_.find(form); !found.is_empty()) return found.number;
  const auto id = static_cast<FormId>(forms_.size());
  by_form_.add(forms_.emplace_back(std::move(form)), id);
  return id;
}

}  // namespace catchword
