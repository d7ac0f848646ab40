// Which Han characters of a bundle read alike.
#pragma once

#include <span>

#include "index/homophones.h"
#include "index/spelling_block.h"

namespace catchword {

/// The classes that have a character of `pairs`, with what is common else; none where none of `pairs` is Han. As
/// Mandarin or Japanese has it: that whose common characters (the first levels of GB 2312, Big5 and JIS X 0208) are the
/// most of those of `pairs`. Readings by Unihan. Linear.
Homophones homophones_among(std::span<const SpelledWord* const> pairs);

}  // namespace catchword
