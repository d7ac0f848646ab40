#include "build/text_layout.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "build/content_hash.h"

namespace catchword {
namespace {

constexpr std::size_t kLongestLine = 1500;     // a line beyond is divided
constexpr std::uint32_t kSmallestTail = 1024;  // a last block below is joined to the one before

// The end of the line that begins at `at`, or of a part of it that ends in white space. Looks no farther than a part,
// for a book may be one line.
std::size_t line_end(std::string_view text, std::size_t at) {
  const std::string_view part = text.substr(at, kLongestLine + 1);
  const std::size_t end = std::min(part.find('\n'), part.size() - 1) + 1;
  if (end <= kLongestLine) return at + end;
  const std::size_t space = part.rfind(' ');
  if (space != std::string_view::npos && space > 0) return at + space + 1;
  std::size_t cut = at + kLongestLine;
  while (is_continuation(text[cut])) --cut;
  return cut;
}

class Cutter {
 public:
  Cutter(const Document& document, const BlockSizes& sizes) : document_(document), sizes_(sizes) {}

  DocumentLayout run() {
    for (std::uint32_t i = 0; i < document_.passages.size(); ++i) cut_passage(i);
    join_small_tail();
    layout_.block_count = layout_.pieces.empty() ? 1 : layout_.pieces.back().block + 1;
    return std::move(layout_);
  }

 private:
  void cut_passage(std::uint32_t index) {
    const Passage& passage = document_.passages[index];
    if (index > 0 && ends_before(passage.heading, 2)) begin_block();
    open_piece(index, 0);
    for (std::size_t at = 0; at < passage.text.size();) {
      const std::size_t end = line_end(passage.text, at);
      const std::string_view line = std::string_view(passage.text).substr(at, end - at);
      const bool may_end = at > 0 && (passage.text[at - 1] == '\n' || size_ >= sizes_.most);
      if (may_end && (size_ + line.size() > sizes_.most || ends_before(line, 8))) {
        begin_block();
        open_piece(index, static_cast<std::uint32_t>(at));
      }
      grow(static_cast<std::uint32_t>(line.size()));
      layout_.pieces.back().end = static_cast<std::uint32_t>(end);
      at = end;
    }
  }

  // A block ends before a line whose hash says so, one in `chance`, once it is long enough.
  [[nodiscard]] bool ends_before(std::string_view line, std::uint64_t chance) const {
    return size_ >= sizes_.most || (size_ >= sizes_.least && content_hash(line) % chance == 0);
  }

  void begin_block() {
    ++block_;
    size_ = 0;
  }

  void open_piece(std::uint32_t passage, std::uint32_t begin) {
    layout_.pieces.push_back({passage, begin, begin, block_});
    grow(static_cast<std::uint32_t>(document_.passages[passage].heading.size()));
  }

  void grow(std::uint32_t bytes) {
    size_ += bytes;
    layout_.bytes += bytes;
  }

  void join_small_tail() {
    if (block_ == 0 || size_ >= kSmallestTail) return;
    for (Piece& piece : layout_.pieces) piece.block = std::min(piece.block, block_ - 1);
  }

  const Document& document_;
  const BlockSizes& sizes_;
  DocumentLayout layout_;
  std::uint32_t block_ = 0;
  std::uint32_t size_ = 0;
};

// Hands out places front to back.
class Allocator {
 public:
  explicit Allocator(const BlockSizes& sizes) : sizes_(sizes) {}

  TextPlace place(const DocumentLayout& layout, std::uint64_t hash) {
    const bool small = layout.block_count == 1 && layout.bytes < sizes_.least;
    const bool full = shared_bytes_ + layout.bytes > sizes_.most ||
                      (shared_bytes_ >= sizes_.least && hash % 2 == 0);
    if (small && sharing_ && !full) {
      ++slot_;
    } else {
      open_block();
    }
    sharing_ = small;
    shared_bytes_ += layout.bytes;
    const TextPlace place{next_ - 1, slot_};
    next_ += layout.block_count - 1;
    return place;
  }

  [[nodiscard]] BlockOrdinal end() const { return next_; }

 private:
  void open_block() {
    ++next_;
    slot_ = 0;
    shared_bytes_ = 0;
  }

  const BlockSizes& sizes_;
  BlockOrdinal next_ = 0;
  std::uint32_t slot_ = 0;
  std::uint32_t shared_bytes_ = 0;
  bool sharing_ = false;
};

}  // namespace

DocumentLayout cut_document(const Document& document, const BlockSizes& sizes) {
  return Cutter(document, sizes).run();
}

std::vector<Piece> pieces_of(const Document& document, const DocumentLayout& layout) {
  if (!layout.pieces.empty()) return layout.pieces;
  std::vector<Piece> pieces;
  for (const Passage& passage : document.passages) {
    pieces.push_back({static_cast<std::uint32_t>(pieces.size()), 0, static_cast<std::uint32_t>(passage.text.size()), 0});
  }
  return pieces;
}

BlockSizes grown(BlockSizes sizes) {
  constexpr std::uint32_t kStep = 24;
  return {sizes.least + sizes.least / kStep + 1, sizes.most + sizes.most / kStep + 1};
}

TextLayout lay_out(std::span<const std::uint64_t> ids, std::span<DocumentLayout> layouts,
                   const BlockSizes& sizes) {
  Allocator allocator(sizes);
  for (std::size_t i = 0; i < layouts.size(); ++i) {
    layouts[i].place = allocator.place(layouts[i], ids[i]);
  }
  return {allocator.end()};
}

}  // namespace catchword
