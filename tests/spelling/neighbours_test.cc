// Words within some edits: the blocks that are looked into hold all that a scan of the vocabulary finds.
#include "spelling/neighbours.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "build/spelling_writer.h"
#include "support/property.h"
#include "support/spelling.h"

namespace catchword::test {
namespace {

/// A vocabulary in blocks of the least size, and how they reach who asks.
struct Vocabulary {
  explicit Vocabulary(const std::set<std::string>& folded, std::size_t block_bytes = 8) {
    for (const std::string& word : folded) words.push_back({word, word, 2, false});
    SpellingFiles written = write_spelling(words, block_bytes, 1000, 1);
    for (BundleFile& file : written.files) files[file.name] = std::move(file.bytes);
    root.spelling = written.directory;
  }

  template <class Ask>
  auto answer(Ask ask) {
    for (;;) {
      auto found = ask(lists);
      const std::vector<std::string> missing = store.take_missing();
      if (missing.empty()) return found;
      for (const std::string& name : missing) {
        RC_ASSERT(store.supply(name, files.at(name)).ok());
        fetched += files.at(name).size();
      }
    }
  }

  std::vector<SpelledWord> words;
  std::map<std::string, Bytes> files;
  Root root;
  FileStore store;
  SpellingLists lists{store, root};
  std::size_t fetched = 0;  // bytes
};

std::set<std::string> scan(const Vocabulary& vocabulary, const std::string& typed,
                           std::uint32_t edits) {
  std::set<std::string> found;
  if (characters_of(typed).size() < edits + 2) return found;
  for (const SpelledWord& word : vocabulary.words) {
    if (is_chain(word.folded) != is_chain(typed)) continue;
    if (slow_distance(typed, word.folded) <= edits) found.insert(word.folded);
  }
  return found;
}

std::set<std::string> words_of(const std::vector<Neighbour>& neighbours) {
  std::set<std::string> words;
  for (const Neighbour& neighbour : neighbours) words.insert(neighbour.word.folded);
  return words;
}

}  // namespace

TEST_CASE("all words within one edit and two are found, and no others") {
  check_property(
      [] {
        auto words = *rc::gen::resize(
            200, rc::gen::container<std::set<std::string>>(rc::gen::resize(12, arbitrary_spelling())));
        words.erase("");
        Vocabulary vocabulary(words, 20);
        const std::string typed = *rc::gen::resize(12, arbitrary_spelling());
        for (const std::uint32_t edits : {1u, 2u}) {
          const auto found = vocabulary.answer(
              [&](SpellingLists& lists) { return words_within(lists, typed, edits); });
          RC_ASSERT(words_of(found) == scan(vocabulary, typed, edits));
          RC_ASSERT(std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) {
            return a.cost < b.cost;
          }));
        }
      },
      300);
}

TEST_CASE("all chains within one edit are found, and no words") {
  const auto spelling = rc::gen::resize(6, arbitrary_spelling());
  const auto chain = rc::gen::map(rc::gen::pair(spelling, spelling),
                                  [](const auto& parts) { return parts.first + "." + parts.second; });
  check_property(
      [&] {
        auto words = *rc::gen::resize(200, rc::gen::container<std::set<std::string>>(chain));
        words.merge(*rc::gen::container<std::set<std::string>>(spelling));
        words.erase("");
        Vocabulary vocabulary(words, 20);
        const std::string typed = *chain;
        const auto found = vocabulary.answer([&](SpellingLists& lists) { return words_within(lists, typed, 1); });
        RC_ASSERT(words_of(found) == scan(vocabulary, typed, 1));
      },
      300);
}

TEST_CASE("what has other digits is another version") {
  Vocabulary vocabulary({"c++11", "v2.1.0", "v2.1.0a", "utf8"});
  const auto near = [&](const char* typed) {
    return words_of(vocabulary.answer([&](SpellingLists& lists) { return words_within(lists, typed, 1); }));
  };
  CHECK(near("w2.1.0") == std::set<std::string>{"v2.1.0"});
  CHECK(near("v2.1.1").empty());
  CHECK(near("v2.1").empty());
  CHECK(near("c++12").empty());
  CHECK(near("g++11") == std::set<std::string>{"c++11"});
  CHECK(near("utf9") == std::set<std::string>{"utf8"});
}

TEST_CASE("without a vocabulary nothing is near, and nothing missing") {
  Vocabulary vocabulary({});
  CHECK(words_within(vocabulary.lists, "word", 1).empty());
  CHECK(vocabulary.store.take_missing().empty());
}

}  // namespace catchword::test
