// Misspelled words, and the slow way to tell how far they are.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <string_view>

namespace catchword::test {

/// A word of few different letters, one of them of two bytes, so that many are near to each other.
rc::Gen<std::string> arbitrary_spelling();

/// The restricted Damerau-Levenshtein distance in characters, from its whole table.
std::uint32_t slow_distance(std::string_view a, std::string_view b);

}  // namespace catchword::test
