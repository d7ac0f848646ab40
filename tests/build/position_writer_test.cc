// Positions in several files: together they have all, and a word that moves changes the file it is in.
#include "build/position_writer.h"

#include <algorithm>

#include "support/decoded.h"
#include "support/property.h"
#include "support/terms.h"

namespace catchword::test {
namespace {

constexpr std::uint32_t kDocuments = 4500;

// Words that each stand several times in each document, and a completion between them.
struct Lists {
  std::vector<std::vector<Posting>> postings = std::vector<std::vector<Posting>>(4);
  std::vector<TermList> lists;
  std::vector<PositionList> positions;

  Lists() {
    for (std::size_t i = 0; i < postings.size(); ++i) {
      for (DocId id = 0; id < kDocuments; ++id) postings[i].push_back(make_posting(id, 16, kBody));
      const std::string word(1, static_cast<char>('a' + i));
      lists.push_back({{word, word, word, {}, {}, i == 1, kDocuments}, postings[i]});
      if (i == 1) continue;
      PositionList& list = positions.emplace_back();
      for (DocId id = 0; id < kDocuments; ++id) {
        for (Position n = 0; n < 1 + id % 5; ++n) list.positions.push_back(n * 70 + id % 7);
        list.starts.push_back(static_cast<std::uint32_t>(list.positions.size()));
      }
    }
  }
};

PostingRun run_of(const std::vector<PositionFile>& files, std::size_t i) {
  if (i + 1 == files.size()) return {files[i].first};
  return {files[i].first, files[i + 1].first};
}

}  // namespace

TEST_CASE("the files of a block's positions have together all, in order") {
  const Lists lists;
  const TermBlock block =
      *decode_term_block("t", encode_term_block(lists.lists, kDocuments), kDocuments);
  const std::vector<PositionFile> files = write_positions(lists.lists, lists.positions, {});
  REQUIRE(files.size() > 3);
  CHECK(files[0].first == 0);
  for (std::size_t entry = 0, word = 0; entry < lists.lists.size(); ++entry) {
    PositionList list;
    for (std::size_t i = 0; i < files.size(); ++i) {
      const Status decoded = decode_positions("p", files[i].payload, block, run_of(files, i), {}, entry,
                                              entry + 1, list);
      REQUIRE(decoded.ok());
    }
    if (entry == 1) {
      CHECK(list.positions.empty());
      continue;
    }
    CHECK(list.positions == lists.positions[word].positions);
    CHECK(list.starts == lists.positions[word].starts);
    ++word;
  }
}

TEST_CASE("a word that moves changes one file of positions") {
  Lists lists;
  const std::vector<PositionFile> before = write_positions(lists.lists, lists.positions, {});
  lists.positions[1].positions.back() += 1;
  const std::vector<PositionFile> after = write_positions(lists.lists, lists.positions, {});
  REQUIRE(before.size() == after.size());
  std::size_t changed = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    CHECK(before[i].first == after[i].first);
    changed += before[i].payload != after[i].payload ? 1 : 0;
  }
  CHECK(changed == 1);
}

TEST_CASE("where there would be too many files of positions, they are shared, in files as large as that asks for") {
  InvertedIndex index;
  index.position_counts = {400'000, 500'000};
  CHECK(shared_file_size(index, 10, 110) == 0);
  CHECK(shared_file_size(index, 10, 109) == 13'500);
  CHECK(shared_file_size(index, 100, 68) == 13'500);
  CHECK(shared_file_size(index, 100, 67) == 13'500);
  CHECK(shared_file_size(index, 100, 66) == 27'000);
  CHECK(shared_file_size(index, 100, 1) > 900'000);
}

TEST_CASE("a block without words has one file of positions") {
  const std::vector<PositionFile> files = write_positions({}, {}, {});
  REQUIRE(files.size() == 1);
  CHECK(files[0].first == 0);
}

}  // namespace catchword::test
