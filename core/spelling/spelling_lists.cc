#include "spelling/spelling_lists.h"

#include <algorithm>
#include <utility>

namespace catchword {

const Bytes* SpellingLists::file(const std::string& name) {
  const Bytes* payload = files_.file(name);
  if (payload == nullptr) waiting_ = true;
  return payload;
}

const SpellingDirectory* SpellingLists::directory() {
  if (directory_) return &*directory_;
  if (!exists()) return nullptr;
  const std::string name = spelling_directory_name(*root_.spelling);
  const Bytes* payload = file(name);
  if (payload == nullptr) return nullptr;
  Result<SpellingDirectory> parsed = parse_spelling_directory(name, *payload);
  if (!parsed) {
    failure_ = parsed.error();
    return nullptr;
  }
  directory_ = std::move(*parsed);
  return &*directory_;
}

const std::vector<SpelledWord>* SpellingLists::block(WordOrder order, std::size_t ordinal) {
  for (const Block& block : blocks_) {
    if (block.order == order && block.ordinal == ordinal) return &block.words;
  }
  const SpellingDirectory* directory = this->directory();
  if (directory == nullptr) return nullptr;
  const std::string name = spelling_name((*directory)[order].hashes[ordinal]);
  const Bytes* payload = file(name);
  if (payload == nullptr) return nullptr;
  Result<std::vector<SpelledWord>> words = decode_spelling_block(name, *payload, order);
  if (!words) {
    failure_ = words.error();
    return nullptr;
  }
  blocks_.push_front({order, ordinal, std::move(*words)});
  return &blocks_.front().words;
}

const Homophones* SpellingLists::homophones() {
  if (homophones_) return &*homophones_;
  const SpellingDirectory* directory = this->directory();
  if (directory == nullptr || !directory->homophones) return nullptr;
  const std::string name = spelling_name(*directory->homophones);
  const Bytes* payload = file(name);
  if (payload == nullptr) return nullptr;
  Result<Homophones> decoded = decode_homophones(name, *payload);
  if (!decoded) {
    failure_ = decoded.error();
    return nullptr;
  }
  homophones_ = std::move(*decoded);
  return &*homophones_;
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
