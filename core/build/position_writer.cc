#include "build/position_writer.h"

#include <numeric>

namespace catchword {
namespace {

constexpr std::uint64_t kCutDocuments = 16;

// Of a block, however large its file is: what stands in it before a word is decoded, too.
constexpr std::size_t kMostOfBlock = 13500;

class Encoder {
 public:
  explicit Encoder(std::span<const PositionCut> cuts) : cuts_(cuts) {}

  void add(const TermList& list, const PositionList& positions) {
    std::size_t begin = 0;
    for (; !cuts_.empty() && cuts_.front().word == word_; cuts_ = cuts_.subspan(1)) {
      take(list, positions, begin, cuts_.front().posting);
      begin = cuts_.front().posting;
      begin_block(ordinal_ + static_cast<std::uint32_t>(begin));
    }
    take(list, positions, begin, list.postings.size());
    ++word_;
    skip(list);
  }

  /// Passes over a completion or a reference.
  void skip(const TermList& list) { ordinal_ += static_cast<std::uint32_t>(list.postings.size()); }

  std::vector<PositionBlock> finish() {
    finish_block();
    return std::move(blocks_);
  }

 private:
  void take(const TermList& list, const PositionList& positions, std::size_t begin, std::size_t end) {
    if (begin < end) terms_.push_back({list.postings.subspan(begin, end - begin), &positions, begin});
  }

  void begin_block(std::uint32_t first) {
    if (!blocks_.empty()) finish_block();
    blocks_.push_back({blocks_.empty() ? 0 : first, cuts_.front().begins_file, {}});
  }

  void finish_block() {
    blocks_.back().payload = encode_position_block(terms_);
    terms_.clear();
  }

  std::span<const PositionCut> cuts_;  // that are still to come
  std::vector<PositionBlock> blocks_;
  std::vector<TermPositions> terms_;  // of the block that is being filled
  std::uint32_t ordinal_ = 0;         // of the next list's first posting
  std::size_t word_ = 0;              // of the next list, if it is of a word
};

std::uint64_t count_positions(const InvertedIndex& index) {
  return std::accumulate(index.position_counts.begin(), index.position_counts.end(), std::uint64_t{0});
}

}  // namespace

std::size_t position_file_size(const InvertedIndex& index, std::size_t least, std::size_t most_files) {
  const std::uint64_t positions = count_positions(index);
  std::size_t size = least;
  while (positions / size + 1 > most_files && size < positions) size *= 2;
  return size;
}

std::vector<bool> cutting_documents(std::span<const std::uint64_t> ids) {
  std::vector<bool> cutting;
  for (const std::uint64_t id : ids) cutting.push_back(id % kCutDocuments == 0);
  return cutting;
}

std::vector<PositionCut> PositionCutter::cut(const InvertedIndex& index, TermRange terms) {
  std::vector<PositionCut> cuts;
  std::size_t in_block = 0;
  for (std::size_t term = terms.begin; term < terms.end; ++term) {
    const std::size_t start = index.starts[term] - index.starts[index.window.begin];
    for (std::size_t i = 0; i < index.count(term); ++i) {
      const bool begins_file = ends_file_before(index.postings[start + i].document);
      if (cuts.empty() || begins_file || in_block >= kMostOfBlock) {
        cuts.push_back({term - terms.begin, i, begins_file});
        in_block = 0;
      }
      if (begins_file) in_file_ = 0;
      is_first_ = false;
      in_block += index.positions[start + i].size();
      in_file_ += index.positions[start + i].size();
    }
  }
  return cuts;
}

bool PositionCutter::ends_file_before(DocId document) const {
  return is_first_ || in_file_ >= file_size_ + file_size_ / 2 || (in_file_ >= file_size_ && cutting_[document]);
}

std::vector<PositionBlock> write_positions(std::span<const TermList> lists, std::span<const PositionList> positions,
                                           std::span<const PositionCut> cuts) {
  Encoder encoder(cuts);
  std::size_t word = 0;
  for (const TermList& list : lists) {
    if (list.term.is_word()) {
      encoder.add(list, positions[word++]);
    } else {
      encoder.skip(list);
    }
  }
  return encoder.finish();
}

}  // namespace catchword
