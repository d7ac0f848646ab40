// Layout of the stream: for each list
//   the number of its documents less one
//   for each document, how many are skipped since the one before

#include "index/value_lists.h"

#include <algorithm>
#include <array>
#include <bit>

#include "codec/number_model.h"
#include "index/block_file.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMostListed = 1u << 24;  // of a block, beside one list of all documents

// Lists are short: what their gaps have in common is told by lengths, not by the bits below (see expect_even_bits).
constexpr std::uint32_t kEvenBits = 6;

// One description for both directions, see codec/range_coder.h.
template <Coder C>
class ListCodec {
 public:
  ListCodec(C& coder, std::uint32_t documents) : coder_(coder), documents_(documents) {
    for (auto& by_close : gaps_) {
      for (NumberModel& gaps : by_close) gaps.expect_even_bits(kEvenBits);
    }
  }

  /// Begins a list, of so many documents.
  std::uint32_t count(std::uint32_t value) {
    left_ = counts_.code(coder_, value - 1) + 1;
    next_ = 0;
    close_ = 0;
    return left_;
  }

  DocId document(DocId value) {
    const std::uint32_t room = std::max(documents_, next_ + 1) - next_;
    const auto expected = static_cast<std::uint32_t>(std::bit_width(room / std::max(left_, 1u)));
    const std::uint32_t gap = gaps_[std::min(expected, 23u)][close_].code(coder_, value - next_);
    const auto width = static_cast<std::uint32_t>(std::bit_width(gap));
    close_ = width + 2 < expected ? 1 : width < expected ? 2 : 3;
    --left_;
    const DocId coded = next_ + gap;
    next_ = coded + 1;
    return coded;
  }

 private:
  C& coder_;
  std::uint32_t documents_;
  NumberModel counts_;
  // By the gap that is to be expected, and by how the one before was to what was expected then.
  std::array<std::array<NumberModel, 4>, 24> gaps_{};
  std::uint32_t left_ = 0;
  DocId next_ = 0;  // the least that may follow
  std::uint32_t close_ = 0;
};

}  // namespace

Bytes encode_value_lists(std::span<const std::vector<DocId>> lists, std::uint32_t documents) {
  RangeEncoder coder;
  ListCodec codec(coder, documents);
  for (const std::vector<DocId>& list : lists) {
    codec.count(static_cast<std::uint32_t>(list.size()));
    for (const DocId document : list) codec.document(document);
  }
  return coder.finish();
}

Status decode_value_lists(std::string_view name, ByteView payload, std::uint32_t begin,
                          std::uint32_t end, DocumentSet& found) {
  const std::uint32_t documents = found.universe();
  RangeDecoder coder(payload);
  ListCodec codec(coder, documents);
  std::uint64_t listed = 0;
  for (std::uint32_t i = 0; i < end; ++i) {
    const std::uint32_t count = codec.count(0);
    listed += count;
    if (count > documents || listed > std::uint64_t{documents} + kMostListed || !coder.ok()) {
      return damaged(name, "a list is longer than the index");
    }
    DocId least = 0;
    for (std::uint32_t n = 0; n < count; ++n) {
      const DocId document = codec.document(0);
      if (document < least || document >= documents) return damaged(name, "a document is out of range");
      least = document + 1;
      if (i >= begin) found.insert(document);
    }
  }
  if (!coder.ok()) return damaged(name, "the stream ends early");
  return {};
}

}  // namespace catchword
