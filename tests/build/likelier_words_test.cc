// What is proposed in large collections: of a dictionary that is written down here.
#include "build/likelier_words.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

namespace catchword::test {
namespace {

struct Count {
  std::uint32_t documents;
  std::uint64_t places;
};

// What is proposed for `rare` in a collection of `documents`; `side_by_side` of them have the first two words so.
std::string likelier(const std::map<std::string, Count>& words, const std::string& rare, std::uint32_t documents,
                     const std::vector<std::string>& pair = {}, int side_by_side = 0) {
  InvertedIndex index;
  std::map<std::string, TermId> ids;
  for (const auto& [word, count] : words) {
    ids[word] = static_cast<TermId>(index.terms.size());
    index.terms.push_back({word, word, word, count.documents, count.documents});
    index.position_counts.push_back(count.places);
  }
  WordPairs pairs;
  const LikelierWords found(index, documents, 1, pairs);
  for (int i = 0; i < side_by_side; ++i) {
    for (Position place = 0; place < pair.size(); ++place) pairs.add_word(ids.at(pair[place]), std::vector{place});
    pairs.finish_document();
  }
  found.assign_to(index, pairs);
  const std::vector<std::string>& proposals = index.likelier[ids.at(rare)];
  return proposals.empty() ? "" : proposals[0];
}

constexpr std::uint32_t kLarge = 4 * 8192;

std::string proposed(const std::string& rare, Count count, const std::string& frequent, std::uint32_t others,
                     std::uint32_t documents = kLarge) {
  return likelier({{rare, count}, {frequent, {others, others}}}, rare, documents);
}

}  // namespace

TEST_CASE("in a large collection a mistake may be common, and more is demanded of it") {
  CHECK(proposed("seperate", {4, 4}, "separate", 256) == "separate");
  CHECK(proposed("seperate", {4, 4}, "separate", 256, kLarge - 1).empty());  // not large enough
  CHECK(proposed("seperate", {5, 5}, "separate", 1000).empty());
  CHECK(proposed("seperate", {5, 5}, "separate", 1000, 5 * 8192) == "separate");
  CHECK(proposed("seperate", {4, 4}, "separate", 255).empty());
  CHECK(proposed("seperate", {3, 3}, "separate", 48) == "separate");
  CHECK(proposed("funtion", {4, 4}, "function", 1000).empty());  // too short
  CHECK(proposed("funtion", {3, 3}, "function", 1000) == "function");
  CHECK(proposed("confugirations", {4, 4}, "configurations", 1000).empty());  // two edits
  CHECK(proposed("confugirations", {3, 3}, "configurations", 1000) == "configurations");
}

TEST_CASE("in some document a common mistake may stand twice") {
  CHECK(proposed("seperate", {4, 7}, "separate", 256) == "separate");
  CHECK(proposed("seperate", {4, 8}, "separate", 256).empty());
  CHECK(proposed("seperate", {3, 4}, "separate", 256).empty());
}

TEST_CASE("two common words may be written as one in several documents of many") {
  const std::map<std::string, Count> words{{"cross", {900, 900}}, {"platform", {900, 900}}, {"crossplatform", {4, 4}},
                                           {"lowpart", {4, 4}}, {"low", {900, 900}}, {"part", {900, 900}}};
  CHECK(likelier(words, "crossplatform", kLarge, {"cross", "platform"}, 64) == "cross platform");
  CHECK(likelier(words, "crossplatform", kLarge, {"cross", "platform"}, 63).empty());
  CHECK(likelier(words, "lowpart", kLarge, {"low", "part"}, 900).empty());  // too short
}

TEST_CASE("what is rare in a large collection is likelier than what is far more so") {
  CHECK(proposed("seperate", {1, 1}, "separate", 100, 1 << 20) == "separate");
}

}  // namespace catchword::test
