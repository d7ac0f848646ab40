// Layout of the stream: for each term but the completions, for each of its postings, the number of
// positions; then for each position how many text blocks it is behind the one before, how many lines,
// and its place in its line, in the same line less the least possible.
//
// What the posting says already is the context: its impact of the number, its best block of the
// blocks. How far apart two lines are is predicted by how many positions are left and by the
// distance before, since words come in clusters.

#include "index/position_block.h"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>

#include "codec/number_model.h"
#include "index/block_file.h"
#include "index/impact.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMostPositions = 1u << 24;
constexpr std::uint32_t kLinesPerBlock = kPositionsPerBlock / kPlacesPerLine;

/// A position, taken apart.
struct Place {
  std::uint32_t block = 0;
  std::uint32_t line = 0;
  std::uint32_t word = 0;

  static Place of(Position position) {
    return {position / kPositionsPerBlock, position % kPositionsPerBlock / kPlacesPerLine,
            position % kPlacesPerLine};
  }
  [[nodiscard]] Position position() const {
    return block * kPositionsPerBlock + line * kPlacesPerLine + word;
  }
  [[nodiscard]] bool in_range() const {
    return block < kMostPositionBlocks && line < kLinesPerBlock && word < kPlacesPerLine;
  }
};

std::uint32_t length(std::uint32_t value, std::uint32_t most) {
  return std::min(static_cast<std::uint32_t>(std::bit_width(value)), most);
}

// One description for both directions, see codec/range_coder.h.
template <Coder C>
class PositionCodec {
 public:
  explicit PositionCodec(C& coder) : coder_(coder), models_(std::make_unique<Models>()) {}

  // Begins the positions of the next posting.
  std::uint32_t count(const Posting& posting, std::uint32_t value) {
    const std::size_t kind = posting.fields == kBody ? 0 : posting.fields & kLinkText ? 2 : 1;
    left_ = models_->counts[kind][posting.impact].code(coder_, value);
    const bool elsewhere = (posting.fields & (kTitle | kMetadata)) != 0;
    alone_ = left_ == 1 && !elsewhere && (posting.fields & (kBody | kHeading)) != 0;
    best_block_ = posting.best_block;
    first_ = true;
    last_ = {};
    return left_;
  }

  // A decoder's may be out of range.
  Place place(const Place& value) {
    const std::uint32_t left = length(left_--, 7);
    Place coded;
    coded.block = block(value.block, left);
    const bool same_block = !first_ && coded.block == last_.block;
    const std::uint32_t first_line = same_block ? last_.line : 0;
    const std::uint32_t lines =
        models_->lines[same_block ? 1 + line_class_ : 0][left].code(coder_, value.line - first_line);
    coded.line = first_line + lines;
    coded.word = same_block && lines == 0 ? next_word(value.word, left)
                                          : word(value.word, same_block ? length(lines, 6) : 0);
    line_class_ = same_block ? length(lines, 9) + 1 : 0;
    first_ = false;
    last_ = coded;
    return coded;
  }

 private:
  struct Models {
    std::array<std::array<NumberModel, kImpactLevels>, 3> counts{};
    BitModel in_best_block{};
    std::array<std::array<NumberModel, 5>, 8> blocks{};  // by what is left, and the best block
    std::array<std::array<NumberModel, 8>, 12> lines{};  // by the distance before, and what is left
    std::array<SymbolModel<6>, 7> words{};               // by the distance of the line
    std::array<std::array<NumberModel, 8>, 8> gaps{};    // by the gap before, and what is left
  };

  // A word that stands once stands in its best block, but for a line that two blocks share.
  std::uint32_t block(std::uint32_t value, std::uint32_t left) {
    if (alone_ && coder_.bit(models_->in_best_block, value == best_block_) != 0) return best_block_;
    const std::uint32_t before = last_.block;
    const std::size_t first = best_block_ == 0 ? 0 : 1;
    const std::size_t next = before < best_block_ ? 2 : before == best_block_ ? 3 : 4;
    return before + models_->blocks[left][first_ ? first : next].code(coder_, value - before);
  }

  std::uint32_t word(std::uint32_t value, std::uint32_t distance) {
    gap_class_ = 0;
    return models_->words[distance].code(coder_, value);
  }

  // The word's place in the line of the position before.
  std::uint32_t next_word(std::uint32_t value, std::uint32_t left) {
    const std::uint32_t least = last_.word + 1;
    const std::uint32_t gap = models_->gaps[gap_class_][left].code(coder_, value - least);
    gap_class_ = length(gap, 7);
    return least + gap;
  }

  C& coder_;
  std::unique_ptr<Models> models_;
  std::uint32_t left_ = 0;
  std::uint32_t best_block_ = 0;
  std::uint32_t line_class_ = 0;
  std::uint32_t gap_class_ = 0;
  bool alone_ = false;
  bool first_ = true;
  Place last_;
};

}  // namespace

Bytes encode_position_block(std::span<const TermPositions> terms) {
  RangeEncoder coder;
  PositionCodec codec(coder);
  for (const TermPositions& term : terms) {
    for (std::size_t i = 0; i < term.postings.size(); ++i) {
      const auto positions = term.positions->of(term.first + i);
      codec.count(term.postings[i], static_cast<std::uint32_t>(positions.size()));
      for (const Position position : positions) codec.place(Place::of(position));
    }
  }
  return coder.finish();
}

Status decode_positions(std::string_view name, ByteView payload, const TermBlock& terms,
                        PostingRun run, std::size_t begin, std::size_t end, PositionList& list) {
  RangeDecoder coder(payload);
  PositionCodec codec(coder);
  std::uint32_t total = 0;
  for (std::size_t i = 0; i < end; ++i) {
    const TermBlock::Entry& entry = terms.entries()[i];
    if (entry.term.completion) continue;
    for (const Posting& posting : terms.postings(entry, run)) {
      const std::uint32_t count = codec.count(posting, 0);
      if (count > kMostPositions - total || !coder.ok()) return damaged(name, "too many positions");
      total += count;
      Position least = 0;
      for (std::uint32_t n = 0; n < count; ++n) {
        const Place place = codec.place({});
        const Position position = place.position();
        const bool possible = place.in_range() && position >= least && coder.ok();
        if (!possible) return damaged(name, "a position is out of range");
        least = position;
        if (i >= begin) list.positions.push_back(position);
      }
      if (i >= begin) list.starts.push_back(static_cast<std::uint32_t>(list.positions.size()));
    }
  }
  return {};
}

}  // namespace catchword
