#include "build/position_writer.h"

#include <numeric>

namespace catchword {
namespace {

// Of positions, each somewhat below a byte: what a phrase loads, and what an edit changes. Smaller ones would
// be more files, of which the texts, that every search loads, make better use.
constexpr std::size_t kLeast = 9000;
constexpr std::size_t kMost = 13500;
constexpr DocId kCutDocuments = 16;

// Positions from which on a prior saves more than it costs.
constexpr std::uint64_t kLeastForPrior = 65536;

class Cutter {
 public:
  explicit Cutter(const PositionPrior& prior) : prior_(prior) {}

  void add(const TermList& list, const PositionList& positions) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < list.postings.size(); ++i) {
      if (cuts_before(list.postings[i])) {
        take(list, positions, begin, i);
        finish_file(ordinal_ + static_cast<std::uint32_t>(i));
        begin = i;
      }
      size_ += positions.of(i).size();
    }
    take(list, positions, begin, list.postings.size());
    skip(list);
  }

  /// Passes over a completion or a reference.
  void skip(const TermList& list) { ordinal_ += static_cast<std::uint32_t>(list.postings.size()); }

  std::vector<PositionFile> finish() {
    finish_file(ordinal_);
    return std::move(files_);
  }

 private:
  [[nodiscard]] bool cuts_before(const Posting& posting) const {
    return size_ >= kMost || (size_ >= kLeast && posting.document % kCutDocuments == 0);
  }

  void take(const TermList& list, const PositionList& positions, std::size_t begin,
            std::size_t end) {
    if (begin < end) terms_.push_back({list.postings.subspan(begin, end - begin), &positions, begin});
  }

  void finish_file(std::uint32_t next) {
    files_.push_back({first_, size_, encode_position_block(terms_, prior_)});
    first_ = next;
    size_ = 0;
    terms_.clear();
  }

  const PositionPrior& prior_;
  std::vector<PositionFile> files_;
  std::vector<TermPositions> terms_;  // of the file that is being filled
  std::size_t size_ = 0;              // its positions
  std::uint32_t first_ = 0;           // its first posting
  std::uint32_t ordinal_ = 0;         // of the next list's first posting
};

std::uint64_t count_positions(const InvertedIndex& index) {
  return std::accumulate(index.position_counts.begin(), index.position_counts.end(), std::uint64_t{0});
}

}  // namespace

std::size_t shared_file_size(const InvertedIndex& index, std::size_t term_blocks, std::size_t most_files) {
  const std::uint64_t positions = count_positions(index);
  if (term_blocks + positions / kLeast <= most_files) return 0;
  std::size_t size = kMost;
  while (positions / size + 1 > most_files && size < positions) size *= 2;
  return size;
}

std::vector<PositionFile> write_positions(std::span<const TermList> lists,
                                          std::span<const PositionList> positions,
                                          const PositionPrior& prior) {
  Cutter cutter(prior);
  std::size_t word = 0;
  for (const TermList& list : lists) {
    if (list.term.is_word()) {
      cutter.add(list, positions[word++]);
    } else {
      cutter.skip(list);
    }
  }
  return cutter.finish();
}

PriorLearner::PriorLearner(std::span<const std::size_t> documents) {
  for (const std::size_t document : documents) {
    if (document >= sampled_.size()) sampled_.resize(document + 1);
    sampled_[document] = true;
  }
}

void PriorLearner::add_window(const InvertedIndex& index) {
  for (std::size_t i = 0; i < index.postings.size(); ++i) {
    const DocId document = index.postings[i].document;
    if (document >= sampled_.size() || !sampled_[document]) continue;
    const auto positions = index.positions[i];
    postings_.push_back(index.postings[i]);
    positions_.positions.insert(positions_.positions.end(), positions.begin(), positions.end());
    positions_.starts.push_back(static_cast<std::uint32_t>(positions_.positions.size()));
  }
}

PositionPrior PriorLearner::learn(const InvertedIndex& index) const {
  if (count_positions(index) < kLeastForPrior) return {};
  const TermPositions sample{postings_, &positions_};
  return PositionPrior::of({&sample, 1});
}

}  // namespace catchword
