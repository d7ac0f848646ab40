// UnknownForms: words of a query in forms that no document has, found by their stems. Stems of known forms
// stand in the term blocks; only here is a stemmer needed, so a page loads one only then.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/block_store.h"
#include "search/query.h"

namespace catchword {

/// Fills in `words`' stems where no document has the form, but has another with its stem in one of the
/// root's languages: in `language` (a BCP 47 tag, may be empty) first, then in their order. While blocks
/// are missing nothing is decided. Returns what scripts are missing, "stemmer-en": none natively.
std::vector<std::string> find_stems(BlockStore& store, std::string_view language,
                                    const std::vector<QueryWord*>& words);

}  // namespace catchword
