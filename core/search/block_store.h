// BlockStore: the blocks that a searcher has been handed, and a list of those that it lacks.
#pragma once

#include <forward_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "index/position_block.h"
#include "index/position_directory.h"
#include "index/root.h"
#include "index/term_block.h"
#include "index/text_block.h"
#include "index/text_code.h"

namespace catchword {

/// A text block, decoded when it is first looked at.
struct LoadedText {
  Bytes payload;     ///< coded; empty once it is decoded
  std::string text;  ///< what the parts borrow from
  std::vector<TextPart> parts;
};

/// Each getter returns a block, or null after noting it as missing. Blocks stay until the store goes.
class BlockStore {
 public:
  explicit BlockStore(Root root);

  [[nodiscard]] const Root& root() const { return root_; }

  const TermBlock* terms(std::size_t block);
  const PositionDirectory* position_directory();
  const PositionList* positions(std::size_t block, std::size_t entry);
  const LoadedText* text(BlockOrdinal block);
  const TextDecoder* text_decoder();  ///< without which no text can be had
  const TextPlace* place(DocId document);

  /// Whether a getter has found something missing since take_missing.
  [[nodiscard]] bool is_lacking() const { return !missing_.empty(); }

  /// Names of the files that were asked for and not there; in the order of asking, each once.
  [[nodiscard]] std::vector<std::string> take_missing();

  /// The error that made a getter return null although nothing is missing, once.
  [[nodiscard]] Status take_failure();

  /// Takes one file. Error: kDamaged, or kUsage for a name that was never missing.
  Status supply(std::string_view name, ByteView file);

 private:
  enum Kind : std::uint32_t { kTerms, kPositions, kText, kMap, kPositionDirectory, kPrimer, kKinds };

  /// A file as one number: its ordinal among those of its kind, and the kind.
  using FileId = std::uint32_t;

  struct DecodedPositions {
    std::size_t block;
    std::size_t entry;
    PositionList list;
  };

  static FileId file_of(Kind kind, std::size_t ordinal);
  [[nodiscard]] std::string name_of(FileId file) const;
  void note(FileId file);
  [[nodiscard]] FileId position_file(std::size_t file) const;
  bool decode(std::size_t block, std::size_t entry, PositionList& list);
  Status supply_position_directory(std::string_view name, ByteView payload);
  Status supply_terms(std::string_view name, std::size_t ordinal, ByteView payload);
  Status supply_primer(std::string_view name, ByteView payload);
  Status decode_text(std::string_view name, const TextDecoder& decoder, LoadedText& text);
  Status supply_map(std::string_view name, std::size_t ordinal, ByteView payload);

  Root root_;
  std::vector<std::unique_ptr<TermBlock>> terms_;
  std::unique_ptr<PositionDirectory> position_directory_;
  std::vector<std::unique_ptr<Bytes>> positions_;  // payloads, as in the directory
  std::forward_list<DecodedPositions> position_lists_;
  std::unique_ptr<TextDecoder> text_decoder_;
  std::vector<std::unique_ptr<LoadedText>> texts_;
  std::vector<std::vector<TextPlace>> map_chunks_;  // one that isn't there is empty
  std::vector<FileId> missing_;
  std::vector<FileId> wanted_;  ///< all that were ever missing
  Status failure_;
};

}  // namespace catchword
