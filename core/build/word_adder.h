// WordAdder: words by which a document is to be found although they don't stand in it: the parts of its
// compounds, and synonyms. They count for less than words that do (kAddedWeight), and have no positions, so
// that phrases stay exact.
#pragma once

#include <unordered_map>

#include "build/document_terms.h"

namespace catchword {

class WordAdder {
 public:
  /// Borrows `terms`. Linear in its words.
  explicit WordAdder(DocumentTerms& terms);

  /// Adds `form` as often as `source` stands, in its fields and blocks. The order of calls doesn't matter.
  void add(FormId form, const WordCount& source);

  /// Null for a form that doesn't stand in the document. Valid until the next `add`.
  [[nodiscard]] const WordCount* find(FormId form) const;

 private:
  DocumentTerms& terms_;
  std::unordered_map<FormId, std::size_t> places_;
};

}  // namespace catchword
