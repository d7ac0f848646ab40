// Link texts: whose they are, and how much they count.
#include "build/link_texts.h"

#include <catch2/catch.hpp>

#include "build/id_hashes.h"
#include "support/documents.h"
#include "support/must.h"

namespace catchword::test {
namespace {

// `pages` documents, each with these links; the ids are "0", "1", ...
std::vector<Document> linked(int pages, const std::vector<Link>& links) {
  std::vector<Document> documents;
  for (int i = 0; i < pages; ++i) {
    documents.push_back(make_document(std::to_string(i), "t", {}));
    documents.back().links = links;
  }
  return documents;
}

std::vector<std::vector<LinkText>> texts_of(const std::vector<Document>& documents) {
  return must(collect_link_texts(documents, must(hash_ids(documents))));
}

}  // namespace

TEST_CASE(
    "a text belongs to the page that is linked to, and counts once however often it is used") {
  const auto texts = texts_of(linked(3, {{"0", "zero"}}));
  REQUIRE(texts[0].size() == 1);
  CHECK(texts[0][0].text == "zero");
  CHECK(texts[1].empty());
}

TEST_CASE("a text counts for the logarithm of the pages that use it") {
  std::uint16_t before = 0;
  for (const int pages : {2, 5, 17, 65, 257}) {
    const auto weight = texts_of(linked(pages, {{"0", "zero"}}))[0][0].weight;
    CHECK(weight > before);
    CHECK(weight < 12);
    before = weight;
  }
}

TEST_CASE("links to itself, to nowhere, and without a name don't count") {
  for (const auto& texts : texts_of(linked(1, {{"0", "self"}}))) CHECK(texts.empty());
  for (const auto& texts : texts_of(
           linked(2, {{"nowhere", "text"}, {"0", ""}, {"0", std::string(500, 'x')}}))) {
    CHECK(texts.empty());
  }
}

TEST_CASE("a page that links twice is one page that links, and to itself none") {
  const auto documents = linked(4, {{"0", "zero"}, {"0", "again"}, {"1", "one"}, {"gone", "x"}});
  CHECK(must(count_linking_pages(documents, must(hash_ids(documents)))) == std::vector<std::uint32_t>{3, 3, 0, 0});
}

TEST_CASE("of very many texts the most used are kept") {
  auto documents = linked(40, {{"0", "often"}});
  for (std::size_t i = 1; i < documents.size(); ++i) {
    documents[i].links.push_back({"0", "text " + std::to_string(i)});
  }
  const auto texts = texts_of(documents)[0];
  CHECK(texts.size() < 39);
  CHECK(texts[0].text == "often");
}

}  // namespace catchword::test
