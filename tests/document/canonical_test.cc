// Canonical links over a whole site: copies go, a site that lies elsewhere than in the input stays.
#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

#include "document/canonical.h"
#include "document/html/reader.h"
#include "support/documents.h"
#include "support/must.h"

namespace catchword {
namespace {

/// The ids of the documents that are left of pages with these canonical links, and what was said.
std::string left_of(const std::vector<std::pair<std::string, std::string>>& pages) {
  std::vector<Document> documents;
  std::string left;
  const auto reader = make_html_reader();
  for (const auto& [path, canonical] : pages) {
    const std::string html = "<link rel=canonical href=\"" + canonical + "\"><p>text";
    reader->read({path, html},
                 {[&](Document document) { documents.push_back(std::move(document)); },
                  [&](const Notice& notice) { left += "-" + notice.where + " "; }});
  }
  Documents kept(documents);
  for (const Notice& notice : test::must(leave_out_copies(kept))) left += "-" + notice.where + " ";
  for (const Document& document : test::all_of(kept)) {
    CHECK(document.canonical.empty());
    left += document.id + " ";
  }
  return left;
}

const std::string kSite = "https://example.org/";

TEST_CASE("canonical: a site that is published under other folders than in the input stays") {
  CHECK(left_of({{"html/index.html", kSite + "en/stable/"},
                 {"html/a.html", kSite + "en/stable/a.html"},
                 {"html/b/c.html", kSite + "en/stable/b/c"},
                 {"html/b/index.html", kSite + "en/stable/b/"}}) ==
        "html/index.html html/a.html html/b/c.html html/b/index.html ");
  CHECK(left_of({{"a.html", kSite + "docs/a.html"}, {"b.html", kSite + "docs/b"}}) == "a.html b.html ");
}

TEST_CASE("canonical: copies go, of a page in the same folder, in another, and on another site") {
  CHECK(left_of({{"a.html", kSite + "a.html"},
                 {"print/a.html", kSite + "a.html"},
                 {"b.html", kSite + "b.html"},
                 {"c.html", kSite + "b.html"},
                 {"d.html", "../d.html"}}) == "-c.html -d.html -print/a.html a.html b.html ");
  CHECK(left_of({{"v1/a.html", kSite + "v2/a.html"}, {"v2/a.html", kSite + "v2/a.html"}}) ==
        "-v1/a.html v2/a.html ");
}

TEST_CASE("canonical: parts of a site are published each in its own place, and a copy of a part is none") {
  std::vector<std::pair<std::string, std::string>> pages;
  std::string kept;
  for (const std::string language : {"de", "fr", "ja"}) {
    for (const std::string name : {"a", "b", "c", "index"}) {
      pages.emplace_back("html/" + language + "/" + name + ".html",
                         kSite + "browse/" + language + "/stable/" + (name == "index" ? "" : name + ".html"));
      kept += pages.back().first + " ";
    }
  }
  pages.emplace_back("html/index.html", "");
  CHECK(left_of(pages) == kept + "html/index.html ");
  for (const std::string name : {"a", "b", "c"}) {
    pages.emplace_back("print/" + name + ".html", kSite + "html/de/" + name + ".html");
  }
  CHECK(left_of(pages) == "-print/a.html -print/b.html -print/c.html " + kept + "html/index.html ");
}

TEST_CASE("canonical: where a site is published, copies of its pages go all the same") {
  CHECK(left_of({{"html/a.html", kSite + "doc/a.html"},
                 {"html/b.html", kSite + "doc/b.html"},
                 {"html/old/a.html", kSite + "doc/a.html"}}) == "-html/old/a.html html/a.html html/b.html ");
}

}  // namespace
}  // namespace catchword
