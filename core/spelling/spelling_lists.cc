#include "spelling/spelling_lists.h"

#include <algorithm>
#include <utility>

namespace catchword {

template <class T, class Decode>
std::optional<T> SpellingLists::read(const std::string& name, Decode decode) {
  const Bytes* payload = files_.file(name);
  if (payload == nullptr) {
    waiting_ = true;
    return std::nullopt;
  }
  Result<T> decoded = decode(name, *payload);
  if (!decoded) {
    failure_ = decoded.error();
    return std::nullopt;
  }
  return std::move(*decoded);
}

const SpellingDirectory* SpellingLists::directory() {
  if (!directory_ && exists()) {
    directory_ = read<SpellingDirectory>(spelling_directory_name(*root_.spelling), parse_spelling_directory);
  }
  return directory_ ? &*directory_ : nullptr;
}

const std::vector<SpelledWord>* SpellingLists::block(WordOrder order, std::size_t ordinal) {
  for (const Block& block : blocks_) {
    if (block.order == order && block.ordinal == ordinal) return &block.words;
  }
  const SpellingDirectory* directory = this->directory();
  if (directory == nullptr) return nullptr;
  const auto decode = [order](std::string_view name, ByteView payload) { return decode_spelling_block(name, payload, order); };
  auto words = read<std::vector<SpelledWord>>(spelling_name((*directory)[order].hashes[ordinal]), decode);
  if (!words) return nullptr;
  blocks_.push_front({order, ordinal, std::move(*words)});
  return &blocks_.front().words;
}

const Homophones* SpellingLists::homophones() {
  const SpellingDirectory* directory = this->directory();
  if (!homophones_ && directory != nullptr && directory->homophones) {
    homophones_ = read<Homophones>(spelling_name(*directory->homophones), decode_homophones);
  }
  return homophones_ ? &*homophones_ : nullptr;
}

const SpelledWord* SpellingLists::find(std::string_view folded, WordOrder order) {
  const SpellingDirectory* directory = this->directory();
  if (directory == nullptr) return nullptr;
  const BlockTable& table = (*directory)[order];
  if (table.empty()) return nullptr;
  const std::vector<SpelledWord>* words = block(order, table.block_of(arranged(folded, order)));
  if (words == nullptr) return nullptr;
  const auto found = std::find_if(words->begin(), words->end(), [folded](const SpelledWord& word) {
    return word.folded == folded;
  });
  return found == words->end() ? nullptr : &*found;
}

Status SpellingLists::take_failure() { return std::exchange(failure_, {}); }

}  // namespace catchword
