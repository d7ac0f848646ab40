// Pairs of words are counted as a slow look at every place counts them.
#include "build/word_pairs.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "support/property.h"

namespace catchword::test {

TEST_CASE("pairs of words are counted once in each document that has them side by side") {
  check_property(
      [] {
        const auto terms = rc::gen::inRange<TermId>(0, 5);
        const auto wanted = *rc::gen::container<std::vector<std::pair<TermId, TermId>>>(rc::gen::pair(terms, terms));
        WordPairs pairs;
        std::vector<std::uint32_t> numbers;
        for (const auto& [first, second] : wanted) numbers.push_back(pairs.add(first, second));
        std::vector<std::uint32_t> expected(wanted.size());
        for (int document = 0; document < 5; ++document) {
          std::map<TermId, std::set<Position>> places;  // several words may stand at one
          for (TermId term = 0; term < 5; ++term) {
            const auto some = *rc::gen::container<std::vector<Position>>(rc::gen::inRange<Position>(0, 12));
            places[term] = {some.begin(), some.end()};
            pairs.add_word(term, std::vector(places[term].begin(), places[term].end()));
          }
          pairs.finish_document();
          for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto& [first, second] = wanted[i];
            bool side_by_side = false;
            for (const Position place : places[first]) side_by_side = side_by_side || places[second].count(place + 1) > 0;
            expected[i] += side_by_side;
          }
        }
        for (std::size_t i = 0; i < wanted.size(); ++i) RC_ASSERT(pairs.documents(numbers[i]) == expected[i]);
      },
      200);
}

}  // namespace catchword::test
