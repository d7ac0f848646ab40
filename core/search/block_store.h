// BlockStore: the blocks that a searcher has been handed, and a list of those that it lacks.
#pragma once

#include <map>
#include <memory>
#include <optional>
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
  explicit BlockStore(Root root) : root_(std::move(root)) {}

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
  struct Wanted {
    Kind kind;
    std::uint32_t ordinal;
  };

  void note(Kind kind, std::size_t ordinal, std::string name);
  Status supply_terms(std::string_view name, std::uint32_t ordinal, ByteView payload);
  Status supply_text(std::string_view name, std::uint32_t ordinal, ByteView payload);

  Root root_;
  std::map<std::size_t, std::unique_ptr<TermBlock>> terms_;
  std::map<std::size_t, Bytes> positions_;
  std::map<std::pair<std::size_t, std::size_t>, PositionList> position_lists_;
  std::map<BlockOrdinal, std::unique_ptr<LoadedText>> texts_;
  std::map<std::string, Wanted, std::less<>> wanted_;
  std::vector<std::string> missing_;
  std::optional<Error> failure_;
};

}  // namespace catchword
