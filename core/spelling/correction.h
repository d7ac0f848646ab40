// Correction: a word of a query that was not searched as typed; and an answer that lists them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/answer.h"

namespace catchword {

/// A word that was not searched as typed.
struct Correction {
  enum Kind : std::uint8_t {
    kSpelling,  ///< another word
    kSplit,     ///< two words, written as one
    kJoin,      ///< one word, written as two
  };

  std::string from;  ///< as typed
  std::string to;
  Kind kind = kSpelling;
};

struct CorrectedAnswer : Answer {
  std::vector<Correction> corrections;
};

}  // namespace catchword
