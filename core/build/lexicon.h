// Lexicon: numbers for the words of the documents, so that nothing is normalised twice.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "build/numbered_strings.h"

namespace catchword {

using FormId = std::uint32_t;

/// One thread's words. A token as it stands in a text ("The") is looked up once a token; its written
/// form ("the") is computed once a spelling.
class Lexicon {
 public:
  /// The number of the token's written form; kNone when nothing of it is left ("\u00AD").
  FormId id_of(std::string_view token);

  /// The number of a written form; kNone for one that wasn't met.
  [[nodiscard]] FormId known_id_of(std::string_view form) const;

  /// Valid for as long as the lexicon's forms are, wherever it is moved.
  [[nodiscard]] std::string_view form(FormId id) const { return spellings_[spelling_of_[id]]; }
  [[nodiscard]] FormId form_count() const { return static_cast<FormId>(spelling_of_.size()); }

  static constexpr FormId kNone = NumberedStrings::kNone;

 private:
  FormId add_form(std::string_view form);

  NumberedStrings spellings_;               // tokens and forms
  std::vector<FormId> form_of_;             // of each spelling; a form's own is itself
  std::vector<std::uint32_t> spelling_of_;  // of each form
};

}  // namespace catchword
