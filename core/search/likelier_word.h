// What a reader may have meant who typed a word that hardly any document has.
#pragma once

#include "search/block_store.h"
#include "search/matcher.h"
#include "search/query.h"

namespace catchword {

/// The most frequent word one edit (a letter put in, left out or replaced, two neighbours exchanged) away
/// from `word`, which at most three documents have, if it stands in sixteen times as many; else null.
/// Looks only where `word` itself stands in the dictionary, in a block that its `match` has loaded: so it
/// costs no file, and mistakes in a word's first letters are mostly not seen. Linear in the block's terms.
const Term* likelier_word(BlockStore& store, const QueryWord& word, const WordMatch& match);

}  // namespace catchword
