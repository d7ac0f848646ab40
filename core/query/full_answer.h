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

struct FullAnswer : Answer {
  std::vector<Correction> corrections;
  bool relaxed = false;       ///< no document meets the query's conditions, so its words were searched
  std::vector<Facet> facets;  ///< in the order of the request
  bool has_facets = false;    ///< they were asked for
};

std::string to_json(const FullAnswer& answer);

}  // namespace catchword
