#include "build/lexicon.h"

#include <string>

#include "analysis/word.h"

namespace catchword {

FormId Lexicon::id_of(std::string_view token) {
  const std::uint32_t known = spellings_.find(token);
  if (known != NumberedStrings::kNone) return form_of_[known];
  const std::string form = word_form(token);
  FormId id = known_id_of(form);
  if (id == kNone && !form.empty()) id = add_form(form);
  if (form == token) return id;
  spellings_.add(token);
  form_of_.push_back(id);
  return id;
}

FormId Lexicon::known_id_of(std::string_view form) const {
  const std::uint32_t known = spellings_.find(form);
  return known == NumberedStrings::kNone ? kNone : form_of_[known];
}

FormId Lexicon::add_form(std::string_view form) {
  const FormId id = form_count();
  spelling_of_.push_back(spellings_.add(form));
  form_of_.push_back(id);
  return id;
}

}  // namespace catchword
