#include "build/text_sizer.h"

#include <algorithm>

#include "base/parallel.h"
#include "build/file_budget.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMostBytes = 1 << 20;  // of a file, about: hosts without ranges send all of it for a block

class TextSizer {
 public:
  TextSizer(const Documents& documents, std::span<const std::uint64_t> ids, const BuildOptions& options, unsigned jobs,
            std::vector<DocumentLayout>& layouts)
      : documents_(documents), ids_(ids), options_(options), jobs_(jobs), layouts_(layouts),
        sizes_{options.text_blocks} {}

  Result<TextLayout> run() {
    Result<TextLayout> layout = smallest_blocks();
    if (!layout) return layout;
    const auto most = static_cast<std::uint32_t>(std::max<std::size_t>(
        FileBudget(options_.max_files).texts() * 7 / 8, 1));  // for the last of a group may have fewer blocks
    const std::uint32_t wanted = (layout->blocks + most - 1) / most;
    layout->blocks_per_file = std::clamp(wanted, 1u, std::max(kMostBytes / sizes_[step_].least, 1u));
    return layout;
  }

 private:
  // From a guess on, step by step, to the smallest blocks that are few enough.
  Result<TextLayout> smallest_blocks() {
    Result<TextLayout> layout = lay_out_at(0);
    for (const DocumentLayout& one : layouts_) bytes_ += one.bytes;
    if (!layout || is_enough(*layout)) return layout;
    layout = lay_out_at(guess(*layout));
    while (layout && !is_enough(*layout)) layout = lay_out_at(step_ + 1);
    while (layout && step_ > 1) {
      const Result<TextLayout> smaller = lay_out_at(step_ - 1);
      if (smaller && !is_enough(*smaller)) return lay_out_at(step_ + 1);
      layout = smaller;
    }
    return layout;
  }

  Result<TextLayout> lay_out_at(std::size_t step) {
    step_ = step;
    while (sizes_.size() <= step) sizes_.push_back(grown(sizes_.back()));
    const bool any_is_cut = std::any_of(layouts_.begin(), layouts_.end(), [&](const auto& one) { return is_cut(one); });
    const Status cut = any_is_cut ? cut_all() : Status();
    return cut ? Result<TextLayout>(lay_out(ids_, layouts_, sizes_[step])) : cut.error();
  }

  // The smallest documents are cut by no size.
  [[nodiscard]] bool is_cut(const DocumentLayout& layout) const {
    return step_ == 0 || layout.bytes >= options_.text_blocks.least;
  }

  [[nodiscard]] Status cut_all() {
    return documents_.visit([&](const Documents::Batch& batch, std::size_t first) -> Status {
      parallel_for(batch.size(), jobs_, [&](std::size_t i, unsigned) {
        DocumentLayout& layout = layouts_[first + i];
        if (!is_cut(layout)) return;
        layout = cut_document(batch[i], sizes_[step_]);
        const bool is_whole = layout.block_count == 1 && layout.pieces.size() == batch[i].passages.size();
        if (is_whole) layout.pieces = std::vector<Piece>();  // there may be very many small documents
      });
      return {};
    });
  }

  [[nodiscard]] bool is_enough(const TextLayout& layout) const {
    const std::size_t least = sizes_[step_].least;
    return layout.blocks <= options_.many_blocks || least >= kLargestLeast || least > bytes_;
  }

  // The step at which blocks are larger by as much as they are too many now, about.
  [[nodiscard]] std::size_t guess(const TextLayout& layout) const {
    const std::uint64_t all = std::uint64_t{sizes_[0].least} * layout.blocks;
    std::size_t step = 1;
    for (BlockSizes sizes = grown(sizes_[0]);; sizes = grown(sizes), ++step) {
      if (sizes.least >= kLargestLeast || sizes.least * std::uint64_t{options_.many_blocks} >= all) return step;
    }
  }

  const Documents& documents_;
  std::span<const std::uint64_t> ids_;
  const BuildOptions& options_;
  unsigned jobs_;
  std::vector<DocumentLayout>& layouts_;
  std::uint64_t bytes_ = 0;  // of all texts
  std::vector<BlockSizes> sizes_;  // of each step
  std::size_t step_ = 0;
};

}  // namespace

Result<TextLayout> lay_out_texts(const Documents& documents, std::span<const std::uint64_t> ids,
                                 const BuildOptions& options, unsigned jobs, std::vector<DocumentLayout>& layouts) {
  return TextSizer(documents, ids, options, jobs, layouts).run();
}

}  // namespace catchword
