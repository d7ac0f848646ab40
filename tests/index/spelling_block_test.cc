// Spelling blocks: any vocabulary comes back in every order, and keys tell their words.
#include "index/spelling_block.h"

#include <algorithm>
#include <bit>
#include <map>

#include "index/spelling_directory.h"
#include "support/property.h"
#include "support/terms.h"

namespace catchword::test {
namespace {

constexpr std::string_view kSpellingName = "spelling/abcdefgh.bin";
constexpr WordOrder kOrders[] = {WordOrder::kForward, WordOrder::kReversed, WordOrder::kMiddle,
                                 WordOrder::kCommon};

std::vector<SpelledWord> arbitrary_words(WordOrder order) {
  std::map<std::string, SpelledWord> words;
  for (const std::string& word : *rc::gen::container<std::vector<std::string>>(arbitrary_word())) {
    const bool differs = *rc::gen::weightedElement<bool>({{4, false}, {1, true}});
    words[arranged(word, order)] = {word, differs ? *arbitrary_word() : word,
                                    *rc::gen::inRange(1u, 70000u), *rc::gen::arbitrary<bool>()};
  }
  std::vector<SpelledWord> sorted;
  for (const auto& [key, word] : words) {
    if (!key.empty()) sorted.push_back(word);
  }
  return sorted;
}

}  // namespace

TEST_CASE("any vocabulary comes back in every order") {
  check_property(
      [] {
        const WordOrder order = *rc::gen::elementOf(std::vector(std::begin(kOrders), std::end(kOrders)));
        const std::vector<SpelledWord> words = arbitrary_words(order);
        const auto decoded = decode_spelling_block(kSpellingName, encode_spelling_block(words, order), order);
        if (!decoded) RC_FAIL(decoded.error().to_string());
        RC_ASSERT(decoded->size() == words.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
          RC_ASSERT((*decoded)[i].folded == words[i].folded);
          RC_ASSERT((*decoded)[i].form == words[i].form);
          RC_ASSERT((*decoded)[i].in_title == words[i].in_title);
          RC_ASSERT((*decoded)[i].count ==
                    (has_exact_counts(order) ? words[i].count : std::bit_floor(words[i].count)));
        }
      },
      200);
}

TEST_CASE("a key is the word rearranged by characters") {
  CHECK(arranged("straße", WordOrder::kForward) == "straße");
  CHECK(arranged("straße", WordOrder::kReversed) == "eßarts");
  CHECK(arranged("straße", WordOrder::kMiddle) == "raßest");
  CHECK(arranged("слово", WordOrder::kReversed) == "оволс");
  CHECK(arranged("a", WordOrder::kMiddle) == "a");
  for (const WordOrder order : kOrders) {
    for (const char* word : {"", "a", "ab", "abc", "straße", "слово", "كلمة", "c++"}) {
      CHECK(restored(arranged(word, order), order) == word);
    }
  }
}

TEST_CASE("words out of order, or twice, are damage") {
  for (const char* second : {"a", "b"}) {
    const std::vector<SpelledWord> words{{"b", "b", 2, false}, {second, second, 2, false}};
    const auto decoded =
        decode_spelling_block(kSpellingName, encode_spelling_block(words, WordOrder::kForward), WordOrder::kForward);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().kind == ErrorKind::kDamaged);
    CHECK(decoded.error().where == kSpellingName);
  }
}

TEST_CASE("a spelling directory comes back, and is refused when it is cut or goes on") {
  SpellingDirectory directory;
  directory[WordOrder::kForward] = {{"", "be", "c"}, {{1}, {2}, {3}}};
  directory[WordOrder::kReversed] = {{""}, {{4}}};
  directory[WordOrder::kMiddle] = {{""}, {{5}}};
  directory[WordOrder::kCommon] = {{""}, {{6}}};
  const Bytes payload = encode_spelling_directory(directory);
  const auto parsed = parse_spelling_directory(kSpellingName, payload);
  REQUIRE(parsed);
  for (const WordOrder order : kOrders) {
    CHECK((*parsed)[order].separators == directory[order].separators);
    CHECK((*parsed)[order].hashes == directory[order].hashes);
  }
  for (std::size_t size = 0; size < payload.size(); ++size) {
    CHECK_FALSE(parse_spelling_directory(kSpellingName, ByteView(payload).first(size)));
  }
  for (const WordOrder order : {WordOrder::kForward, WordOrder::kReversed, WordOrder::kCommon}) {
    SpellingDirectory lacking = directory;
    lacking[order] = {};
    CHECK_FALSE(parse_spelling_directory(kSpellingName, encode_spelling_directory(lacking)));
  }
  CHECK_FALSE(parsed->homophones);
  directory.homophones = ContentHash{7};
  const auto with_homophones = parse_spelling_directory(kSpellingName, encode_spelling_directory(directory));
  REQUIRE(with_homophones);
  CHECK(with_homophones->homophones == directory.homophones);
  Bytes longer = payload;
  longer.push_back(0);
  CHECK_FALSE(parse_spelling_directory(kSpellingName, longer));
}

}  // namespace catchword::test
