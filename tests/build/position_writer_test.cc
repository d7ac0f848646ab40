// Positions cut into files: together they have all, files are of one size, and a word that moves changes the file it is in.
#include "build/position_writer.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "build/id_hashes.h"
#include "support/decoded.h"
#include "support/must.h"
#include "support/terms.h"

namespace catchword::test {
namespace {

constexpr std::uint32_t kDocuments = 4500;
constexpr std::size_t kFileSize = 4500;

std::vector<bool> every_sixteenth() {
  std::vector<bool> cutting(kDocuments);
  for (std::size_t i = 0; i < cutting.size(); i += 16) cutting[i] = true;
  return cutting;
}

// Words in two term blocks, each several times in each document, and a completion before those of the second.
struct Words {
  std::vector<PositionList> positions = std::vector<PositionList>(4);
  std::vector<Posting> completion{make_posting(0, 16, kBody), make_posting(9, 16, kBody)};

  Words() {
    for (PositionList& list : positions) {
      for (DocId id = 0; id < kDocuments; ++id) {
        for (Position n = 0; n < 1 + id % 5; ++n) list.positions.push_back(n * 70 + id % 7);
        list.starts.push_back(static_cast<std::uint32_t>(list.positions.size()));
      }
    }
  }

  void add_position(std::size_t word, DocId document) {
    PositionList& list = positions[word];
    list.positions.insert(list.positions.begin() + list.starts[document + 1], 500);
    for (DocId id = document; id < kDocuments; ++id) ++list.starts[id + 1];
  }

  [[nodiscard]] InvertedIndex index() const {
    InvertedIndex index;
    for (const PositionList& list : positions) {
      for (DocId id = 0; id < kDocuments; ++id) {
        index.postings.push_back(make_posting(id, 16, kBody));
        index.positions.push_back(list.of(id));
      }
      const std::string_view word = std::string_view("abcdefgh").substr(index.terms.size(), 1);
      index.terms.push_back({word, word, word, kDocuments});
      index.starts.push_back(index.postings.size());
    }
    index.window.end = index.terms.size();
    return index;
  }
};

struct Written {
  std::vector<std::vector<TermList>> lists;
  std::vector<std::vector<PositionBlock>> blocks;  // of each term block
};

Written write(const Words& words, const InvertedIndex& index, std::size_t file_size) {
  PositionCutter cutter(file_size, every_sixteenth());
  Written written;
  for (const std::size_t begin : {0u, 2u}) {
    std::vector<TermList>& lists = written.lists.emplace_back();
    if (begin == 2) lists.push_back({{"c", "c", "c", {}, {}, true, 2}, words.completion});
    for (const std::size_t term : {begin, begin + 1}) lists.push_back({index.term(term), index.list(term)});
    const std::vector<PositionCut> cuts = cutter.cut(index, {begin, begin + 2});
    const std::span own = std::span(words.positions).subspan(begin, 2);
    written.blocks.push_back(write_positions(lists, own, cuts));
  }
  return written;
}

// One behind the other: a run of blocks from one that begins a file to the next such one.
std::vector<Bytes> files_of(const Written& written) {
  std::vector<Bytes> files;
  for (const std::vector<PositionBlock>& blocks : written.blocks) {
    for (const PositionBlock& block : blocks) {
      if (block.begins_file) files.emplace_back();
      files.back().insert(files.back().end(), block.payload.begin(), block.payload.end());
    }
  }
  return files;
}

std::size_t count_changes(const Words& before, const Words& after) {
  const std::vector<Bytes> old = files_of(write(before, before.index(), kFileSize));
  const std::vector<Bytes> files = files_of(write(after, after.index(), kFileSize));
  return static_cast<std::size_t>(std::count_if(files.begin(), files.end(), [&](const Bytes& file) {
    return std::find(old.begin(), old.end(), file) == old.end();
  }));
}

}  // namespace

TEST_CASE("the blocks of positions have together all, in order") {
  const Words words;
  const InvertedIndex index = words.index();
  const Written written = write(words, index, kFileSize);
  for (std::size_t i = 0; i < 2; ++i) {
    const std::vector<PositionBlock>& blocks = written.blocks[i];
    const TermBlock terms = *decode_term_block("t", encode_term_block(written.lists[i], kDocuments), kDocuments);
    CHECK(blocks[0].first == 0);
    for (std::size_t entry = i; entry < i + 2; ++entry) {
      PositionList list;
      for (std::size_t block = 0; block < blocks.size(); ++block) {
        PostingRun run{blocks[block].first};
        if (block + 1 < blocks.size()) run.last = blocks[block + 1].first;
        REQUIRE(decode_positions("p", blocks[block].payload, terms, run, entry, entry + 1, list).ok());
      }
      CHECK(list.positions == words.positions[i + entry].positions);
      CHECK(list.starts == words.positions[i + entry].starts);
    }
  }
}

TEST_CASE("files of positions are of one size, whatever term blocks they are of") {
  const Words words;
  const InvertedIndex index = words.index();
  PositionCutter cutter(kFileSize, every_sixteenth());
  std::vector<std::size_t> sizes;
  for (const std::size_t begin : {0u, 2u}) {
    const std::vector<PositionCut> cuts = cutter.cut(index, {begin, begin + 2});
    for (std::size_t i = 0; i < cuts.size(); ++i) {
      const std::size_t next = i + 1 < cuts.size() ? cuts[i + 1].word * kDocuments + cuts[i + 1].posting : 2 * kDocuments;
      if (cuts[i].begins_file) sizes.push_back(0);
      for (std::size_t at = cuts[i].word * kDocuments + cuts[i].posting; at < next; ++at) {
        sizes.back() += index.positions[begin * kDocuments + at].size();
      }
    }
    CHECK(cuts[0].begins_file == (begin == 0));
  }
  CHECK(sizes.size() == 12);
  for (std::size_t i = 0; i + 1 < sizes.size(); ++i) {
    CHECK(sizes[i] >= kFileSize);
    CHECK(sizes[i] < kFileSize + 16 * 5);
  }
}

TEST_CASE("a word that moves changes one file of positions, and so does one more") {
  const Words before;
  Words moved;
  moved.positions[1].positions[9000] += 1;
  CHECK(count_changes(before, moved) == 1);
  Words longer;
  longer.add_position(2, 2250);
  CHECK(count_changes(before, longer) == 1);
}

TEST_CASE("a file ends before any posting once it is half as large again") {
  const Words words;
  const InvertedIndex index = words.index();
  PositionCutter cutter(kFileSize, std::vector<bool>(kDocuments));
  const std::vector<PositionCut> cuts = cutter.cut(index, {0, 2});
  REQUIRE(cuts.size() == 4);
  CHECK(cuts[1].word == 0);
  CHECK(cuts[1].posting == 2250);
}

TEST_CASE("however large a file of positions is, its blocks are not") {
  const Words words;
  const InvertedIndex index = words.index();
  PositionCutter cutter(1'000'000, every_sixteenth());
  const std::vector<PositionCut> cuts = cutter.cut(index, {0, 4});
  REQUIRE(cuts.size() == 4);
  for (std::size_t word = 0; word < 4; ++word) {
    CHECK(cuts[word].word == word);
    CHECK(cuts[word].posting == 0);
    CHECK(cuts[word].begins_file == (word == 0));
  }
}

TEST_CASE("where there would be too many files of positions, they are as large as that asks for") {
  InvertedIndex index;
  index.position_counts = {400'000, 500'000};
  CHECK(position_file_size(index, 4500, 201) == 4500);
  CHECK(position_file_size(index, 4500, 200) == 9000);
  CHECK(position_file_size(index, 4500, 100) == 18'000);
  CHECK(position_file_size(index, 4500, 1) > 900'000);
}

TEST_CASE("before which documents files of positions may end goes by their ids alone") {
  std::vector<Document> documents(640);
  for (std::size_t i = 0; i < documents.size(); ++i) documents[i].id = "page " + std::to_string(i);
  const std::vector<bool> cutting = cutting_documents(must(hash_ids(documents)));
  CHECK(std::count(cutting.begin(), cutting.end(), true) > 20);
  CHECK(std::count(cutting.begin(), cutting.end(), true) < 60);
  documents.erase(documents.begin());
  const std::vector<bool> fewer = cutting_documents(must(hash_ids(documents)));
  CHECK(std::equal(fewer.begin(), fewer.end(), cutting.begin() + 1, cutting.end()));
}

}  // namespace catchword::test
