// FullAnswer: what the full searcher says beyond an Answer, and its JSON.
#pragma once

#include <string>
#include <vector>

#include "query/facets.h"
#include "search/answer.h"

namespace catchword {

/// A word that was not searched as typed, or might better not have been.
struct Correction {
  enum Kind : std::uint8_t {
    kSpelling,  ///< another word
    kSplit,     ///< two words, written as one
    kJoin,      ///< one word, written as two
  };

  std::string from;  ///< as typed
  std::string to;
  Kind kind = kSpelling;
  bool applied = true;  ///< searched in the place of `from`; else only proposed
};

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
};

struct FullAnswer : Answer {
  std::vector<Correction> corrections;
  bool relaxed = false;       ///< no document meets the query's conditions, so its words were searched
  std::vector<Facet> facets;  ///< in the order of the request
  bool has_facets = false;    ///< they were asked for
  std::vector<Explanation> explanations;  ///< of each result, when they were asked for
};

std::string to_json(const FullAnswer& answer);

}  // namespace catchword
