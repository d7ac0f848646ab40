// SpellingLists: the vocabulary of a bundle in its several orders, as far as it was handed in.
#pragma once

#include <forward_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/homophones.h"
#include "index/root.h"
#include "index/spelling_directory.h"
#include "spelling/file_store.h"

namespace catchword {

/// What a getter lacks the file store notes as missing. Blocks that were decoded stay.
class SpellingLists {
 public:
  /// Borrows both.
  SpellingLists(FileStore& files, const Root& root) : files_(files), root_(root) {}

  /// Whether the bundle has a vocabulary; without one all is empty and nothing missing.
  [[nodiscard]] bool exists() const { return root_.spelling.has_value(); }

  /// Null while it is missing, or damaged.
  const SpellingDirectory* directory();

  /// The words of a block, by their keys. Null while it is missing, or damaged.
  const std::vector<SpelledWord>* block(WordOrder order, std::size_t ordinal);

  /// What reads alike. Null while it is missing, or damaged, and where the bundle has none.
  const Homophones* homophones();

  /// The word that is written `folded`, from `order`; null when there is none, and while its block is
  /// missing.
  const SpelledWord* find(std::string_view folded, WordOrder order);

  /// Whether a getter has found something missing since the last call.
  [[nodiscard]] bool is_waiting() const { return waiting_; }
  void begin() { waiting_ = false; }

  /// The error that made a getter return null although nothing is missing, once.
  [[nodiscard]] Status take_failure();

 private:
  struct Block {
    WordOrder order;
    std::size_t ordinal;
    std::vector<SpelledWord> words;
  };

  /// What `decode` makes of the payload of the file `name`; nothing while it is missing, or when it is damaged.
  template <class T, class Decode>
  std::optional<T> read(const std::string& name, Decode decode);

  FileStore& files_;
  const Root& root_;
  std::optional<SpellingDirectory> directory_;
  std::optional<Homophones> homophones_;
  std::forward_list<Block> blocks_;
  Status failure_;
  bool waiting_ = false;
};

}  // namespace catchword
