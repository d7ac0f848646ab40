// PhraseTokens: where a phrase stands in a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/tokenizer.h"
#include "search/query.h"

namespace catchword {

/// The written form of each token of `text`.
std::vector<std::string> forms_of(std::string_view text, const std::vector<Token>& tokens);

/// Puts `value` at each of `tokens` that is part of `phrase` where it stands whole; `forms` says what each token is
/// to the phrase's words. REQUIRES: the phrase has a word; three vectors of equal size. Linear in the tokens, but
/// for what stands there in part.
void find_phrase(const QueryPhrase& phrase, const std::vector<Token>& tokens, const std::vector<std::string>& forms,
                 std::uint32_t value, std::vector<std::uint32_t>& found);

}  // namespace catchword
