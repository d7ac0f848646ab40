#include "support/documents.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "support/must.h"

namespace catchword::test {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

rc::Gen<std::vector<std::string>> arbitrary_words(std::size_t least, std::size_t most) {
  return rc::gen::mapcat(rc::gen::inRange(least, most + 1), [](std::size_t count) {
    return rc::gen::container<std::vector<std::string>>(count, rc::gen::elementOf(word_pool()));
  });
}

rc::Gen<std::string> arbitrary_text(std::size_t least, std::size_t most) {
  return rc::gen::map(arbitrary_words(least, most), joined);
}

// Lines of words, each ended.
rc::Gen<std::string> arbitrary_lines() {
  return rc::gen::map(
      rc::gen::resize(4, rc::gen::container<std::vector<std::string>>(arbitrary_text(1, 14))),
      [](const std::vector<std::string>& lines) {
        std::string text;
        for (const std::string& line : lines) text += line + "\n";
        return text;
      });
}

rc::Gen<std::string> arbitrary_language() {
  return rc::gen::weightedElement<std::string>({{4, ""}, {2, "en"}, {1, "fr-CA"}, {1, "zh"}});
}

rc::Gen<Passage> arbitrary_passage() {
  return rc::gen::build<Passage>(rc::gen::set(&Passage::heading, arbitrary_text(0, 3)),
                                 rc::gen::set(&Passage::text, arbitrary_lines()),
                                 rc::gen::set(&Passage::language, arbitrary_language()),
                                 rc::gen::set(&Passage::weight, rc::gen::inRange(1, 4)));
}

rc::Gen<Metadata> arbitrary_metadata() {
  return rc::gen::build<Metadata>(
      rc::gen::set(&Metadata::values,
                   rc::gen::container<std::vector<std::string>>(1, arbitrary_text(1, 3))),
      rc::gen::set(&Metadata::searchable));
}

rc::Gen<Link> arbitrary_link() {
  return rc::gen::build<Link>(
      rc::gen::set(&Link::target,
                   rc::gen::map(rc::gen::inRange(0, 12), [](int i) { return std::to_string(i); })),
      rc::gen::set(&Link::text, arbitrary_text(0, 3)));
}

rc::Gen<Document> arbitrary_document() {
  return rc::gen::build<Document>(
      rc::gen::set(&Document::title, arbitrary_text(1, 4)),
      rc::gen::set(&Document::language, arbitrary_language()),
      rc::gen::set(
          &Document::metadata,
          rc::gen::resize(2, rc::gen::container<std::vector<Metadata>>(arbitrary_metadata()))),
      rc::gen::set(&Document::passages, rc::gen::resize(5, rc::gen::container<std::vector<Passage>>(
                                                               arbitrary_passage()))),
      rc::gen::set(&Document::links,
                   rc::gen::resize(3, rc::gen::container<std::vector<Link>>(arbitrary_link()))));
}

std::vector<Document> named(std::vector<Document> documents) {
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].id = documents[i].url = std::to_string(i);
    for (std::size_t key = 0; key < documents[i].metadata.size(); ++key) {
      documents[i].metadata[key].key = "key" + std::to_string(key);
    }
  }
  return documents;
}

// The first `size` bytes, or a few less where they would end within a character.
std::string beginning(const std::string& word, std::size_t size) {
  size = std::min(size, word.size());
  while (size < word.size() && is_continuation(word[size])) --size;
  return word.substr(0, size);
}

rc::Gen<std::string> arbitrary_beginning() {
  return rc::gen::map(
      rc::gen::pair(rc::gen::elementOf(word_pool()), rc::gen::inRange<std::size_t>(1, 9)),
      [](const std::pair<std::string, std::size_t>& cut) {
        return beginning(cut.first, cut.second);
      });
}

rc::Gen<std::string> arbitrary_phrase() {
  return rc::gen::map(arbitrary_text(1, 3),
                      [](const std::string& words) { return '"' + words + '"'; });
}

}  // namespace

Passage make_passage(std::string heading, std::string text) {
  Passage passage;
  passage.heading = std::move(heading);
  passage.level = passage.heading.empty() ? 0 : 2;
  passage.text = std::move(text);
  return passage;
}

Document make_document(std::string id, std::string title, std::vector<Passage> passages) {
  Document document;
  document.url = id;
  document.id = std::move(id);
  document.title = std::move(title);
  document.passages = std::move(passages);
  return document;
}

const std::vector<std::string>& word_pool() {
  static const std::vector<std::string> kPool{
      "run",         "runs",     "running", "Runner",  "ran",      "cafe",     "café",
      "Cafés",       "CAFE",     "straße",  "strasse", "nation",   "national", "nations",
      "nationality", "foo_bar",  "fooBar",  "foobar",  "foo",      "bar",      "HTMLParser",
      "html",        "parser",   "c++",     "c",       "C#",       "std",      "vector",
      "vectors",     "x86",      "2024",    "北京",    "北京大学", "大学",     "大",
      "学生",        "カタカナ", "한국어",  "ภาษาไทย", "naïve",    "naive",    "Ångström",
      "reader's",    "readers",  "read",    "a",       "ab",       "abc",      "abcd",
      "abcde",       "abcdef",   "the",     "of",      "and",      "_init_",   "deal,",
      "end.",        "(see",     "q1",      "q10",     "q100",     "ﬁne",      "fine",
      "std::vector", "std::read", "foo_bar.run", "v2.1", "2.1", "$2024",
  };
  return kPool;
}

rc::Gen<std::vector<Document>> arbitrary_documents(int most) {
  return rc::gen::map(
      rc::gen::resize(
          most, rc::gen::nonEmpty(rc::gen::container<std::vector<Document>>(arbitrary_document()))),
      named);
}

rc::Gen<std::string> arbitrary_query() {
  const auto piece = rc::gen::weightedOneOf<std::string>(
      {{5, rc::gen::elementOf(word_pool())}, {2, arbitrary_beginning()}, {2, arbitrary_phrase()}});
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, 7), [piece](std::size_t count) {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(count, piece), joined);
  });
}

std::vector<Document> small_collection() {
  const auto text = [](std::string id, std::string title, std::string body) {
    return make_document(std::move(id), std::move(title), {make_passage("", std::move(body))});
  };
  std::vector<Document> documents{
      text("lamp.html", "The oil lamp", "A lamp burns oil.\nIts wick draws the oil up.\n"),
      text("candle.html", "Candles", "A candle burns down. Candles of wax burned in churches.\n"),
      text("cafe.html", "Le café", "The cafés of Paris; a cafe elsewhere.\n"),
      text("code.html", "std::vector in C++", "push_back and emplaceBack grow a vector.\n"),
      text("beijing.html", "北京大学", "北京大学的学生在北京。\n"),
      text("thai.html", "ภาษาไทย", "ภาษาไทยเขียนโดยไม่เว้นวรรค\n"),
  };
  documents[0].passages.push_back(make_passage("Wick and burner", "The wick is of cotton.\n"));
  documents[0].passages.back().anchor = "wick";
  documents[1].metadata.push_back({"author", {"Ada Lamplighter", "B. Wick"}, true, true, false});
  documents[1].links.push_back({"lamp.html", "lamps and their oil"});
  documents[2].metadata.push_back({"hidden", {"unsearchable"}, false, false, false});
  return documents;
}

std::vector<Document> all_of(const Documents& documents) {
  std::vector<Document> all;
  must(documents.visit([&](const Documents::Batch& batch, std::size_t) -> Status {
    all.insert(all.end(), batch.begin(), batch.end());
    return {};
  }));
  return all;
}

}  // namespace catchword::test
