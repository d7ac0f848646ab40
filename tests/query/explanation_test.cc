// Explanations: what a score is made of is all that it is made of.
#include "query/explanation.h"

#include <catch2/catch.hpp>
#include <deque>
#include <numeric>
#include <string>
#include <vector>

#include "query/full_searcher.h"
#include "support/documents.h"
#include "support/memory_bundle.h"
#include "support/property.h"

namespace catchword::test {
namespace {

FullAnswer ask(const MemoryBundle& bundle, std::string_view query, bool explain = true) {
  static std::deque<FullSearcher> searchers;  // results borrow from them
  FullSearcher& searcher = searchers.emplace_back(bundle.open());
  Request request;
  request.query = query;
  Options options;
  options.explain = explain;
  const Result<FullAnswer> answer = bundle.search(searcher, request, options);
  REQUIRE(answer.ok());
  return *answer;
}

std::uint32_t sum_of(const Explanation& explanation) {
  return std::accumulate(explanation.words.begin(), explanation.words.end(), explanation.title + explanation.complete,
                         [](std::uint32_t sum, const WordExplanation& word) { return sum + word.score; });
}

const MemoryBundle& library() {
  static const MemoryBundle bundle([] {
    BuildOptions options;
    options.language = "en";
    Document author = make_document("author", "Wicks", {make_passage("", "café burning oil")});
    author.metadata.push_back({.key = "author", .values = {"Dai"}});
    return build({make_document("lamp", "Oil lamp", {make_passage("Burning", "a lamp burns oil; lamps burn it")}),
                  author, make_document("other", "Other lamps", {make_passage("", "no lamp, a cafe")}),
                  make_document("zh", "灯油", {make_passage("", "灯油上升。")})},
                 options);
  }());
  return bundle;
}

// The forms of the first word in the first result: "form kind documents fields".
std::vector<std::string> forms_of(std::string_view query) {
  const FullAnswer answer = ask(library(), query);
  REQUIRE_FALSE(answer.explanations.empty());
  REQUIRE_FALSE(answer.explanations[0].words.empty());
  std::vector<std::string> forms;
  for (const MatchedForm& form : answer.explanations[0].words[0].forms) {
    std::string line = form.form + " " + std::string(name_of(form.kind)) + " " + std::to_string(form.documents);
    for (const std::string& field : names_of_fields(form.fields)) line += " " + field;
    forms.push_back(line);
  }
  return forms;
}

using Forms = std::vector<std::string>;

}  // namespace

TEST_CASE("the parts of an explanation add up to the score") {
  check_property(
      [] {
        BuildOptions options;
        options.language = *rc::gen::element<std::string>("en", "");
        const MemoryBundle bundle(build(*arbitrary_documents(12), options));
        for (int i = 0; i < 4; ++i) {
          const std::string query = *arbitrary_query();
          for (const std::string& asked : {query, query + " -zebra", "(" + query + ") OR lamp", query + " lam* title:oil"}) {
            const FullAnswer answer = ask(bundle, asked);
            RC_ASSERT(answer.explanations.size() == answer.results.size());
            for (std::size_t k = 0; k < answer.results.size(); ++k) {
              RC_ASSERT(sum_of(answer.explanations[k]) == answer.results[k].score);
            }
          }
        }
      },
      60);
}

TEST_CASE("an explanation names the forms of a word and how they relate to it") {
  CHECK(forms_of("burns ") == Forms{"burns exact 1 text", "burn stem 1 text", "burning stem 2 heading"});
  CHECK(forms_of("cafe author:dai") == Forms{"café folded 1 text"});
  CHECK(forms_of("cafè author:dai") == Forms{"café folded 1 text"});
  CHECK(forms_of("wic") == Forms{"wicks prefix 1 title"});
  CHECK(forms_of("wi*") == Forms{"wicks pattern 1 title"});
  CHECK(forms_of("=oil title:lamp") == Forms{"oil exact 2 title text"});
  CHECK(forms_of("author:dai") == Forms{"dai exact 1 metadata"});
  CHECK(forms_of("olamp ") == Forms{"lamp correction 2 title text", "lamps stem 2 text"});
  CHECK(forms_of("灯") == Forms{"灯油 pattern 1 title text"});
}

TEST_CASE("the rarest word says so, and what lacks a word doesn't speak of it") {
  const FullAnswer answer = ask(library(), "lamp burns ");
  REQUIRE(answer.results.size() == 3);
  const std::vector<WordExplanation>& both = answer.explanations[0].words;
  REQUIRE(both.size() == 2);
  CHECK(both[0].word == "lamp");
  CHECK(both[1].word == "burns");
  CHECK(both[0].idf == both[1].idf);  // two documents each, with their inflections
  CHECK(answer.explanations[1].words.size() == 1);
  CHECK(ask(library(), "wicks ").explanations[0].words[0].idf > both[0].idf);
  CHECK(ask(library(), "wicks ").explanations[0].title > 0);
}

TEST_CASE("an explanation is there when it is asked for, and changes nothing else") {
  const auto without = [](std::string json) {
    for (std::size_t at; (at = json.find(",\"explanation\":")) != json.npos;) {
      json.erase(at, json.find(",\"title\":", at + 15) - at);  // its last member
      json.erase(at, json.find('}', at) + 1 - at);
    }
    return json;
  };
  const std::string plain = to_json(ask(library(), "lamp oil ", false));
  const std::string explained = to_json(ask(library(), "lamp oil "));
  CHECK(plain.find("explanation") == plain.npos);
  CHECK(explained != plain);
  CHECK(without(explained) == plain);
}

TEST_CASE("where documents are listed, nothing is to be explained") {
  FullSearcher searcher = library().open();
  Options options;
  options.explain = true;
  options.order = {{"title", false}};
  const Result<FullAnswer> answer = library().search(searcher, {}, options);
  REQUIRE(answer.ok());
  REQUIRE(answer->explanations.size() == answer->results.size());
  CHECK(answer->explanations[0].words.empty());
  CHECK(answer->explanations[0].title == 0);
}

}  // namespace catchword::test
