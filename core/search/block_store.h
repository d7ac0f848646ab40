// BlockStore: the blocks that a searcher has been handed, and a list of those that it lacks.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "index/position_block.h"
#include "index/root.h"
#include "index/term_block.h"
#include "index/text_block.h"

namespace catchword {

/// A text block with the bytes that its parts borrow from.
struct LoadedText {
  Bytes bytes;
  std::vector<TextPart> parts;
};

/// Each getter returns a block, or null after noting it as missing. Blocks stay until the store goes.
class BlockStore {
 public:
  explicit BlockStore(Root root);

  [[nodiscard]] const Root& root() const { return root_; }

  const TermBlock* terms(std::size_t block);
  const PositionList* positions(std::size_t block, std::size_t entry);
  const LoadedText* text(BlockOrdinal block);

  /// Names of the files that were asked for and not there; in the order of asking, each once.
  [[nodiscard]] std::vector<std::string> take_missing();

  /// The error that made a getter return null although nothing is missing, once.
  [[nodiscard]] Status take_failure();

  /// Takes one file: its checksum and, for text, the inflated payload. Error: kDamaged, or kUsage
  /// for a name that was never missing.
  Status supply(std::string_view name, ByteView file);

 private:
  enum class Kind { kTerms, kPositions, kText };

  /// A file that a search has asked for, now or before.
  struct Wanted {
    std::string name;
    Kind kind;
    std::size_t ordinal;
  };

  using PositionLists = std::vector<std::unique_ptr<PositionList>>;

  struct LoadedTerms {
    std::unique_ptr<TermBlock> terms;
    std::unique_ptr<Bytes> positions;  ///< the payload of its position block
    PositionLists lists;               ///< by entry, those that have been decoded
  };

  [[nodiscard]] std::string name_of(Kind kind, std::size_t ordinal) const;
  void note(Kind kind, std::size_t ordinal);
  Status supply_terms(const Wanted& wanted, ByteView payload);
  Status supply_text(const Wanted& wanted, ByteView payload);

  Root root_;
  std::vector<LoadedTerms> terms_;
  std::vector<std::unique_ptr<LoadedText>> texts_;
  std::vector<Wanted> wanted_;
  std::vector<std::uint32_t> missing_;  ///< of wanted_
  Status failure_;
};

}  // namespace catchword
