// Spelling blocks: the words of a bundle without their postings, for corrections and suggestions.
//
// The vocabulary is written several times, each time sorted by another arrangement of the letters. An
// edit leaves a part of a word as it is: whoever looks for the words near to a misspelled one finds
// them as neighbours in the order that begins with that part.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/scripts.h"
#include "base/bytes.h"
#include "base/result.h"

namespace catchword {

enum class WordOrder : std::uint8_t {
  kForward,   ///< by the word as it is read
  kReversed,  ///< from its last letter to its first
  kMiddle,    ///< from its second third on, the first third behind
  kCommon,    ///< forward, and only those that readers mean most often: completions of short prefixes
};
inline constexpr std::size_t kWordOrders = 4;

/// One word of a vocabulary.
struct SpelledWord {
  std::string folded;        ///< what the dictionary is asked for; of words that no space sets apart it has the pairs of characters
  std::string form;          ///< its most frequent written form
  std::uint32_t count = 0;   ///< documents that have it, at least 1; not exact in every order
  bool in_title = false;     ///< of some document
};

/// Whether a word of a vocabulary is a chain: names that a point or two colons join or that have a sign, or options. They are in all orders but kMiddle;
/// pairs of characters of scripts without spaces are only in the orders forward and common, those that begin with Hangul
/// or Han in kReversed, too. Words in Katakana, Thai, Lao, Khmer and Burmese are in all orders.
inline bool is_chain(std::string_view folded) {
  return folded.find_first_of(".:-") != folded.npos || folded.find_first_of("@#$") == 0;
}

/// Whether `folded` is a word that no space sets apart. Two characters of Katakana are a pair, more are a word.
inline bool is_unspaced_word(std::string_view folded) {
  return begins_with_south_east_asian(folded) || (begins_with_katakana(folded) && folded.size() > 6);
}
inline bool is_katakana_pair(std::string_view folded) { return begins_with_katakana(folded) && folded.size() <= 6; }

/// How a vocabulary has words of Thai, Lao, Khmer and Burmese: `text` as fold() has it, but for the vowel am, which normal
/// forms take apart: it is one character, as it is typed.
std::u32string unspaced_form(std::string_view text);

/// The order of completions, and of corrections that are equally near: words of titles first, then by
/// the number of documents.
inline bool is_likelier(const SpelledWord& a, const SpelledWord& b) {
  return a.in_title != b.in_title ? a.in_title : a.count > b.count;
}

/// Where the second third of a word of so many characters begins: kMiddle's keys begin there.
constexpr std::size_t first_third(std::size_t characters) { return (characters + 1) / 3; }

/// The key of `folded` (UTF-8) in `order`: its characters rearranged. Linear.
std::string arranged(std::string_view folded, WordOrder order);

/// The word whose key is `key`; the inverse of `arranged`.
std::string restored(std::string_view key, WordOrder order);

/// Whether counts are written as they are; in the other orders the powers of two below stand for
/// them, so that a page more or less seldom changes a block.
constexpr bool has_exact_counts(WordOrder order) {
  return order == WordOrder::kForward || order == WordOrder::kCommon;
}

/// The payload of a block. REQUIRES: `words` sorted by their keys, without duplicates.
Bytes encode_spelling_block(std::span<const SpelledWord> words, WordOrder order);

/// Decodes an unsealed payload. `name` is for the error. Error: kDamaged when keys do not ascend or a
/// number is out of range.
Result<std::vector<SpelledWord>> decode_spelling_block(std::string_view name, ByteView payload,
                                                       WordOrder order);

}  // namespace catchword
