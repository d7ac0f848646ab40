#include "build/term_table_writer.h"

#include <algorithm>
#include <utility>

#include "build/content_hash.h"
#include "index/block_file.h"

namespace catchword {
namespace {

// The blocks [begin, end): the first begins where the page does.
BlockTable page_of(const BlockTable& table, std::size_t begin, std::size_t end) {
  BlockTable page;
  page.separators.assign(table.separators.begin() + static_cast<std::ptrdiff_t>(begin),
                         table.separators.begin() + static_cast<std::ptrdiff_t>(end));
  page.hashes.assign(table.hashes.begin() + static_cast<std::ptrdiff_t>(begin),
                     table.hashes.begin() + static_cast<std::ptrdiff_t>(end));
  page.separators.front().clear();
  return page;
}

}  // namespace

std::vector<BundleFile> write_term_table(BlockTable table, const TableSizes& sizes, Root& root) {
  std::vector<BundleFile> pages;
  root.term_blocks = static_cast<std::uint32_t>(table.size());
  if (table.size() <= sizes.most_in_root) {
    root.terms = std::move(table);
    return pages;
  }
  root.blocks_per_page = sizes.page;
  for (std::size_t at = 0; at < table.size(); at += sizes.page) {
    const Bytes payload = encode_term_page(page_of(table, at, std::min(at + sizes.page, table.size())));
    const ContentHash hash = short_hash(payload);
    root.terms.separators.push_back(table.separators[at]);
    root.terms.hashes.push_back(hash);
    pages.push_back({term_name(hash), seal(term_name(hash), payload)});
  }
  return pages;
}

}  // namespace catchword
