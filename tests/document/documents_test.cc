// Documents that were packed are what they were.
#include "document/documents.h"

#include <catch2/catch.hpp>

#include "support/documents.h"
#include "support/property.h"

namespace catchword::test {
namespace {

Document repacked(const Document& document) {
  Bytes bytes;
  append_packed(bytes, document);
  ByteView rest = bytes;
  Document unpacked;
  take_packed(rest, unpacked);
  CHECK(rest.empty());
  return unpacked;
}

Bytes packed(const Document& document) {
  Bytes bytes;
  append_packed(bytes, document);
  return bytes;
}

}  // namespace

TEST_CASE("documents: every member comes back") {
  Document document;
  document.id = "a/b.html";
  document.url = "a/b";
  document.title = std::string(300, 't');
  document.language = "de";
  document.metadata = {{"date", {"2001", "2002-10"}, false, true, true, MetadataType::kDate}};
  document.passages = {{"Heading", 7, "anchor", "One\nTwo\n", "fr", 10, {0, 4}, {70000, 70010}, {{0, 3}, {4, 7}}}};
  document.links = {{"c.html", "See C"}};
  document.extent = Extent::kMarked;
  document.canonical = "en/b.html";
  const Document same = repacked(document);
  CHECK(same.id == document.id);
  CHECK(same.url == document.url);
  CHECK(same.title == document.title);
  CHECK(same.language == document.language);
  CHECK(same.metadata.at(0).key == "date");
  CHECK(same.metadata[0].values == document.metadata[0].values);
  CHECK_FALSE(same.metadata[0].searchable);
  CHECK(same.metadata[0].filter);
  CHECK(same.metadata[0].sort);
  CHECK(same.metadata[0].type == MetadataType::kDate);
  const Passage& passage = same.passages.at(0);
  CHECK(passage.heading == "Heading");
  CHECK(passage.level == 7);
  CHECK(passage.anchor == "anchor");
  CHECK(passage.text == "One\nTwo\n");
  CHECK(passage.language == "fr");
  CHECK(passage.weight == 10);
  CHECK(passage.link_lines == document.passages[0].link_lines);
  CHECK(passage.code_ranges == document.passages[0].code_ranges);
  CHECK(passage.terms == document.passages[0].terms);
  CHECK(same.links.at(0).target == "c.html");
  CHECK(same.links[0].text == "See C");
  CHECK(same.extent == Extent::kMarked);
  CHECK(same.canonical == "en/b.html");
}

TEST_CASE("documents: packed again they are the same bytes") {
  check_property([] {
    for (const Document& document : *arbitrary_documents(10)) RC_ASSERT(packed(repacked(document)) == packed(document));
  });
}

}  // namespace catchword::test
