// Synonyms: gives each document the words that readers may use in the place of its own.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "build/aliases.h"
#include "build/document_terms.h"
#include "build/lexicon.h"
#include "document/config/synonyms.h"

namespace catchword {

/// The rules, analyzed.
class Synonyms {
 public:
  explicit Synonyms(std::span<const SynonymRule> rules);

  [[nodiscard]] bool is_empty() const { return rules_.empty(); }

  /// Adds to a document in which a phrase of a rule's `to` stands the words of its `from`. A phrase
  /// stands where its words do, one behind the other, in their written forms. Linear in the document's
  /// words, for each rule that applies.
  void add_to(DocumentTerms& terms, Lexicon& lexicon) const;

  /// What documents get, and for which phrases.
  void add_to(Aliases& aliases) const;

 private:
  /// Written forms, one behind the other.
  struct Phrase {
    std::vector<std::string> words;
    std::vector<std::uint32_t> offsets;
  };

  /// Documents with `found` get `added`.
  struct Rule {
    Phrase found;
    std::vector<std::string> added;
  };

  class Applier;

  static Phrase analyzed(std::string_view text);
  static std::string alias_of(const Phrase& phrase);

  std::vector<Rule> rules_;
};

}  // namespace catchword
