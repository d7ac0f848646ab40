// The languages of a bundle, and that each form is stemmed by its own.
#include "build/languages.h"

#include <catch2/catch.hpp>

#include "build/term_layout.h"
#include "support/documents.h"
#include "support/inverted.h"

namespace catchword::test {
namespace {

using Codes = std::vector<std::string>;

Document in_language(std::string id, std::string language, std::string text) {
  Document document = make_document(std::move(id), "x", {make_passage("", std::move(text))});
  document.language = std::move(language);
  return document;
}

std::string stem_of(const std::vector<Document>& input, std::string_view form) {
  const Languages languages = must(Languages::find(input, ""));
  std::vector<Lexicon> lexicons(1);
  AnalyzedDocuments documents;
  for (DocId i = 0; i < input.size(); ++i) {
    must(documents.add({{0, analyze(input[i], cut_document(input[i], {}), {}, languages, lexicons[0])}}));
  }
  InvertedIndex index = invert(documents, std::move(lexicons));
  assign_stems(index, languages, 1);
  for (const DictionaryTerm& term : index.terms) {
    if (term.form == form) return std::string(term.stem);
  }
  return "not there";
}

}  // namespace

TEST_CASE("languages are primary subtags, that of most documents first") {
  const std::vector<Document> documents{in_language("1", "fr", "a"), in_language("2", "de-AT", "b"),
                                        in_language("3", "DE", "c"), in_language("4", "", "d"),
                                        in_language("5", "nb-NO", "e"), in_language("6", "nn", "f")};
  const Languages languages = must(Languages::find(documents, ""));
  CHECK(languages.codes() == Codes{"de", "no", "fr"});
  CHECK(languages.id_of("de-CH") == 0);
  CHECK(languages.id_of("fr") == 2);
  CHECK(languages.id_of("") == 0);
  CHECK(languages.id_of("ja") == 0);
  CHECK(must(Languages::find(documents, "fr-CA")).codes() == Codes{"fr", "de", "no"});
  CHECK(must(Languages::find(documents, "el")).codes() == Codes{"el", "de", "no", "fr"});
  CHECK(must(Languages::find({{in_language("1", "", "a")}}, "")).codes().empty());
}

TEST_CASE("a passage's language is one of the bundle's") {
  Document document = in_language("1", "en", "word");
  document.passages.push_back(make_passage("", "Wort"));
  document.passages.back().language = "de";
  CHECK(must(Languages::find({{document}}, "")).codes() == Codes{"en", "de"});
}

TEST_CASE("a form is stemmed by the language in which most documents have it") {
  const Document german = in_language("1", "de", "Die Verbindungen und the tables");
  const Document english = in_language("2", "en", "connections of the tables");
  const Document another = in_language("3", "en", "the tables");
  CHECK(stem_of({german, english, another}, "verbindungen") == "verbind");
  CHECK(stem_of({german, english, another}, "connections") == "connect");
  CHECK(stem_of({german, english, another}, "tables") == "tabl");
  CHECK(stem_of({german}, "tables") == "tabl");  // German has a stem for it, too
}

TEST_CASE("a passage in another language than its document is stemmed by its own") {
  Document document = in_language("1", "en", "connections");
  document.passages.push_back(make_passage("", "Verbindungen"));
  document.passages.back().language = "de";
  CHECK(stem_of({document}, "verbindungen") == "verbind");
  CHECK(stem_of({document}, "connections") == "connect");
}

}  // namespace catchword::test
