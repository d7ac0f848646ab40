// FullAnswer: what the full searcher says beyond a CorrectedAnswer, and its JSON.
#pragma once

#include <string>
#include <vector>

#include "query/facets.h"
#include "spelling/correction.h"

namespace catchword {

/// How a term relates to the word as typed, or corrected.
enum class FormKind : std::uint8_t {
  kExact,
  kFolded,      ///< another spelling: accents, width
  kStem,        ///< an inflection, or near to word~
  kPrefix,      ///< begins with the unfinished last word
  kPattern,     ///< fits pre*fix, or is a pair of characters with the one that is asked for
  kCorrection,  ///< what an unknown word was taken for
};

/// A term by which a document was found.
struct MatchedForm {
  std::string form;
  FormKind kind = FormKind::kExact;
  std::uint32_t documents = 0;  ///< that have it
  std::uint8_t impact = 0;      ///< quantised weighted frequency in this document, index/impact.h
  std::uint8_t fields = 0;      ///< bits of Field, in which it stands
};

struct WordExplanation {
  std::string word;         ///< normalised; of an unknown identifier, each of its parts
  std::uint32_t score = 0;  ///< what it adds
  std::uint32_t idf = 0;    ///< inverse document frequency of all its forms, in 1/4096
  std::vector<MatchedForm> forms;
};

/// What a result's score is the sum of.
struct Explanation {
  std::vector<WordExplanation> words;  ///< that the document has
  std::uint32_t title = 0;             ///< for how far the words cover the title
  std::uint32_t complete = 0;          ///< for having every word
};

struct FullAnswer : CorrectedAnswer {
  bool relaxed = false;       ///< no document meets the query's conditions, so its words were searched
  std::string words;          ///< as a query, by which the partial matches behind the others were found, if any
  std::vector<Facet> facets;  ///< in the order of the request
  bool has_facets = false;    ///< they were asked for
  std::vector<Explanation> explanations;  ///< of each result, when they were asked for
};

std::string to_json(const FullAnswer& answer);

}  // namespace catchword
