// The HTML reader: html_cases.txt, and what a file of cases can't show: options, flags of
// metadata, and pages made to break it.
#include <catch2/catch.hpp>

#include <chrono>
#include <string>

#include "document/html/reader.h"
#include "reader_cases.h"

namespace catchword::test {
namespace {

constexpr double kSecondsForHostile = 30;  // several hundred times what a linear reader takes

std::string read_with(const HtmlOptions& options, const std::string& html,
                      const std::string& path = "guide/page.html") {
  return describe(*make_html_reader(options), path, html);
}

Document document_of(const std::string& html) {
  Document found;
  make_html_reader()->read({"page.html", html}, {[&](Document document) { found = std::move(document); },
                                                 [](const Notice&) {}});
  return found;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string repeat(const std::string& piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

HtmlSelector selector(const std::string& text) {
  const auto parsed = parse_selector(text);
  REQUIRE(parsed.ok());
  return parsed.value();
}

SelectorRule rule(const char* text, HtmlDirective::Kind kind, const char* value = "") {
  return {selector(text), kind, value};
}

TEST_CASE("HTML: every case gives its document") {
  check_cases(*make_html_reader(), "html_cases.txt", 150);
}

TEST_CASE("HTML: each rule that skips a page can be switched off") {
  HtmlOptions options;
  options.skip_noindex = options.skip_redirects = options.skip_canonical = false;
  for (const char* head : {"<meta name=robots content=noindex>", "<link rel=canonical href=/other>",
                           "<meta http-equiv=refresh content='0;url=/other'>"}) {
    INFO(head);
    CHECK(contains(read_with({}, std::string(head) + "text"), "skipped"));
    CHECK(contains(read_with(options, std::string(head) + "text"), "text"));
  }
}

TEST_CASE("HTML: the whole page is read where main is not asked for") {
  HtmlOptions options;
  options.main_only = false;
  CHECK(contains(read_with(options, "<p>menu</p><main>text</main>"), "menu"));
}

TEST_CASE("HTML: selectors choose what is read and what is not") {
  HtmlOptions options;
  options.selectors = {rule("div.body[role=doc]", HtmlDirective::Kind::kBody),
                       rule("#toc", HtmlDirective::Kind::kIgnore),
                       rule(".a.b", HtmlDirective::Kind::kIgnore)};
  const std::string found = read_with(
      options, "<main>no</main><div class='x body' role=doc>yes<p id=toc>no<p class='b c a'>no</div>");
  CHECK(found == "title: page.html\n[0] \n  yes\n");
}

TEST_CASE("HTML: selectors mean what the attributes mean") {
  HtmlOptions options;
  options.selectors = {rule("h1", HtmlDirective::Kind::kTitle),
                       rule(".by", HtmlDirective::Kind::kMeta, "author"),
                       rule("img", HtmlDirective::Kind::kMeta, "image[src]"),
                       rule("meta[name=build]", HtmlDirective::Kind::kMeta, "build[content]"),
                       rule("li", HtmlDirective::Kind::kFilter, "tag"),
                       rule("time", HtmlDirective::Kind::kSort, "date[datetime]"),
                       rule(".top", HtmlDirective::Kind::kWeight, "3")};
  const std::string by_selectors = read_with(
      options,
      "<title>T</title><meta name=build content=b7><h1>Own</h1><p class=by>Ann<p class=top>x"
      "<li>a<li>b</li><time datetime=2001-05-03>May</time><img src=i.png>");
  const std::string by_attributes = read_with(
      {},
      "<title>T</title><meta data-catchword-meta=build[content] content=b7>"
      "<h1 data-catchword-title>Own</h1><p data-catchword-meta=author>Ann<p data-catchword-weight=3>x"
      "<li data-catchword-filter=tag>a<li data-catchword-filter=tag>b</li>"
      "<time data-catchword-sort=date[datetime] datetime=2001-05-03>May</time>"
      "<img data-catchword-meta=image[src] src=i.png>");
  CHECK(by_selectors == by_attributes);
  CHECK(contains(by_selectors, "title: Own\n"));
  CHECK(contains(by_selectors, "build: <b7>"));
}

TEST_CASE("HTML: a selector's meaning ends with its element, and an attribute goes before it") {
  HtmlOptions options;
  options.selectors = {rule("b", HtmlDirective::Kind::kIgnore), rule(".w", HtmlDirective::Kind::kWeight, "3")};
  CHECK(contains(read_with(options, "<i>a <b>b</b><i>c</i></i>"), "  a c\n"));
  const std::string weighted = read_with(options, "<p class=w data-catchword-weight=5>x");
  CHECK(weighted == read_with({}, "<p data-catchword-weight=5>x"));
}

TEST_CASE("HTML: a selector that can't be told from a start tag is an error that names it") {
  for (const char* text : {"", "div p", "a>b", ":first", "[a", "[]", "#", ".", "a[b~=c]"}) {
    INFO(text);
    const auto parsed = parse_selector(text);
    REQUIRE_FALSE(parsed.ok());
    CHECK_FALSE(parsed.error().remedy.empty());
  }
}

TEST_CASE("HTML: links by the site's own url stay inside") {
  HtmlOptions options;
  options.site.url = "https://example.org/docs/";
  const std::string found =
      read_with(options,
                "<a href=https://example.org/docs/a.html>a</a><a href=https://example.org/b.html>b</a>"
                "<a href=/docs/c/>c</a><a href=//example.org/docs/d.html>d</a>"
                "<a href=https://example.org/docsy/e.html>e</a>");
  CHECK(contains(found, "link a.html <a>"));
  CHECK(contains(found, "link c/index.html <c>"));
  CHECK(contains(found, "link d.html <d>"));
  CHECK_FALSE(contains(found, "<b>"));
  CHECK_FALSE(contains(found, "<e>"));
}

TEST_CASE("HTML: a canonical link is compared with the site's url where that is known") {
  HtmlOptions options;
  options.site.url = "https://example.org/v2/";
  const std::string head = "<link rel=canonical href=https://example.org/";
  CHECK(contains(read_with(options, head + "v1/guide/page.html>text"), "canonical elsewhere"));
  CHECK(contains(read_with(options, head + "v2/guide/page>text"), "text"));
  CHECK(contains(read_with({}, head + "v1/guide/page.html>text"), "text"));
}

TEST_CASE("HTML: links that climb out of the input and in again are inside") {
  HtmlOptions options;
  options.site.folder = "help/de";
  const std::string found = read_with(
      options, "<base href=../../../><a href=help/de/a.html>a</a><a href=help/en/b.html>b</a>");
  CHECK(contains(found, "link a.html <a>"));
  CHECK_FALSE(contains(found, "<b>"));
}

TEST_CASE("HTML: metadata knows whether it is searched, filtered, sorted") {
  const Document document = document_of(
      "<p data-pagefind-filter=tag data-pagefind-meta=tag>sea</p>"
      "<p data-catchword-sort=n>3</p><meta name=date content=2002-10-11>");
  REQUIRE(document.metadata.size() == 3);
  for (const Metadata& metadata : document.metadata) {
    INFO(metadata.key);
    CHECK(metadata.filter == (metadata.key == "tag"));
    CHECK(metadata.sort == (metadata.key == "n"));
    CHECK(metadata.searchable == (metadata.key == "tag"));
  }
}

TEST_CASE("HTML: a document says from which part of the page it is") {
  CHECK(document_of("<p>a").extent == Extent::kWhole);
  CHECK(document_of("<main>a</main>").extent == Extent::kMain);
  CHECK(document_of("<p data-catchword-body>a").extent == Extent::kMarked);
}

TEST_CASE("HTML: lines of links and code are marked for the site's pass") {
  const Document document = document_of("<p><a href=x>one</a> | <a href=y>two</a><p>text<pre>a\nb</pre>");
  REQUIRE(document.passages.size() == 1);
  CHECK(document.passages[0].text == "one | two\ntext\na\nb\n");
  CHECK(document.passages[0].link_lines == std::vector<std::uint32_t>{0});
  CHECK(document.passages[0].code_ranges == std::vector<std::uint32_t>{15, 18});
}

TEST_CASE("HTML: a name set apart at the beginning of a line, behind an anchor, is a defined term") {
  const auto terms = [](const std::string& html) {
    std::vector<std::string> found;
    for (const Passage& passage : document_of(html).passages) {
      for (const DefinedTerm& term : passage.terms) {
        found.push_back(passage.text.substr(term.begin, term.end - term.begin));
      }
    }
    return found;
  };
  using Terms = std::vector<std::string>;
  CHECK(terms("<p>Rounds: <p> <a id=r></a> <code>round</code> (<code>x</code>)<p><a id=s></a><b>sin</b>") ==
        Terms{"round", "sin"});
  CHECK(terms("<table><tr><td id=r><code>round</code> to<td><b>no</b></table><li id=l><strong><tt>log</tt>(x)</strong>") ==
        Terms{"round", "log(x)"});
  CHECK(terms("<p>to <a id=r></a><code>round</code>").empty());
  CHECK(terms("<p><a id=r></a>the <code>round</code>").empty());
  CHECK(terms("<p><code>round</code>").empty());
  CHECK(terms("<p id=r><b>" + std::string(61, 'x') + "</b>").empty());
  CHECK(terms("<p><a id=r></a><b>ro<a id=s></a>und</b>").empty());
}

TEST_CASE("HTML: ten thousand nested tags are read, and what is hidden inside is not") {
  for (const char* tag : {"div", "b", "span", "table", "ul", "svg", "x-y", "object", "button"}) {
    const std::string open = "<" + std::string(tag) + ">";
    const std::string found = read_with({}, repeat(open, 10'000) + "<p>deep<p hidden>secret");
    INFO(tag);
    if (std::string(tag) != "button") CHECK(contains(found, "deep"));
    CHECK_FALSE(contains(found, "secret"));
  }
}

TEST_CASE("HTML: hostile nesting takes linear time") {
  const std::size_t times = 200'000;
  const std::string pages[] = {
      repeat("<div>", times),
      repeat("<b id=x>", times) + repeat("<p>a", times),
      "<x-a><div>" + repeat("<i>", times) + repeat("</x-a>", times),
      "<p><object>" + repeat("<span>", times) + repeat("<div>a", times),
      repeat("<svg><g>", times) + repeat("</p>", times),
      repeat("<a href=x><table>", times),
      repeat("<table><tr><td>", times) + repeat("</tr>", times),
      repeat("<li><p>", times) + repeat("</li>", times),
      repeat("<b><p>", times) + repeat("</b>", times),
      repeat("<form><select>", times),
      repeat("<!--", times),
      repeat("&", times) + repeat("&#", times) + repeat("<", times),
      "<script>" + repeat("<!--<script>", times),
      "<table>" + repeat("a<tr>", times),
      repeat("<dl><dt id=a>", times),
      repeat("<section id=a><h1>a", times),
  };
  for (const std::string& page : pages) {
    INFO(page.substr(0, 40));
    const auto begin = std::chrono::steady_clock::now();
    read_with({}, page);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    CHECK(time.count() < kSecondsForHostile);
  }
}

TEST_CASE("HTML: a page of fifty megabytes is read") {
  const std::string piece = "<p class=a>Some <b>words</b> of a paragraph &amp; more.\n";
  const std::size_t times = 50'000'000 / piece.size();
  const Document document = document_of(repeat(piece, times));
  REQUIRE(document.passages.size() == 1);
  CHECK(document.passages[0].text.size() == times * std::string("Some words of a paragraph & more.\n").size());
}

TEST_CASE("HTML: a page cut off anywhere gives one document or notice") {
  const std::string page =
      "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>A &eacute;</title>"
      "<script type='application/ld+json'>{\"@type\":\"Article\"}</script></head><body><main>"
      "<h1 id=\"a\">\xC3\xA9</h1><svg><![CDATA[x]]><text>y</text></svg><!-- c --><table><tr><td>z"
      "</table><a href='x.html'>l</a></main></body></html>";
  for (std::size_t size = 0; size <= page.size(); ++size) {
    int reports = 0;
    make_html_reader()->read({"page.html", std::string_view(page).substr(0, size)},
                             {[&](const Document& document) {
                                ++reports;
                                CHECK_FALSE(document.title.empty());
                              },
                              [&](const Notice& notice) {
                                if (notice.kind != Notice::Kind::kWarning) ++reports;
                              }});
    INFO(size);
    CHECK(reports == 1);
  }
}

}  // namespace
}  // namespace catchword::test
