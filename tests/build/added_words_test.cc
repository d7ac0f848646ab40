// Words that a document is found by although they don't stand in it: parts of compounds, and synonyms.
#include <algorithm>
#include <catch2/catch.hpp>

#include "support/documents.h"
#include "support/memory_bundle.h"

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
    Request request;
    request.query = query;
    request.complete = true;
    const auto answer = bundle_.search(searcher_, request);
    REQUIRE(answer);
    Ids ids;
    for (const SearchResult& result : answer->results) {
      if (partial_too || !result.partial) ids.emplace_back(result.id);
    }
    return ids;
  }

  [[nodiscard]] const MemoryBundle& bundle() const { return bundle_; }

 private:
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

TEST_CASE("synonyms one way") {
  const std::vector<Document> documents{text("lorry", "en", "A lorry stood there."),
                                        text("van", "en", "A Van stood there.")};
  Bundled bundle(documents, {SynonymRule{{"lorry"}, {"truck", "van"}}});
  CHECK(bundle.find("lorry") == Ids{"lorry", "van"});
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

TEST_CASE("the same bundle by any number of threads") {
  const std::vector<SynonymRule> synonyms{both_ways({"Kabel", "Leitung"})};
  const Bundled one(german(), synonyms, 1);
  const Bundled three(german(), synonyms, 3);
  CHECK(one.bundle().files == three.bundle().files);
}

}  // namespace catchword::test
