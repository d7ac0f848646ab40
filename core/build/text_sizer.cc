#include "build/text_sizer.h"

#include <algorithm>

#include "base/parallel.h"
#include "build/file_budget.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMostBytes = 1 << 20;  // of a block, about: no search shall load and decode more at once

std::uint64_t text_bytes(const std::vector<Document>& documents) {
  std::uint64_t bytes = 0;
  for (const Document& document : documents) {
    for (const Passage& passage : document.passages) {
      bytes += passage.heading.size() + passage.text.size();
    }
  }
  return bytes;
}

class TextSizer {
 public:
  TextSizer(const std::vector<Document>& documents, const BuildOptions& options, unsigned jobs,
            std::vector<DocumentLayout>& layouts)
      : documents_(documents), options_(options), jobs_(jobs), layouts_(layouts), bytes_(text_bytes(documents)),
        most_(FileBudget(options.max_files).texts()), sizes_{options.text_blocks} {}

  // From a guess on, step by step, to the smallest blocks that are few enough.
  TextLayout run() {
    TextLayout layout = lay_out_at(0);
    if (is_enough(layout)) return layout;
    layout = lay_out_at(guess(layout));
    while (!is_enough(layout)) layout = lay_out_at(step_ + 1);
    while (step_ > 1) {
      const TextLayout smaller = lay_out_at(step_ - 1);
      if (!is_enough(smaller)) return lay_out_at(step_ + 1);
      layout = smaller;
    }
    return layout;
  }

 private:
  // The smallest documents are cut by no size.
  TextLayout lay_out_at(std::size_t step) {
    step_ = step;
    while (sizes_.size() <= step) sizes_.push_back(grown(sizes_.back()));
    parallel_for(documents_.size(), jobs_, [&](std::size_t i, unsigned) {
      const bool is_cut = step == 0 || layouts_[i].bytes >= options_.text_blocks.least;
      if (is_cut) layouts_[i] = cut_document(documents_[i], sizes_[step]);
    });
    return lay_out(documents_, layouts_, sizes_[step]);
  }

  [[nodiscard]] bool is_enough(const TextLayout& layout) const {
    const std::size_t least = sizes_[step_].least;
    const bool few = layout.blocks <= options_.many_blocks || least >= kLargestLeast;
    return (few && layout.blocks <= most_) || least >= kMostBytes || least > bytes_;
  }

  // The step at which blocks are larger by as much as they are too many now, about.
  [[nodiscard]] std::size_t guess(const TextLayout& layout) const {
    const std::uint64_t all = std::uint64_t{sizes_[0].least} * layout.blocks;
    std::size_t step = 1;
    for (BlockSizes sizes = grown(sizes_[0]);; sizes = grown(sizes), ++step) {
      const bool few = sizes.least >= kLargestLeast || sizes.least * std::uint64_t{options_.many_blocks} >= all;
      if ((few && sizes.least * std::uint64_t{most_} >= all) || sizes.least >= kMostBytes) return step;
    }
  }

  const std::vector<Document>& documents_;
  const BuildOptions& options_;
  unsigned jobs_;
  std::vector<DocumentLayout>& layouts_;
  std::uint64_t bytes_;
  std::size_t most_;
  std::vector<BlockSizes> sizes_;  // of each step
  std::size_t step_ = 0;
};

}  // namespace

TextLayout lay_out_texts(const std::vector<Document>& documents, const BuildOptions& options, unsigned jobs,
                         std::vector<DocumentLayout>& layouts) {
  return TextSizer(documents, options, jobs, layouts).run();
}

}  // namespace catchword
