// CompoundParts: gives each document the parts of its compounds as words.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "build/aliases.h"
#include "build/analyzed_documents.h"
#include "build/languages.h"
#include "build/lexicon.h"

namespace catchword {

/// The compounds of all documents and their parts, by the vocabulary of these (build/compounds.h).
class CompoundParts {
 public:
  /// Error: kOutput, when the documents can't be read again.
  static Result<CompoundParts> find(const AnalyzedDocuments& documents, const std::vector<Lexicon>& lexicons,
                                    const Languages& languages);

  /// No language has compounds, or no word is one.
  [[nodiscard]] bool is_empty() const;

  /// Adds to a document the parts of the compounds that stand in it. Identifiers have parts of their own.
  void add_to(DocumentTerms& terms, Lexicon& lexicon) const;

  /// What documents get, and for which words.
  void add_to(Aliases& aliases) const;

 private:
  /// Of each compound of one language its parts; all borrowed from lexicons.
  struct Splits {
    LanguageId language = 0;
    std::unordered_map<std::string_view, std::vector<std::string_view>> parts;
  };

  std::vector<Splits> splits_;
};

}  // namespace catchword
