// BlockStore: the blocks that a searcher has been handed, and a list of those that it lacks.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "index/root.h"
#include "index/term_block.h"
#include "index/text_block.h"
#include "index/text_code.h"

namespace catchword {

/// A text block, decoded as it comes, so that no search has to decode many at once.
struct LoadedText {
  std::string text;  ///< what the parts borrow from
  std::vector<TextPart> parts;
};

/// Each getter returns a block, or null after noting it as missing. Blocks stay until the store goes.
class BlockStore {
 public:
  /// Takes the root, which comes first. Error: kDamaged, kUnsupported.
  Status open(std::string_view name, ByteView file);

  [[nodiscard]] const Root& root() const { return root_; }

  /// The number of the term block where `key` stands or would stand, see BlockTable. Where the page that says it is
  /// missing, the page's own, behind those of all blocks: a block that is never there. REQUIRES: there are terms.
  [[nodiscard]] std::size_t block_of(std::string_view key, std::size_t compared = std::string::npos) const;
  [[nodiscard]] std::size_t last_block_of(std::string_view prefix) const { return block_of(prefix, prefix.size()); }

  /// Whether a number is a block's and no page's.
  [[nodiscard]] bool knows(std::size_t block) const { return block < root_.term_blocks; }

  const TermBlock* terms(std::size_t block);
  const LoadedText* text(BlockOrdinal block);  ///< of a document whose place is known; asked for only once it can be decoded
  const TextDecoder* text_decoder();  ///< without which no text can be had
  const TextPlace* place(DocId document);

  /// Whether a getter has found something missing since take_missing.
  [[nodiscard]] bool is_lacking() const { return !missing_.empty(); }

  /// Names of the files that were asked for and not there; in the order of asking, each once.
  [[nodiscard]] std::vector<std::string> take_missing();

  /// Takes one file, and decodes it. Error: kDamaged, or kUsage for a name that was never missing.
  Status supply(std::string_view name, ByteView file);

 private:
  enum Kind : std::uint32_t { kTerms, kText, kMap, kPrimer, kKinds };

  /// A file as one number: its ordinal among those of its kind, and the kind.
  using FileId = std::uint32_t;

  static FileId file_of(Kind kind, std::size_t ordinal);
  [[nodiscard]] std::string name_of(FileId file) const;
  void note(FileId file);
  Status supply_terms(std::string_view name, std::size_t ordinal, ByteView payload);
  Status supply_primer(std::string_view name, ByteView payload);
  Status supply_text(std::string_view name, std::size_t ordinal, ByteView payload);
  Status supply_map(std::string_view name, std::size_t ordinal, ByteView payload);

  Root root_;
  std::vector<BlockTable> pages_;  // of the table of term blocks; one that isn't there is empty
  std::vector<std::unique_ptr<TermBlock>> terms_;  // and for each page a place that stays empty
  std::unique_ptr<TextDecoder> text_decoder_;
  std::vector<std::unique_ptr<LoadedText>> texts_;
  std::vector<std::vector<TextPlace>> map_chunks_;  // one that isn't there is empty
  std::vector<TextExtent> extents_;  // of the text blocks; none where each is a file
  std::vector<FileId> missing_;
  std::vector<FileId> wanted_;  ///< all that were ever missing
};

}  // namespace catchword
