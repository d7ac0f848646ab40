// The site's pass: what repeats goes, what is the page's own stays. tests/sites/ has it read whole sites.
#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

#include "document/boilerplate.h"
#include "support/documents.h"
#include "support/must.h"
#include "support/pages.h"

namespace catchword::test {
namespace {

// `pages` pages with `frame`, in which '@' stands for the page's own paragraph.
std::vector<Document> site_of(int pages, const std::string& frame) {
  std::vector<Document> site;
  for (int i = 0; i < pages; ++i) {
    std::string html = frame;
    const std::string number = std::to_string(i);
    for (std::size_t at; (at = html.find('@')) != std::string::npos;) html.replace(at, 1, number);
    site.push_back(read_page("p" + number + ".html", html));
  }
  return site;
}

void remove_boilerplate(std::vector<Document>& site) {
  Documents documents(site);
  must(catchword::remove_boilerplate(documents));
  site = all_of(documents);
}

TEST_CASE("Boilerplate: menu, footer and title part of a small site go") {
  auto site = site_of(8, "<title>Page @ - Site</title><h3>Menu</h3><ul><li><a href=a.html>Start</a>"
                         "<li><a href=b.html>About us</a></ul><h1>Page @</h1><p>Own text @."
                         "<div>All rights reserved.<br>Made with care.</div>");
  remove_boilerplate(site);
  CHECK(site[3].title == "Page 3");
  CHECK(text_of(site[3]) == "[Page 3]\nOwn text 3.\n");
  CHECK(site[3].links.empty());
}

TEST_CASE("Boilerplate: a site of few pages is left alone") {
  auto site = site_of(4, "<title>Page @ - Site</title><p><a href=a.html>Start</a><p>Text @");
  const std::string before = text_of(site[0]);
  remove_boilerplate(site);
  CHECK(text_of(site[0]) == before);
  CHECK(site[0].title == "Page 0 - Site");
}

TEST_CASE("Boilerplate: pages that say what their content is are believed") {
  auto site = site_of(8, "<main><p>The same words everywhere.<p>And these, too.</main>");
  remove_boilerplate(site);
  CHECK(text_of(site[0]) == "The same words everywhere.\nAnd these, too.\n");
}

TEST_CASE("Boilerplate: the menu of one part of a site goes, the same words in a table stay") {
  const std::string menu =
      "<ul><li><a href=push.html>push</a><li><a href=pop.html>pop</a><li><a href=top.html>top</a></ul>";
  auto site = site_of(40, "<p>Own text @.");
  for (int i = 0; i < 5; ++i) {
    site.push_back(read_page("s" + std::to_string(i), menu + "<p>Of stacks " + std::to_string(i)));
  }
  site.push_back(read_page("t", "<table><tr><td><a href=push.html>push</a><td>adds an element to the stack"
                                "<tr><td><a href=pop.html>pop</a><td>takes an element from it</table>"));
  remove_boilerplate(site);
  CHECK(text_of(site[40]) == "Of stacks 0\n");
  CHECK(text_of(site[45]) ==
        "push\nadds an element to the stack\npop\ntakes an element from it\n");
}

TEST_CASE("Boilerplate: common lines of examples stay") {
  auto site = site_of(8, "<p>Text @.<pre>int main()\n{\n\n  f(@);\n}</pre>");
  remove_boilerplate(site);
  CHECK(text_of(site[1]) == "Text 1.\nint main()\n{\n\n  f(1);\n}\n");
}

TEST_CASE("Boilerplate: a footer that names the page's own address goes, a list of addresses stays") {
  auto site = site_of(8, "<p>Own text @.<p>See http://a.example/@<p>http://b.example/@"
                         "<div>Retrieved from \"https://site.example/index.php?title=@\" on request</div>");
  remove_boilerplate(site);
  CHECK(text_of(site[3]) == "Own text 3.\nhttp://b.example/3\n");
}

TEST_CASE("Boilerplate: terms move with their lines, and go with them") {
  auto site = site_of(8, "<p id=a><b>Same</b> text on all<p id=b><b>Own@</b> of one page");
  remove_boilerplate(site);
  CHECK(text_of(site[3]) == "Own3 of one page\n");
  CHECK(site[3].passages.front().terms == std::vector<DefinedTerm>{{0, 4}});
}

TEST_CASE("Boilerplate: a title that all pages share gives way to the heading") {
  auto site = site_of(8, "<title>Site</title><h1>Head @</h1>");
  remove_boilerplate(site);
  CHECK(site[5].title == "Head 5");
}

TEST_CASE("Boilerplate: profiles of parts of a site, joined in any order, strip the same") {
  const std::string frame = "<title>P@ | S</title><p><a href=a.html>Start here</a><p>Own @.<p>The end of it.";
  auto whole = site_of(20, frame);
  auto parts = site_of(20, frame);
  std::vector<SiteProfile> profiles(3);
  for (std::size_t i = 0; i < parts.size(); ++i) profiles[i % 3].add(parts[i]);
  std::swap(profiles[0], profiles[2]);
  const SiteProfile site = SiteProfile::join(std::move(profiles), 2);
  remove_boilerplate(whole);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    site.strip(parts[i]);
    CHECK(text_of(parts[i]) == text_of(whole[i]));
    CHECK(parts[i].title == whole[i].title);
  }
}

}  // namespace
}  // namespace catchword::test
