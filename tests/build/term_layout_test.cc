// How a dictionary is cut into blocks: every word is routed to its block, spellings stay together,
// inflections know each other, and long prefixes have a completion.
#include "build/term_layout.h"

#include <algorithm>
#include <map>
#include <set>

#include "index/limits.h"
#include "index/root.h"
#include "support/documents.h"
#include "support/inverted.h"
#include "support/property.h"

namespace catchword::test {
namespace {

struct Planned {
  AnalyzedDocuments documents;
  InvertedIndex index;
  std::vector<TermBlockPlan> plans;
  Root root;  // its separators only

  Planned(const std::vector<Document>& input, std::size_t block_bytes, std::size_t most_blocks = 100'000) {
    const Languages languages = must(Languages::find(input, "en"));
    std::vector<Lexicon> lexicons(1);
    for (DocId i = 0; i < input.size(); ++i) {
      must(documents.add({{0, analyze(input[i], cut_document(input[i], {}), {}, languages, lexicons[0])}}));
    }
    index = invert(documents, std::move(lexicons));
    assign_stems(index, languages, 1);
    plans = plan_term_blocks(index, block_bytes, most_blocks);
    Completions completions(index, plans);
    completions.add_window(index, 2);
    completions.move_into(plans);
    for (const TermBlockPlan& plan : plans) root.terms.separators.push_back(plan.separator);
  }

  [[nodiscard]] std::size_t block_of_term(std::size_t term) const {
    std::size_t block = 0;
    while (plans[block].end <= term) ++block;
    return block;
  }
};

std::vector<Document> numbered_words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "w" + std::to_string(i * 7919 % 100000) + " ";
  return {make_document("a", "words", {make_passage("", text)})};
}

Planned arbitrary_plan() {
  return Planned(*arbitrary_documents(15), *rc::gen::element<std::size_t>(8, 24, 100, 4096));
}

}  // namespace

TEST_CASE("blocks hold all terms in order, and each term is routed to its own") {
  check_property([] {
    const Planned planned = arbitrary_plan();
    std::size_t next = 0;
    for (const TermBlockPlan& plan : planned.plans) {
      RC_ASSERT(plan.begin == next);
      RC_ASSERT(plan.end > plan.begin);
      next = plan.end;
    }
    RC_ASSERT(next == planned.index.terms.size());
    for (std::size_t term = 0; term < next; ++term) {
      RC_ASSERT(planned.root.terms.block_of(planned.index.terms[term].folded) ==
                planned.block_of_term(term));
    }
  });
}

TEST_CASE("blocks grow rather than be very many, up to three times") {
  const auto terms_a_block = [](const Planned& planned) { return planned.index.terms.size() / planned.plans.size(); };
  const Planned few(numbered_words(1000), 24);
  const Planned some(numbered_words(9000), 24);
  const Planned many(numbered_words(30'000), 24);
  CHECK(few.plans.size() < kManyTermBlocks);
  CHECK(some.plans.size() <= kManyTermBlocks);
  CHECK(many.plans.size() > kManyTermBlocks);
  CHECK(terms_a_block(few) < terms_a_block(some));
  CHECK(terms_a_block(many) <= 5 * terms_a_block(few));
}

TEST_CASE("blocks are no more than there may be, however large they then are") {
  for (const std::size_t most : {300u, 20u, 2u}) CHECK(Planned(numbered_words(9000), 24, most).plans.size() <= most);
}

TEST_CASE("spellings of a word are in one block") {
  check_property([] {
    const Planned planned = arbitrary_plan();
    for (std::size_t term = 1; term < planned.index.terms.size(); ++term) {
      if (planned.index.terms[term].folded != planned.index.terms[term - 1].folded) continue;
      RC_ASSERT(planned.block_of_term(term) == planned.block_of_term(term - 1));
    }
  });
}

TEST_CASE("a term knows every other block that has an inflection of it") {
  check_property([] {
    const Planned planned = arbitrary_plan();
    const auto& terms = planned.index.terms;
    for (std::size_t term = 0; term < terms.size(); ++term) {
      std::set<std::size_t> wanted;
      for (std::size_t other = 0; other < terms.size(); ++other) {
        if (terms[other].stem == terms[term].stem) wanted.insert(planned.block_of_term(other));
      }
      wanted.erase(planned.block_of_term(term));
      std::set<std::size_t> known;
      for (const std::string& kin : planned.index.term(term).kin) known.insert(planned.root.terms.block_of(kin));
      RC_ASSERT(known == wanted);
    }
  });
}

TEST_CASE("where a stem would stand is a form of its class, or a reference to each block that has one") {
  check_property([] {
    const Planned planned = arbitrary_plan();
    std::map<std::string, std::set<std::size_t>> blocks_of;  // stem -> blocks
    for (std::size_t term = 0; term < planned.index.terms.size(); ++term) {
      blocks_of[std::string(planned.index.terms[term].stem)].insert(planned.block_of_term(term));
    }
    std::size_t references = 0;
    for (const auto& [stem, blocks] : blocks_of) {
      const std::size_t home = planned.root.terms.block_of(stem);
      if (blocks.count(home) != 0) continue;
      ++references;
      const auto& there = planned.plans[home].references;
      const auto found = std::find_if(there.begin(), there.end(), [&wanted = stem](const Term& term) {
        return term.stem == wanted;
      });
      RC_ASSERT(found != there.end());
      RC_ASSERT(found->folded == stem);
      RC_ASSERT(found->form.empty());
      std::set<std::size_t> known;
      for (const std::string& kin : found->kin) known.insert(planned.root.terms.block_of(kin));
      RC_ASSERT(known == blocks);
    }
    std::size_t written = 0;
    for (const TermBlockPlan& plan : planned.plans) written += plan.references.size();
    RC_ASSERT(written == references);
  });
}

TEST_CASE(
    "a prefix that fills many blocks has a completion where it would stand, others have none") {
  const Planned planned(numbered_words(3000), 256);
  std::map<std::string, std::size_t> completions;
  for (std::size_t block = 0; block < planned.plans.size(); ++block) {
    for (const auto& completion : planned.plans[block].completions) {
      CHECK(completions.emplace(completion.term.folded, block).second);
      CHECK(completion.term.completion);
      CHECK(completion.term.document_count == 1);
      CHECK(completion.postings.size() == 1);
    }
  }
  REQUIRE(completions.count("w") == 1);
  std::set<std::string> prefixes;
  for (const DictionaryTerm& term : planned.index.terms) {
    for (std::size_t size = 1; size <= term.folded.size(); ++size) {
      prefixes.emplace(term.folded.substr(0, size));
    }
  }
  for (const std::string& prefix : prefixes) {
    const std::size_t first = planned.root.terms.block_of(prefix);
    const bool wide = planned.root.terms.last_block_of(prefix) - first >= kMostPrefixBlocks;
    INFO(prefix);
    CHECK((completions.count(prefix) == 1) == wide);
    if (wide) CHECK(completions[prefix] == first);
  }
}

TEST_CASE("one word more changes few blocks") {
  std::vector<Document> documents = numbered_words(3000);
  const Planned before(documents, 256);
  documents[0].passages[0].text += " w50000x";
  const Planned after(documents, 256);
  REQUIRE(before.plans.size() > 20);
  std::vector<std::string> changed;
  std::set_symmetric_difference(before.root.terms.separators.begin(), before.root.terms.separators.end(),
                                after.root.terms.separators.begin(), after.root.terms.separators.end(),
                                std::back_inserter(changed));
  CHECK(changed.size() <= 4);
}

TEST_CASE("of places where a block may end that is taken which the root tells in the fewest letters") {
  std::string text;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    for (int i = 100; i < 150; ++i) text += std::string(1, letter) + std::to_string(i) + " ";
  }
  const Planned planned({make_document("a", "words", {make_passage("", text)})}, 256);
  REQUIRE(planned.plans.size() > 10);
  for (const std::string& separator : planned.root.terms.separators) CHECK(separator.size() <= 1);
}

TEST_CASE("blocks are about as large as was asked for") {
  const Planned planned(numbered_words(3000), 256);
  for (std::size_t i = 0; i + 1 < planned.plans.size(); ++i) {
    const std::size_t terms = planned.plans[i].end - planned.plans[i].begin;
    CHECK(terms > 256 / 16);
    CHECK(terms < 256 * 3);
  }
}

}  // namespace catchword::test
