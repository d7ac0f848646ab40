// Primer: the short text that all text blocks of a bundle are coded as continuations of.
#pragma once

#include <span>
#include <string>

#include "base/bytes.h"

namespace catchword {

/// At most `bytes` bytes of `samples`: the pieces that most of them have, the most common last. Counts are
/// rounded to powers of two, so that an edit of one sample hardly ever changes what is chosen. Greedy, as
/// in Liao, Petri, Moffat and Wirth, "Effective Construction of Relative Lempel-Ziv Dictionaries" (2016).
/// About linear in the samples. REQUIRES: fewer than 256 samples.
std::string choose_primer(std::span<const Bytes> samples, std::size_t bytes);

}  // namespace catchword
