// Inverter: from documents with their words to words with their documents.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <vector>

#include "build/document_terms.h"
#include "build/ranking.h"
#include "index/position_block.h"
#include "index/term_block.h"

namespace catchword {

/// The words of one document, as the inverter takes them, in the order of DocIds.
struct AnalyzedDocument {
  unsigned lexicon = 0;  ///< which lexicon its forms are numbered by
  DocumentTerms terms;
  std::uint32_t linking_pages = 0;  ///< how many other documents link to it
};

/// A sorted dictionary with its lists; the postings of term i are
/// postings[starts[i], starts[i + 1]), in ascending order of documents.
struct InvertedIndex {
  std::vector<Term> terms;  ///< sorted by TermKey; stems, kin and completions not yet filled in
  std::vector<LanguageId> languages;  ///< of each term: in which most of its documents have it
  std::vector<std::size_t> starts{0};
  std::vector<Posting> postings;
  std::vector<std::span<const Position>> positions;  ///< of each posting; borrows from documents

  [[nodiscard]] std::span<const Posting> list(std::size_t term) const {
    return std::span(postings).subspan(starts[term], starts[term + 1] - starts[term]);
  }
  [[nodiscard]] PositionList position_list(std::size_t term) const;
};

/// Inverts. The result borrows the documents' positions.
/// Linear in the occurrences, but for sorting the dictionary.
InvertedIndex invert(const std::vector<AnalyzedDocument>& documents,
                     const std::vector<Lexicon>& lexicons, const FieldWeights& weights,
                     unsigned jobs);

}  // namespace catchword
