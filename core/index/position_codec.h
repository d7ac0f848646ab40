// PositionCodec: the code of a position block, written once for both directions.
//
// Layout of the stream: for each term but the completions, for each of its postings, the number of
// positions; then for each position how many text blocks it is behind the one before, how many lines,
// and its place in its line, in the same line less the least possible.
//
// What the posting says already is the context: its fields of the number and the first line, its best block of the
// blocks; which word of a title it is tells where that stands. Its impact would take .6% less, and an edit which makes a
// page longer changes the impacts of all its words. How far apart two lines are is predicted by how many positions are
// left and by the distance before, since words come in clusters.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>

#include "codec/number_model.h"
#include "index/position_list.h"
#include "index/vocabulary.h"

namespace catchword {

inline constexpr std::uint32_t kLinesPerBlock = kPositionsPerBlock / kPlacesPerLine;

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
  friend bool operator==(const Place&, const Place&) = default;
  [[nodiscard]] bool in_range() const {
    return block < kMostPositionBlocks && line < kLinesPerBlock && word < kPlacesPerLine;
  }
};

/// The models of a position block; they hold nothing else.
struct PositionModels {
  std::array<NumberModel, 3> counts{};                 // by the kind of fields
  BitModel in_best_block{};
  std::array<std::array<NumberModel, 5>, 8> blocks{};  // by what is left, and the best block
  std::array<std::array<NumberModel, 8>, 16> lines{};  // by the distance or the kind of place before, and what is left
  std::array<SymbolModel<6>, 11> words{};              // by the distance of the line; of a first one by the kind of fields
  std::array<BitModel, kNoTitlePlace + 1> in_title{};  // by the place in the title
  std::array<std::array<NumberModel, 8>, 8> gaps{};    // by the gap before, and what is left

  /// Calls `visit` with each bit model, in the order of docs/FORMAT.md.
  template <class F>
  void each(F&& visit) {
    for (NumberModel& model : counts) model.each(visit);
    visit(in_best_block);
    each_of(blocks, visit);
    each_of(lines, visit);
    for (auto& model : words) model.each(visit);
    for (BitModel& model : in_title) visit(model);
    each_of(gaps, visit);
  }

 private:
  template <class Families, class F>
  static void each_of(Families& families, F& visit) {
    for (auto& family : families) {
      for (NumberModel& model : family) model.each(visit);
    }
  }
};

/// One description for both directions, see codec/range_coder.h.
template <Coder C>
class PositionCodec {
 public:
  /// The models are at first as `prior` has them.
  PositionCodec(C& coder, const PositionModels& prior)
      : coder_(coder), models_(std::make_unique<PositionModels>(prior)) {}

  [[nodiscard]] PositionModels& models() { return *models_; }

  // An encoder's: all positions of `terms`.
  void code(std::span<const TermPositions> terms) {
    for (const TermPositions& term : terms) {
      for (std::size_t i = 0; i < term.postings.size(); ++i) {
        const auto positions = term.positions->of(term.first + i);
        count(term.postings[i], static_cast<std::uint32_t>(positions.size()));
        for (const Position position : positions) place(Place::of(position));
      }
    }
  }

  // Begins the positions of the next posting.
  std::uint32_t count(const Posting& posting, std::uint32_t value) {
    const std::size_t kind = posting.fields == kBody ? 0 : posting.fields & kLinkText ? 2 : 1;
    left_ = models_->counts[kind].code(coder_, value);
    const bool elsewhere = (posting.fields & (kTitle | kMetadata)) != 0;
    alone_ = left_ == 1 && !elsewhere && (posting.fields & (kBody | kHeading)) != 0;
    best_block_ = posting.best_block;
    title_place_ = (posting.fields & kTitle) != 0 && posting.title_place <= kLastTitlePlace ? posting.title_place : 0;
    fields_kind_ = kind_of(posting.fields);
    first_ = true;
    last_ = {};
    return left_;
  }

  // A decoder's may be out of range.
  Place place(const Place& value) {
    const std::uint32_t left = length(left_--, 7);
    if (first_ && title_place_ != 0 && stands_in_title(value)) return last_;
    Place coded;
    coded.block = block(value.block, left);
    const bool same_block = !first_ && coded.block == last_.block;
    const std::uint32_t first_line = same_block ? last_.line : 0;
    const std::size_t before = same_block ? 1 + line_class_ : first_ ? kFirstLines[fields_kind_] : 0;
    const std::uint32_t lines = models_->lines[before][left].code(coder_, value.line - first_line);
    coded.line = first_line + lines;
    const std::size_t kind = same_block ? length(lines, 6) : first_ ? kFirstWords + fields_kind_ : 0;
    coded.word = same_block && lines == 0 ? next_word(value.word, left) : word(value.word, kind);
    line_class_ = same_block ? length(lines, 9) + 1 : 0;
    first_ = false;
    last_ = coded;
    return coded;
  }

 private:
  // Contexts of lines, but for distances: 0 another block, then distances from 1 to 11.
  static constexpr std::uint32_t kBehindTitle = 11;  // as a distance
  static constexpr std::array<std::uint8_t, 4> kFirstLines{0, 13, 14, 15};  // by kind_of
  static constexpr std::size_t kFirstWords = 7;

  static std::uint32_t length(std::uint32_t value, std::uint32_t most) {
    return std::min(static_cast<std::uint32_t>(std::bit_width(value)), most);
  }

  // The body alone; a title; a heading; else.
  static std::uint8_t kind_of(std::uint8_t fields) {
    if (fields == kBody) return 0;
    if ((fields & kTitle) != 0) return 1;
    return (fields & kHeading) != 0 ? 2 : 3;
  }

  // Whether the first position is the one that the place in the title tells; then it is the last one.
  bool stands_in_title(const Place& value) {
    const Place told{0, 0, title_place_ - 1u};
    if (coder_.bit(models_->in_title[title_place_], value == told ? 1 : 0) == 0) return false;
    last_ = told;
    line_class_ = kBehindTitle;
    gap_class_ = 0;
    first_ = false;
    return true;
  }

  // A word that stands once stands in its best block, but for a line that two blocks share.
  std::uint32_t block(std::uint32_t value, std::uint32_t left) {
    if (alone_ && coder_.bit(models_->in_best_block, value == best_block_) != 0) return best_block_;
    const std::uint32_t before = last_.block;
    const std::size_t first = best_block_ == 0 ? 0 : 1;
    const std::size_t next = before < best_block_ ? 2 : before == best_block_ ? 3 : 4;
    return before + models_->blocks[left][first_ ? first : next].code(coder_, value - before);
  }

  std::uint32_t word(std::uint32_t value, std::size_t kind) {
    gap_class_ = 0;
    return models_->words[kind].code(coder_, value);
  }

  // The word's place in the line of the position before.
  std::uint32_t next_word(std::uint32_t value, std::uint32_t left) {
    const std::uint32_t least = last_.word + 1;
    const std::uint32_t gap = models_->gaps[gap_class_][left].code(coder_, value - least);
    gap_class_ = length(gap, 7);
    return least + gap;
  }

  C& coder_;
  std::unique_ptr<PositionModels> models_;
  std::uint32_t left_ = 0;
  std::uint32_t best_block_ = 0;
  std::uint32_t line_class_ = 0;
  std::uint32_t gap_class_ = 0;
  std::uint8_t title_place_ = 0;
  std::uint8_t fields_kind_ = 0;
  bool alone_ = false;
  bool first_ = true;
  Place last_;
};

}  // namespace catchword
