// Symbols: the operators that a text names, which stand between its words, and the signs before names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/tokenizer.h"

namespace catchword {

/// Puts the symbols of `text` among `tokens`, which from `first` on are its words: two to five of !#%&*+-:<=>?@^|~ that
/// stand together and belong to no word; and names with their sign, @property and -v, as chains. `position` is the one
/// behind the last word. Linear.
///
/// Left out are what all texts are full of and no reader means (single ones; ! and ? alone; two hyphens; colons and ++
/// right behind a word) and what is drawn with them (longer ones). The lean module has none (wasm/no_symbols.cc): what is
/// typed with them is not plain (search/query.h).
void add_symbols(std::string_view text, std::uint32_t position, std::size_t first, std::vector<Token>& tokens);

/// Whether `token` of `text` is one of those.
bool is_symbolic(std::string_view text, const Token& token);

}  // namespace catchword
