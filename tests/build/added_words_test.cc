// Words that a document is found by although they don't stand in it: parts of compounds, and synonyms; and that
// what stands there instead is marked.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "build/aliases.h"
#include "index/limits.h"
#include "support/documents.h"
#include "support/memory_bundle.h"
#include "support/property.h"
#include "support/snippets.h"

namespace catchword::test {
namespace {

using Ids = std::vector<std::string>;

Document text(std::string id, std::string language, std::string body) {
  Document document = make_document(std::move(id), "page", {make_passage("", std::move(body))});
  document.language = std::move(language);
  return document;
}

class Bundled {
 public:
  explicit Bundled(const std::vector<Document>& documents, std::vector<SynonymRule> synonyms = {},
                   unsigned jobs = 1)
      : bundle_(made(documents, std::move(synonyms), jobs)), searcher_(bundle_.open()) {}

  [[nodiscard]] Ids find(std::string_view query, bool partial_too = true) {
    Ids ids;
    for (const SearchResult& result : ask(query).results) {
      if (partial_too || !result.partial) ids.emplace_back(result.id);
    }
    return ids;
  }

  /// The best passage of a page, with its marks.
  [[nodiscard]] std::string show(std::string_view query, std::string_view id) {
    for (const SearchResult& result : ask(query).results) {
      if (result.id == id) return shown(result.passages.front().snippet);
    }
    return {};
  }

  [[nodiscard]] const MemoryBundle& bundle() const { return bundle_; }

 private:
  FullAnswer ask(std::string_view query) {
    Request request;
    request.query = query;
    request.complete = true;
    request.limit = 100;
    request.snippet = 10'000;
    Result<FullAnswer> answer = bundle_.search(searcher_, request);
    REQUIRE(answer);
    return std::move(*answer);
  }

  static MemoryBundle made(const std::vector<Document>& documents, std::vector<SynonymRule> synonyms,
                           unsigned jobs) {
    BuildOptions options;
    options.synonyms = std::move(synonyms);
    options.jobs = jobs;
    return MemoryBundle(build(documents, options));
  }

  MemoryBundle bundle_;
  decltype(std::declval<MemoryBundle>().open()) searcher_;
};

std::vector<Document> german() {
  return {text("compound", "de", "Die Datenbankverbindungen bricht der Server ab."),
          text("part", "de", "Eine Verbindung besteht aus Kabeln."),
          text("other", "de", "Die Datenbank ist groß; eine Schrift ist klein."),
          text("english", "en", "Databases, connections and a Datenbankverbindungen of words.")};
}

SynonymRule both_ways(std::vector<std::string> phrases) { return {phrases, phrases}; }

}  // namespace

TEST_CASE("a German compound is found by its parts, behind the pages where they stand") {
  Bundled bundle(german());
  CHECK(bundle.find("Verbindung") == Ids{"part", "compound"});  // English texts have no compounds
  CHECK(bundle.find("Datenbank") == Ids{"other", "compound"});
  CHECK(bundle.find("Datenbankverbindung").front() == "compound");
  CHECK(bundle.find("bindung").empty());
}

TEST_CASE("a title that has a word comes before one that has it as a part of a compound") {
  std::vector<Document> documents;
  for (const char* title : {"Datenbankverbindungen", "Verbindung mit dem Server"}) {
    documents.push_back(make_document(title, title, {make_passage("", "Der Server und die Datenbank.")}));
    documents.back().language = "de";
  }
  Bundled bundle(documents);
  CHECK(bundle.find("Verbindung") == Ids{"Verbindung mit dem Server", "Datenbankverbindungen"});
  CHECK(bundle.find("title:Verbindung").size() == 2);
}

TEST_CASE("what is marked of a compound's page is the compound, and its passage is shown") {
  std::vector<Document> documents = german();
  documents.push_back(make_document("passages", "page", {make_passage("", "Ein Server steht dort."),
                                                         make_passage("", "Alle Datenbankverbindungen ruhen.")}));
  documents.back().language = "de";
  Bundled bundle(documents);
  CHECK(bundle.show("Verbindung", "compound") == "Die [Datenbankverbindungen] bricht der Server ab.");
  CHECK(bundle.show("Datenbank", "passages") == "Alle [Datenbankverbindungen] ruhen.");
  CHECK(bundle.show("Verbindung", "part") == "Eine [Verbindung] besteht aus Kabeln.");
}

TEST_CASE("an identifier is not taken for a compound") {
  std::vector<Document> documents = german();
  documents.push_back(text("identifier", "de", "Das Feld schriFtverbindung ist leer."));
  Bundled bundle(documents);
  CHECK(bundle.find("Verbindung") == Ids{"part", "compound"});
  CHECK(bundle.find("Schriftverbindung") == Ids{"identifier"});
}

TEST_CASE("a phrase takes no part of a compound for a word") {
  Bundled bundle(german());
  CHECK(bundle.find("\"Die Datenbank\"", false) == Ids{"other"});
  CHECK(bundle.find("\"Verbindung bricht\" OR klein", false) == Ids{"other"});
}

TEST_CASE("where no language has compounds, nothing is split") {
  Bundled bundle({text("compound", "en", "the bookstore over there is open to all"),
                  text("parts", "en", "a book in a store of the town")});
  CHECK(bundle.find("store") == Ids{"parts"});
}

TEST_CASE("synonyms both ways, and phrases among them") {
  const std::vector<Document> documents{text("quay", "en", "The boats lie at the quay."),
                                        text("stage", "en", "They left from the landing stage."),
                                        text("parted", "en", "A stage for a landing of boats.")};
  Bundled bundle(documents, {both_ways({"quay", "wharf", "landing stage"})});
  CHECK(bundle.find("quay") == Ids{"quay", "stage"});
  CHECK(bundle.find("wharf") == Ids{"quay", "stage"});
  CHECK(bundle.find("landing stage") == Ids{"stage", "parted", "quay"});
  CHECK(bundle.find("\"landing stage\"", false) == Ids{"stage"});
  CHECK(bundle.find("boats").size() == 2);
}

TEST_CASE("what is marked of a synonym's page is the synonym, and a phrase where it stands whole") {
  const std::vector<Document> documents{text("quay", "en", "The boats lie at the quay."),
                                        text("stage", "en", "A stage, a landing; the Landing stage."),
                                        text("chinese", "zh", "我们住在东京都。")};
  Bundled bundle(documents, {both_ways({"quay", "wharf", "landing stage"}), both_ways({"Edo", "东京都"})});
  CHECK(bundle.show("wharf", "quay") == "The boats lie at the [quay].");
  CHECK(bundle.show("wharf", "stage") == "A stage, a landing; the [Landing stage].");
  CHECK(bundle.show("landing stage", "quay") == "The boats lie at the [quay].");
  CHECK(bundle.show("Edo", "chinese") == "我们住在[东京都]。");
}

TEST_CASE("synonyms one way") {
  const std::vector<Document> documents{text("lorry", "en", "A lorry stood there."),
                                        text("van", "en", "A Van stood there.")};
  Bundled bundle(documents, {SynonymRule{{"lorry"}, {"truck", "van"}}});
  CHECK(bundle.find("lorry") == Ids{"lorry", "van"});
  CHECK(bundle.show("lorry", "van") == "A [Van] stood there.");
  CHECK(bundle.find("van") == Ids{"van"});
  CHECK(bundle.find("truck").empty());
}

TEST_CASE("a synonym is not passed on to the synonyms of another rule") {
  const std::vector<Document> documents{text("a", "en", "alpha"), text("b", "en", "beta"),
                                        text("c", "en", "gamma")};
  Bundled bundle(documents, {both_ways({"alpha", "beta"}), both_ways({"beta", "gamma"})});
  CHECK(bundle.find("alpha") == Ids{"a", "b"});
  CHECK(bundle.find("beta") == Ids{"b", "a", "c"});
  CHECK(bundle.find("gamma") == Ids{"c", "b"});
}

// Of every word a page, and a page with all of them.
TEST_CASE("of all words those are marked whose own pages are found, and no others") {
  check_property(
      [] {
        const auto part = rc::gen::element<std::string>("dampf", "schiff", "schiffe", "fahrt", "hafen", "bahn", "wagen");
        const auto link = rc::gen::element<std::string>("", "", "s", "en");
        const std::string parts[] = {"dampf", "schiff", "fahrt", "hafen", "bahn"};
        std::set<std::string> words(std::begin(parts), std::end(parts));
        for (int i = 0; i < 12; ++i) words.insert(*part + *link + *part + *rc::gen::element<std::string>("", "", "es"));
        std::vector<Document> documents;
        std::string all;
        for (const std::string& word : words) {
          documents.push_back(text(word, "de", word));
          all += word + " ";
        }
        documents.push_back(text("all", "de", all));
        Bundled bundle(documents, {both_ways({"bahn", "eisenbahn"}), both_ways({"hafen", "fahrt"})});
        for (const std::string& word : words) {
          std::string expected;
          const Ids found = bundle.find(word);
          for (const std::string& known : words) {
            const bool is_found = std::find(found.begin(), found.end(), known) != found.end();
            expected += (expected.empty() ? "" : " ") + (is_found ? "[" + known + "]" : known);
          }
          const std::string marked = bundle.show(word, "all");
          if (marked != expected) RC_FAIL(word + ": " + marked + "\n" + expected);
        }
      },
      20);
}

TEST_CASE("=word is found where it stands itself, in a text, a title or a link, and nothing else is marked") {
  std::vector<Document> documents = german();
  documents.push_back(make_document("title", "Verbindung", {make_passage("", "Ein Kabel.")}));
  documents.push_back(text("synonym", "de", "Der Anschluss ist frei."));
  documents.back().links.push_back({"linked", "Verbindung"});
  documents.push_back(text("linked", "de", "Ein Stecker."));
  documents.push_back(text("linking", "de", "Mehrere Datenbankverbindungen."));
  documents.back().links.push_back({"other", "Datenbankverbindungen"});
  for (Document& document : documents) document.language = "de";
  Bundled bundle(documents, {both_ways({"Verbindung", "Anschluss"})});
  const auto sorted = [](Ids ids) {
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  CHECK(sorted(bundle.find("Verbindung")) ==
        Ids{"compound", "english", "linked", "linking", "other", "part", "synonym", "title"});
  CHECK(sorted(bundle.find("=Verbindung")) == Ids{"linked", "part", "title"});
  CHECK(sorted(bundle.find("=Anschluss")) == Ids{"synonym"});
  CHECK(bundle.find("title:=Verbindung", false) == Ids{"title"});
  CHECK(bundle.find("=Verbindung NEAR/3 Kabeln", false) == Ids{"part"});
  CHECK(bundle.show("=Verbindung", "part") == "Eine [Verbindung] besteht aus Kabeln.");
  CHECK(sorted(bundle.find("=Datenbank")) == Ids{"other"});
}

TEST_CASE("of very many aliases a term has those in most documents") {
  InvertedIndex index;
  StringPool& strings = index.strings.emplace_back();
  index.terms.push_back({"0", "0", "0", 0});
  Aliases aliases;
  for (std::uint32_t i = 0; i < kMostAliases + 10; ++i) {
    const std::string_view form = strings.add(std::to_string(10'000 + i));
    index.terms.push_back({form, form, form, i + 1});
    aliases.add("0", std::string(form));
  }
  aliases.add("0", "0");
  aliases.add("0", "10000 unknown ");
  aliases.add("unknown", "10000");
  aliases.assign_to(index);
  REQUIRE(index.term(0).aliases.size() == kMostAliases);
  CHECK(index.term(0).aliases.front() == "10010");
  CHECK(index.term(0).aliases.back() == index.terms.back().form);
  CHECK(index.term(1).aliases.empty());
}

TEST_CASE("the same bundle by any number of threads") {
  const std::vector<SynonymRule> synonyms{both_ways({"Kabel", "Leitung"})};
  const Bundled one(german(), synonyms, 1);
  const Bundled three(german(), synonyms, 3);
  CHECK(one.bundle().files == three.bundle().files);
}

}  // namespace catchword::test
