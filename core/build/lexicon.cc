#include "build/lexicon.h"

#include "analysis/word.h"
#include "build/content_hash.h"

namespace catchword {

std::size_t Lexicon::Hash::operator()(std::string_view text) const {
  return content_hash(as_bytes(text));
}

FormId Lexicon::id_of(std::string_view token) {
  if (const auto found = by_token_.find(token); found != by_token_.end()) return found->second;
  const FormId id = id_of_form(word_form(token));
  by_token_.emplace(tokens_.emplace_back(token), id);
  return id;
}

FormId Lexicon::known_id_of(std::string_view form) const {
  const auto found = by_form_.find(form);
  return found == by_form_.end() ? kNone : found->second;
}

FormId Lexicon::id_of_form(std::string form) {
  if (form.empty()) return kNone;
  if (const auto found = by_form_.find(form); found != by_form_.end()) return found->second;
  const auto id = static_cast<FormId>(forms_.size());
  by_form_.emplace(forms_.emplace_back(std::move(form)), id);
  return id;
}

}  // namespace catchword
