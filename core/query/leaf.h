// Leaves of an expression: what stands between the operators, read.
#pragma once

#include <string>
#include <string_view>

#include "query/expression.h"

namespace catchword {

/// Bytes of the double quote that `text` begins with; 0 when it begins with none.
std::size_t quote_size(std::string_view text);

/// Where the colon stands that makes the beginning of `chunk` a key; npos when none does. Neither a
/// time nor an address nor std::vector has one.
std::size_t colon_of(std::string_view chunk);

/// A key as it is compared: without case and accents.
std::string key_of(std::string_view key);

/// Whether `chunk` has nothing but ASCII punctuation: an operator of some language, none of the query's.
bool is_all_punctuation(std::string_view chunk);

/// The words between two quotes; those of symbols alone as read_words has them; an empty group when there are none.
Expression read_phrase(std::string_view text);

/// Reads 2001..2003, ..2003, >100, >=100, <100, <=100 into `range`; false for anything else.
bool read_range(std::string_view chunk, Expression& range);

/// The words of `text`: one leaf, or a group of several that stand and fall like words side by side.
Expression read_words(std::string_view text, bool open_end = false);

/// A chunk without white space: =word, pre*fix, word~2, or one or several words; an empty group when
/// there are none. `open_end`: the reader may be typing its last word still.
Expression read_leaf(std::string_view chunk, bool open_end);

}  // namespace catchword
