#include "build/spelling_writer.h"

#include <algorithm>
#include <bit>
#include <iterator>

#include "analysis/scripts.h"
#include "base/parallel.h"
#include "base/shared_prefix.h"
#include "build/content_hash.h"
#include "build/homophones.h"
#include "build/spelling_words.h"
#include "index/limits.h"
#include "index/spelling_directory.h"

namespace catchword {
namespace {

// Of so many words one is common.
constexpr std::size_t kCommonShare = 16;

// A run of one order.
struct Block {
  std::size_t begin;
  std::size_t end;
};

struct KeyedWord {
  std::string key;
  const SpelledWord* word;
};

// The vocabulary in one order.
using Arrangement = std::vector<KeyedWord>;

using Words = std::vector<const SpelledWord*>;

Arrangement arrange(const Words& words, WordOrder order) {
  Arrangement arrangement;
  arrangement.reserve(words.size());
  for (const SpelledWord* word : words) arrangement.push_back({arranged(word->folded, order), word});
  std::sort(arrangement.begin(), arrangement.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  return arrangement;
}

// Those that are corrected by and completed to others like them.
struct Kinds {
  Words spelled, chains, pairs;

  explicit Kinds(const Words& words) {
    for (const SpelledWord* word : words) {
      (is_spelled(word->folded) || is_unspaced_word(word->folded) ? spelled : is_chain(word->folded) ? chains : pairs).push_back(word);
    }
  }
};

// Those that come first where completions are listed.
Words likeliest_of(Words words) {
  std::stable_sort(words.begin(), words.end(), [](const auto* a, const auto* b) { return is_likelier(*a, *b); });
  words.resize((words.size() + kCommonShare - 1) / kCommonShare);
  return words;
}

Words common_among(const Kinds& kinds) {
  Words common;
  for (const Words* kind : {&kinds.spelled, &kinds.chains, &kinds.pairs}) {
    const Words likeliest = likeliest_of(*kind);
    common.insert(common.end(), likeliest.begin(), likeliest.end());
  }
  return common;
}

// What stands in `order`, of all `words`. Pairs are only completed, but for those that are mended; two edits in a chain
// are looked for at its ends alone, and one at most in a word of Thai, Lao, Khmer or Burmese.
Words words_in(WordOrder order, const Words& words, const Kinds& kinds) {
  if (order == WordOrder::kForward) return words;
  if (order == WordOrder::kCommon) return common_among(kinds);
  Words own = kinds.spelled;
  if (order == WordOrder::kMiddle) {
    std::erase_if(own, [](const SpelledWord* word) { return begins_with_south_east_asian(word->folded); });
    return own;
  }
  own.insert(own.end(), kinds.chains.begin(), kinds.chains.end());
  std::copy_if(kinds.pairs.begin(), kinds.pairs.end(), std::back_inserter(own),
               [](const SpelledWord* word) { return begins_mended(word->folded) && !begins_with_katakana(word->folded); });
  return own;
}

// About half a byte a letter, and one for the rest.
std::size_t estimated_bytes(std::string_view before, std::string_view key) {
  return (key.size() - shared_prefix(before, key)) / 2 + 1;
}

// A correction loads the directory and two or three blocks: about ten bytes for each block that there is, and
// these. Least is the sum where a block takes the root of four times what all take. A power of two, so that an
// edit changes it seldom.
std::size_t suitable_block_bytes(const Arrangement& words) {
  constexpr std::size_t kOrders = 3;    // of all words
  constexpr std::size_t kLeast = 1024;  // a smaller block is hardly less to fetch
  std::size_t all = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    all += kOrders * estimated_bytes(i == 0 ? "" : words[i - 1].key, words[i].key);
  }
  return std::max(kLeast, std::size_t{1} << (std::bit_width(all) + 2) / 2);
}

bool is_cut(std::string_view key, std::size_t size, std::size_t block_bytes) {
  constexpr std::uint64_t kChance = 64;
  if (size >= block_bytes * 3 / 2) return true;
  return size >= block_bytes * 3 / 4 && content_hash(key) % kChance == 0;
}

std::vector<Block> cut(const Arrangement& words, std::size_t block_bytes) {
  std::vector<Block> blocks;
  std::size_t size = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (blocks.empty() || is_cut(words[i].key, size, block_bytes)) {
      blocks.push_back({i, i});
      size = 0;
    }
    size += estimated_bytes(i == 0 ? "" : words[i - 1].key, words[i].key);
    blocks.back().end = i + 1;
  }
  return blocks;
}

// The shortest string that is behind all of `before` and not behind `after`.
std::string separator_between(std::string_view before, std::string_view after) {
  return std::string(after.substr(0, shared_prefix(before, after) + 1));
}

// The files of one order, and where its blocks begin.
struct OrderFiles {
  BlockTable table;
  std::vector<BundleFile> files;
};

OrderFiles write_order(const Arrangement& words, WordOrder order, std::size_t block_bytes,
                       unsigned jobs) {
  const std::vector<Block> blocks = cut(words, block_bytes);
  OrderFiles result;
  result.files.resize(blocks.size());
  result.table.hashes.resize(blocks.size());
  parallel_for(blocks.size(), jobs, [&](std::size_t i, unsigned) {
    const auto [begin, end] = blocks[i];
    std::vector<SpelledWord> own;
    for (std::size_t word = begin; word < end; ++word) own.push_back(*words[word].word);
    const Bytes payload = encode_spelling_block(own, order);
    const ContentHash hash = result.table.hashes[i] = short_hash(payload);
    result.files[i] = {spelling_name(hash), seal(spelling_name(hash), payload)};
  });
  for (const Block& block : blocks) {
    result.table.separators.push_back(
        block.begin == 0 ? "" : separator_between(words[block.begin - 1].key, words[block.begin].key));
  }
  return result;
}

bool contains(const std::vector<BundleFile>& files, const BundleFile& wanted) {
  return std::any_of(files.begin(), files.end(),
                     [&](const BundleFile& file) { return file.name == wanted.name; });
}

SpellingFiles write_orders(const Words& words, std::size_t block_bytes, unsigned jobs) {
  SpellingFiles result;
  SpellingDirectory directory;
  const Kinds kinds(words);
  for (const WordOrder order :
       {WordOrder::kForward, WordOrder::kReversed, WordOrder::kMiddle, WordOrder::kCommon}) {
    const bool common = order == WordOrder::kCommon;
    if (common && directory[WordOrder::kForward].size() <= kMostPrefixBlocks) continue;
    OrderFiles written = write_order(arrange(words_in(order, words, kinds), order), order, block_bytes, jobs);
    directory[order] = std::move(written.table);
    for (BundleFile& file : written.files) {
      if (!contains(result.files, file)) result.files.push_back(std::move(file));
    }
  }
  const Homophones homophones = homophones_among(kinds.pairs);
  if (!homophones.classes.empty()) {
    const Bytes payload = encode_homophones(homophones);
    directory.homophones = short_hash(payload);
    const std::string name = spelling_name(*directory.homophones);
    result.files.push_back({name, seal(name, payload)});
  }
  const Bytes payload = encode_spelling_directory(directory);
  result.directory = short_hash(payload);
  const std::string name = spelling_directory_name(*result.directory);
  result.files.insert(result.files.begin(), {name, seal(name, payload)});
  return result;
}

}  // namespace

SpellingFiles write_spelling(const std::vector<SpelledWord>& vocabulary, std::size_t block_bytes,
                             std::size_t most_files, unsigned jobs) {
  if (vocabulary.empty()) return {};
  Words words;
  for (const SpelledWord& word : vocabulary) words.push_back(&word);
  constexpr std::size_t kFewest = 4;  // a block of each order, the common words and homophones apart, and the directory
  if (block_bytes == 0) block_bytes = suitable_block_bytes(arrange(words, WordOrder::kForward));
  SpellingFiles result = write_orders(words, block_bytes, jobs);
  constexpr std::size_t kLargest = 65536;  // bytes: far fewer words than a block may have
  while (result.files.size() > std::max(most_files, kFewest) && block_bytes < kLargest) {
    block_bytes *= 2;
    result = write_orders(words, block_bytes, jobs);
  }
  return result;
}

}  // namespace catchword
