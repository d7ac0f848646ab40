// Boolean queries against a slow evaluation over the documents' words.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "query/expression.h"
#include "query/full_searcher.h"
#include "query/relaxation.h"
#include "query/term_patterns.h"
#include "support/documents.h"
#include "support/memory_bundle.h"
#include "support/property.h"

namespace catchword::test {
namespace {

const std::vector<std::string>& words() {
  static const std::vector<std::string> kWords{"lamp", "oil", "wick", "lament", "lamps", "old"};
  return kWords;
}

using Words = std::vector<std::string>;

/// A document: its title's words and its text's.
struct Page {
  Words title;
  Words text;
};

std::string joined(const Words& list) {
  std::string text;
  for (const std::string& word : list) text += (text.empty() ? "" : " ") + word;
  return text;
}

rc::Gen<Words> arbitrary_words(std::size_t most) {
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, most + 1), [](std::size_t size) {
    return rc::gen::container<Words>(size, rc::gen::elementOf(words()));
  });
}

std::string arbitrary_leaf() {
  const std::string word = *rc::gen::elementOf(words());
  switch (*rc::gen::inRange(0, 7)) {
    case 0: return "title:" + word;
    case 1: return '"' + word + " " + *rc::gen::elementOf(words()) + '"';
    case 2: return word.substr(0, 2) + "*";
    case 3: return word + " NEAR/" + std::to_string(*rc::gen::inRange(1, 4)) + " " +
                   *rc::gen::elementOf(words());
    case 4: return "=" + word;
    case 5: return word.substr(0, 1) + "?" + word.substr(2);
    default: return word;
  }
}

std::string arbitrary_group(int depth) {
  if (depth == 0) return arbitrary_leaf();
  switch (*rc::gen::inRange(0, 5)) {
    case 0: return "(" + arbitrary_group(depth - 1) + " OR " + arbitrary_group(depth - 1) + ")";
    case 1: return "(" + arbitrary_group(depth - 1) + " AND " + arbitrary_group(depth - 1) + ")";
    case 2: return "(" + arbitrary_group(depth - 1) + " AND -(" + arbitrary_group(depth - 1) + "))";
    default: return arbitrary_leaf();
  }
}

bool has(const Words& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool has_phrase(const Words& list, const Words& phrase) {
  return std::search(list.begin(), list.end(), phrase.begin(), phrase.end()) != list.end();
}

bool has_near(const Words& list, const Words& near, std::size_t distance) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (std::size_t j = 0; j < list.size(); ++j) {
      const std::size_t apart = i > j ? i - j : j - i;
      if (list[i] == near[0] && list[j] == near[1] && apart <= distance + 1) return true;
    }
  }
  return false;
}

bool is_true(const Expression& e, const Page& page) {
  const auto holds = [&](const Expression& child) { return is_true(child, page); };
  const auto anywhere = [&](const auto& test) { return test(page.title) || test(page.text); };
  switch (e.kind) {
    case Expression::kAll: return std::all_of(e.children.begin(), e.children.end(), holds);
    case Expression::kSome: return std::any_of(e.children.begin(), e.children.end(), holds);
    case Expression::kNot: return !holds(e.children[0]);
    case Expression::kPhrase:
      return anywhere([&](const Words& list) { return has_phrase(list, e.phrase.words); });
    case Expression::kNear: {
      const Words near{e.children[0].word.folded, e.children[1].word.folded};
      return anywhere([&](const Words& list) { return has_near(list, near, e.distance); });
    }
    case Expression::kPattern:
      return anywhere([&](const Words& list) {
        return std::any_of(list.begin(), list.end(),
                           [&](const std::string& word) { return fits(e.word.folded, word); });
      });
    default:
      if (e.key == "title") return has(page.title, e.word.folded);
      return anywhere([&](const Words& list) { return has(list, e.word.folded); });
  }
}

// Whether `page` has a word that stands by itself at the top of `relaxed`, and meets the conditions there.
bool has_words(const Expression& relaxed, const Page& page) {
  bool has_one = false;
  for (const Expression& child : relaxed.children) {
    const bool holds = is_true(child, page);
    if (!is_word(child) && !holds) return false;
    has_one = has_one || (is_word(child) && holds);
  }
  return has_one;
}

}  // namespace

TEST_CASE("conditions let through what a slow evaluation lets through, and partial matches follow") {
  check_property(
      [] {
        std::vector<Page> pages;
        std::vector<Document> documents;
        const int count = *rc::gen::inRange(1, 9);
        for (int i = 0; i < count; ++i) {
          const Page& page = pages.emplace_back(Page{*arbitrary_words(2), *arbitrary_words(8)});
          documents.push_back(make_document(std::to_string(i), joined(page.title),
                                            {make_passage("", joined(page.text))}));
        }
        BuildOptions options;
        options.language = "";
        options.term_block_bytes = *rc::gen::element<std::size_t>(16, 4096);
        options.term_table.most_in_root = *rc::gen::element<std::size_t>(1, 1024);
        options.term_table.page = *rc::gen::element<std::uint32_t>(2, 3);
        const MemoryBundle bundle(build(documents, options));
        FullSearcher searcher = bundle.open();
        for (int round = 0; round < 6; ++round) {
          const std::string query = "(" + arbitrary_group(2) + " AND " + arbitrary_group(1) + ")";
          Request request;
          request.query = query;
          request.complete = true;
          request.correct = false;
          request.limit = 100;
          const Result<FullAnswer> answer = bundle.search(searcher, request);
          RC_ASSERT(answer.ok());
          std::set<std::string> expected;
          std::set<std::string> partial;
          const Expression expression = parse_expression(query, true);
          Expression words = expression;
          relax(words);
          for (std::size_t page = 0; page < pages.size(); ++page) {
            const std::string id = std::to_string(page);
            if (is_true(expression, pages[page])) {
              expected.insert(id);
            } else if (has_words(words, pages[page])) {
              partial.insert(id);
            }
          }
          RC_LOG() << query << "\n";
          RC_ASSERT(answer->total == expected.size() + partial.size());
          RC_ASSERT(answer->complete == expected.size());
          for (std::size_t i = 0; i < answer->results.size(); ++i) {
            const SearchResult& result = answer->results[i];
            RC_ASSERT(result.partial == (i >= expected.size()));
            RC_ASSERT((result.partial ? partial : expected).count(std::string(result.id)) == 1);
          }
        }
      },
      200);
}

TEST_CASE("patterns, by hand") {
  CHECK(fits("la*p", "lamp"));
  CHECK(fits("la*", "la"));
  CHECK(fits("l?mp", "lämp"));
  CHECK_FALSE(fits("l?mp", "lmp"));
  CHECK_FALSE(fits("la*p", "lamps"));
  CHECK(fits("a*b*c", "axxbxbxc"));
}

}  // namespace catchword::test
