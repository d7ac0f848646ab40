// What remains of a misspelled word's accents when its mistake is mended.
#pragma once

#include <string>
#include <string_view>

namespace catchword {

/// `form`, a written form, changed by one edit so that it folds to `meant`: each letter that stays keeps its accents, and
/// what is put in has none. Of "schöhn" and "schon" that is "schön". Empty where one edit is not enough, and
/// where a letter folds to several. Linear.
std::string with_typed_accents(std::string_view form, std::string_view meant);

}  // namespace catchword
