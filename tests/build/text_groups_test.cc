// Where groups of text blocks are cut, and what moves when there is a block more.
#include "build/text_groups.h"

#include <algorithm>
#include <set>

#include "support/documents.h"
#include "support/must.h"
#include "support/property.h"

namespace catchword::test {
namespace {

struct Site {
  std::vector<Document> documents;
  std::vector<DocumentLayout> layouts;

  // A document that begins in a block of its own.
  void insert(std::size_t at, const std::string& id, std::uint32_t blocks) {
    documents.insert(documents.begin() + static_cast<std::ptrdiff_t>(at), make_document(id, "t", {}));
    layouts.insert(layouts.begin() + static_cast<std::ptrdiff_t>(at), DocumentLayout{{}, blocks, 0, {}});
  }

  [[nodiscard]] std::vector<TextPlace> ends() const { return must(cut_groups(documents, layouts, 1)); }

  // What is in each group, in an order of no meaning: the blocks of documents.
  [[nodiscard]] std::set<std::string> groups() const {
    std::vector<std::string> blocks;
    for (std::size_t i = 0; i < layouts.size(); ++i) {
      for (std::uint32_t n = 0; n < layouts[i].block_count; ++n) blocks.push_back(documents[i].id + '/' + std::to_string(n) + ' ');
    }
    std::set<std::string> groups;
    BlockOrdinal begin = 0;
    for (const TextPlace& end : ends()) {
      std::string group;
      for (; begin < end.block; ++begin) group += blocks[begin];
      groups.insert(group);
    }
    return groups;
  }
};

Site site_of(int documents, std::uint32_t most_blocks) {
  Site site;
  for (int i = 0; i < documents; ++i) {
    site.insert(site.documents.size(), "page-" + std::to_string(i), 1 + static_cast<std::uint32_t>(i) % most_blocks);
  }
  return site;
}

std::vector<std::uint32_t> sizes_of(const std::vector<TextPlace>& ends) {
  std::vector<std::uint32_t> sizes;
  BlockOrdinal begin = 0;
  for (const TextPlace& end : ends) {
    sizes.push_back(end.block - begin);
    begin = end.block;
  }
  return sizes;
}

// How many groups of `site` are not there when the document number `at` of it has `more` before it.
std::size_t moved_by(const Site& site, std::size_t at) {
  Site edited = site;
  edited.insert(at, "more-" + std::to_string(at), 1);
  const std::set<std::string> before = site.groups();
  const std::set<std::string> after = edited.groups();
  return static_cast<std::size_t>(
      std::count_if(after.begin(), after.end(), [&](const std::string& group) { return !before.contains(group); }));
}

}  // namespace

TEST_CASE("groups have about the size that suits the number of blocks and documents") {
  struct Case {
    int documents;
    std::uint32_t most_blocks;
    std::uint32_t size;
  };
  const Case cases[] = {{1, 1, 1},      {4, 1, 1},       {5, 1, 2},       {32, 1, 2},      {33, 1, 4},
                        {256, 1, 4},    {257, 1, 8},     {2048, 1, 8},    {2049, 1, 16},   {800, 3, 8},
                        {8192, 1, 64},
                        {16384, 1, 256}, {200000, 1, 65536}};
  for (const Case& c : cases) {
    INFO(c.documents << " documents of up to " << c.most_blocks << " blocks");
    const Site site = site_of(c.documents, c.most_blocks);
    const std::vector<std::uint32_t> sizes = sizes_of(site.ends());
    std::uint32_t blocks = 0;
    for (const DocumentLayout& layout : site.layouts) blocks += layout.block_count;
    CHECK(site.ends().back().block == blocks);
    for (std::size_t i = 0; i + 1 < sizes.size(); ++i) {
      CHECK(sizes[i] >= c.size * 3 / 4 + 1);
      CHECK(sizes[i] <= c.size * 5 / 4 + 1);
    }
    CHECK(sizes.back() >= 1);
    CHECK(sizes.back() <= c.size * 5 / 4 + 1);
  }
}

TEST_CASE("small documents that share a block are one") {
  Site site = site_of(40, 1);
  for (std::size_t i = 0; i < 40; ++i) site.layouts[i].place.slot = static_cast<std::uint32_t>(i % 4);
  CHECK(site.ends().back().block == 10);
}

TEST_CASE("a block more moves the group that it is in, and few others") {
  const Site site = site_of(1000, 2);
  const std::size_t all = site.groups().size();
  std::size_t moved = 0;
  std::size_t alone = 0;
  for (std::size_t at = 0; at <= 1000; at += 10) {
    const std::size_t one = moved_by(site, at);
    CHECK(one >= 1);
    moved += one;
    alone += one == 1 ? 1 : 0;
  }
  CHECK(all > 160);
  CHECK(moved < 101 * 5 / 2);
  CHECK(alone > 50);
}

TEST_CASE("documents at the end move no group but the last") {
  const Site site = site_of(1000, 1);
  CHECK(moved_by(site, 1000) <= 2);
}

}  // namespace catchword::test
