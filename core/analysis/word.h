// Word forms: what a token becomes in the dictionary, and what it is compared by.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace catchword {

/// Written forms of more bytes are cut: one ligature can stand for eighteen letters.
inline constexpr std::size_t kMaxFormBytes = 512;

/// The written form: NFKC, lower case, without format characters. "Ｃafé" becomes "café". It is its
/// own written form.
std::string word_form(std::string_view token);

/// The same, put into `form`, whose memory serves many tokens.
void word_form(std::string_view token, std::string& form);

/// A form without what readers leave out when they type: accents, vocalisation, ligatures
/// ("café" becomes "cafe", "straße" "strasse"). Idempotent; pure ASCII is returned as it
/// is, and so is a form of which nothing would be left.
std::string fold(std::string_view form);

/// The same of `form` itself.
void fold_in_place(std::string& form);

}  // namespace catchword
