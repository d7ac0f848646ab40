// Layout of the stream:
//   number of words
//   per word: length shared with the key before, the rest of the key
//             flag: the written form differs from the word; if so the written form
//             flag: stands in a title
//             number of documents less one; in orders without exact counts its length in bits less one

#include "index/spelling_block.h"

#include <algorithm>
#include <bit>

#include "analysis/word.h"
#include "base/shared_prefix.h"
#include "base/utf8.h"
#include "codec/number_model.h"
#include "index/block_file.h"
#include "index/string_codec.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMostInBlock = 1u << 16;
constexpr std::uint32_t kMostCountBits = 28;

std::string reversed(std::string_view text) {
  std::string result;
  for (std::size_t end = text.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && is_continuation(text[begin])) --begin;
    result.append(text.substr(begin, end - begin));
    end = begin;
  }
  return result;
}

// The bytes that the first `count` characters take.
std::size_t prefix_bytes(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (!is_continuation(text[at]) && count-- == 0) break;
  }
  return at;
}

std::size_t characters(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

std::string rotated(std::string_view text, std::size_t count) {
  const std::size_t bytes = prefix_bytes(text, count);
  return std::string(text.substr(bytes)).append(text.substr(0, bytes));
}

// One description for both directions: `in` is what an encoder codes and a decoder ignores.
template <Coder C>
class SpellingCodec {
 public:
  SpellingCodec(C& coder, WordOrder order) : coder_(coder), order_(order), strings_(coder) {}

  std::uint32_t size(std::size_t words) { return sizes_.code(coder_, static_cast<std::uint32_t>(words)); }

  std::string key(std::string_view before, std::string_view in) {
    const std::uint32_t keep = shared_.code(coder_, static_cast<std::uint32_t>(shared_prefix(before, in)));
    const std::string_view start = before.substr(0, keep);
    return strings_.suffix(std::string(start), in.substr(std::min<std::size_t>(keep, in.size())));
  }

  void rest(const SpelledWord& in, SpelledWord& out) {
    const bool differs = coder_.bit(differs_, in.form != in.folded ? 1 : 0) != 0;
    out.form = differs ? strings_.suffix({}, in.form) : out.folded;
    out.in_title = coder_.bit(in_title_, in.in_title ? 1 : 0) != 0;
    out.count = count(in.count);
  }

 private:
  std::uint32_t count(std::uint32_t in) {
    if (has_exact_counts(order_)) return counts_.code(coder_, in - 1) + 1;
    const auto bits = static_cast<std::uint32_t>(std::bit_width(in));
    return 1u << std::min(counts_.code(coder_, bits - 1), kMostCountBits);
  }

  C& coder_;
  WordOrder order_;
  StringCodec<C> strings_;
  NumberModel sizes_, shared_, counts_;
  BitModel differs_, in_title_;
};

}  // namespace

std::u32string unspaced_form(std::string_view text) {
  constexpr char32_t kFromRingToVowel = 0x1B;  // both ways: in the block of Thai and in that of Lao
  std::u32string form;
  for (const char32_t character : characters_of(fold(word_form(text)))) {
    const bool is_vowel = character == 0xE32 || character == 0xEB2;
    if (is_vowel && !form.empty() && form.back() == character + kFromRingToVowel) {
      form.back() = character + 1;
    } else {
      form += character;
    }
  }
  return form;
}

std::string arranged(std::string_view folded, WordOrder order) {
  if (order == WordOrder::kReversed) return reversed(folded);
  if (order == WordOrder::kMiddle) return rotated(folded, first_third(characters(folded)));
  return std::string(folded);
}

std::string restored(std::string_view key, WordOrder order) {
  if (order == WordOrder::kReversed) return reversed(key);
  if (order == WordOrder::kMiddle) return rotated(key, characters(key) - first_third(characters(key)));
  return std::string(key);
}

Bytes encode_spelling_block(std::span<const SpelledWord> words, WordOrder order) {
  RangeEncoder coder;
  SpellingCodec codec(coder, order);
  codec.size(words.size());
  std::string before;
  for (const SpelledWord& word : words) {
    before = codec.key(before, arranged(word.folded, order));
    SpelledWord coded{word.folded, {}, 0, false};
    codec.rest(word, coded);
  }
  return coder.finish();
}

Result<std::vector<SpelledWord>> decode_spelling_block(std::string_view name, ByteView payload,
                                                       WordOrder order) {
  RangeDecoder coder(payload);
  SpellingCodec codec(coder, order);
  const std::uint32_t size = codec.size(0);
  if (size > kMostInBlock) return damaged(name, "too many words");
  std::vector<SpelledWord> words(size);
  std::string before;
  for (SpelledWord& word : words) {
    std::string key = codec.key(before, {});
    if (key <= before) return damaged(name, "its words are not in order");
    before = std::move(key);
    word.folded = restored(before, order);
    codec.rest({}, word);
    if (!coder.ok()) return damaged(name, "the stream ends early");
  }
  return words;
}

}  // namespace catchword
