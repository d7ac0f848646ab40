// TermCodec: the code of a term block, written once for both directions (see codec/range_coder.h).
//
// A block is one stream. Everything in it is predicted by what stands before it in the same block:
// the letters of a term by the two letters before, a gap by the list's density and the gap before it; an
// impact by its fields and by the least that its document had, which tells how long that is, or else by the
// impact before it; a best block by the farthest that its document had.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codec/number_model.h"
#include "index/impact.h"
#include "index/string_codec.h"
#include "index/vocabulary.h"

namespace catchword {

template <Coder C>
class TermCodec {
 public:
  /// `documents`: as many as the collection has.
  TermCodec(C& coder, std::uint32_t documents)
      : coder_(coder),
        documents_(documents),
        known_(documents),
        strings_(coder) {}

  bool flag(int which, bool value) { return coder_.bit(flags_[which], value ? 1 : 0) != 0; }
  std::uint32_t number(int which, std::uint32_t value) {
    return numbers_[which].code(coder_, value);
  }

  /// As StringCodec's; all strings of a block have one.
  std::string suffix(std::string text, std::string_view rest) {
    return strings_.suffix(std::move(text), rest);
  }

  /// Forgets the list before: the next posting is the first of `count`.
  void begin_list(std::uint32_t count) {
    remaining_ = count;
    next_ = 0;
    gap_class_ = 0;
    last_impact_ = kImpactOne;
    last_fields_ = kBody;
  }

  Posting posting(const Posting& value) {
    Posting coded;
    coded.document = document(value.document);
    coded.fields = static_cast<std::uint8_t>(fields_[last_fields_].code(coder_, value.fields));
    const std::size_t kind = coded.fields == kBody ? 0 : coded.fields & kTitle ? 1 : 2;
    coded.impact = impact(coded.document, kind, value.impact);
    if (coded.fields & kTitle) {
      const std::uint32_t words = title_words_.code(coder_, value.title_words - 1);
      coded.title_words = static_cast<std::uint8_t>(words + 1);
      coded.title_place = static_cast<std::uint8_t>(title_places_[words].code(coder_, value.title_place));
    }
    if (coded.fields & (kBody | kHeading)) coded.best_block = best_block(coded.document, value.best_block);
    --remaining_;
    last_impact_ = coded.impact;
    last_fields_ = coded.fields;
    return coded;
  }

 private:
  // What lies between it and the posting before, in the context of what that is on average over the
  // rest of the list, and of the gap before.
  DocId document(DocId value) {
    const std::uint32_t room = documents_ > next_ ? documents_ - next_ : 1;
    const std::uint32_t expected = std::bit_width(room / std::max(remaining_, 1u));
    const std::uint32_t gap = gaps_[std::min(expected, 23u)][gap_class_].code(coder_, value - next_);
    const auto length = static_cast<std::uint32_t>(std::bit_width(gap));
    gap_class_ = length + 2 < expected ? 1 : length < expected ? 2 : 3;
    const DocId coded = next_ + gap;
    next_ = coded + 1;
    return coded;
  }

  std::uint8_t impact(DocId document, std::size_t kind, std::uint8_t value) {
    if (document >= documents_) return 0;  // damage, which the reader of the block refuses
    std::uint8_t& least = known_[document].least_impact;
    SymbolModel<kImpactBits>& model = least == kUnknown ? impacts_[kind][last_impact_ / 8]
                                                        : impacts_again_[kind][least];
    const auto coded = static_cast<std::uint8_t>(model.code(coder_, value));
    least = std::min(least, coded);
    return coded;
  }

  std::uint16_t best_block(DocId document, std::uint16_t value) {
    if (document >= documents_) return 0;  // as above
    std::uint8_t& length = known_[document].length;
    const auto coded = static_cast<std::uint16_t>(blocks_[length].code(coder_, value));
    length = std::max(length, static_cast<std::uint8_t>(1 + std::bit_width(coded)));
    return coded;
  }

  static constexpr std::uint8_t kUnknown = 0xFF;

  // What the postings of a document that were coded tell of it.
  struct Known {
    std::uint8_t least_impact = kUnknown;
    std::uint8_t length = 0;  // 1 and the number of bits of the farthest best block; 0 before the first
  };

  C& coder_;
  std::uint32_t documents_;
  std::vector<Known> known_;  // of each document
  std::array<BitModel, 8> flags_{};
  std::array<NumberModel, 8> numbers_{};
  StringCodec<C> strings_;
  std::array<std::array<NumberModel, 4>, 24> gaps_{};
  std::array<SymbolModel<kFieldCount>, 1 << kFieldCount> fields_{};
  std::array<std::array<SymbolModel<kImpactBits>, kImpactLevels / 8>, 3> impacts_{};
  std::array<std::array<SymbolModel<kImpactBits>, kImpactLevels>, 3> impacts_again_{};
  SymbolModel<3> title_words_;
  std::array<SymbolModel<3>, kMostTitleWords> title_places_{};  // by the title's words, less one
  std::array<NumberModel, 18> blocks_{};  // by Known::length

  std::uint32_t remaining_ = 0;
  DocId next_ = 0;  // the least that may follow
  std::uint32_t gap_class_ = 0;
  std::uint8_t last_impact_ = kImpactOne;
  std::uint8_t last_fields_ = kBody;
};

}  // namespace catchword
