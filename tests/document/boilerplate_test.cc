// The site's pass: what repeats goes, what is the page's own stays; and over real sites no known
// item is lost.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "document/boilerplate.h"
#include "document/html/reader.h"
#include "support/data.h"
#include "support/documents.h"
#include "support/must.h"

namespace catchword::test {
namespace {

namespace fs = std::filesystem;

Document read_page(const std::string& path, const std::string& html, bool main_only = true) {
  Document found;
  HtmlOptions options;
  options.main_only = main_only;
  make_html_reader(options)->read({path, html}, {[&](Document document) { found = std::move(document); },
                                          [](const Notice&) {}});
  return found;
}

std::string text_of(const Document& document) {
  std::string text;
  for (const Passage& passage : document.passages) {
    if (!passage.heading.empty()) text += "[" + passage.heading + "]\n";
    text += passage.text;
  }
  return text;
}

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

std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0 || c == '_') {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!word.empty()) {
      words.insert(std::move(word));
      word.clear();
    }
  }
  return words;
}

std::set<std::string> words_of(const Document& document) {
  return words_of(document.title + "\n" + text_of(document));
}

std::vector<std::vector<std::string>> read_table(const fs::path& path) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> row;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
    rows.push_back(std::move(row));
  }
  return rows;
}

struct Site {
  const char* name;
  const char* root;
};
constexpr Site kSites[] = {{"cppreference", "/usr/share/cppreference/doc/html"},
                           {"postgresql", "/usr/share/doc/postgresql-doc-15/html"},
                           {"python", "/usr/share/doc/python3.11/html"},
                           {"git", "/usr/share/doc/git-doc"},
                           {"sqlite", "/usr/share/doc/sqlite3"}};

/// The judged pages of a site before and after the pass, and what that took.
struct StrippedSite {
  std::vector<Document> documents;
  std::map<std::string, std::size_t> places;    // page -> its place in `documents`
  std::vector<std::set<std::string>> before;    // words of the whole pages
  std::set<std::string> title_words;            // what all titles shared is no loss
  std::map<std::string, std::size_t> dropped;   // line -> how often
  std::size_t bytes = 0;                        // before
  std::size_t kept_bytes = 0;
};

StrippedSite strip_site(const Site& site, const fs::path& judged) {
  StrippedSite stripped;
  SiteProfile profile;
  for (const auto& row : read_table(judged / "pages.txt")) {
    std::ifstream file(fs::path(site.root) / row.at(0), std::ios::binary);
    std::ostringstream html;
    html << file.rdbuf();
    stripped.places[row.at(0)] = stripped.documents.size();
    stripped.documents.push_back(read_page(row.at(0), html.str()));
    const Document whole = read_page(row.at(0), html.str(), false);
    stripped.before.push_back(words_of(whole));
    stripped.bytes += text_of(whole).size();
    profile.add(stripped.documents.back());
  }
  for (Document& document : stripped.documents) {
    StrippedText taken;
    profile.strip(document, &taken);
    stripped.title_words.merge(words_of(taken.title_part));
    for (const std::string& line : taken.lines) ++stripped.dropped[line];
    stripped.kept_bytes += text_of(document).size();
  }
  return stripped;
}

/// Words of `query` that the whole page has and the document no longer. None may be lost where the
/// pass took them; beside a page's own main part stand the names of its neighbours and chapters.
std::size_t lost_words(const std::string& query, std::size_t place, const StrippedSite& site) {
  const std::set<std::string> after = words_of(site.documents[place]);
  std::size_t lost = 0;
  for (const std::string& word : words_of(query)) {
    const bool was_there = site.before[place].count(word) == 1 && site.title_words.count(word) == 0;
    lost += was_there && after.count(word) == 0;
  }
  if (site.documents[place].extent == Extent::kWhole) CHECK(lost == 0);
  return lost;
}

/// The row of docs/readers/html.md, and the lines dropped most often below it.
std::string describe_dropped(const Site& site, const StrippedSite& stripped, std::size_t known_items) {
  constexpr std::size_t kShown = 12;
  std::vector<std::pair<std::size_t, std::string>> lines;
  for (const auto& [line, pages] : stripped.dropped) lines.emplace_back(pages, line.substr(0, 80));
  std::sort(lines.rbegin(), lines.rend());
  std::ostringstream out;
  out << "| " << site.name << " | " << stripped.documents.size() << " | " << stripped.dropped.size() << " | "
      << static_cast<double>((stripped.bytes - stripped.kept_bytes) * 1000 / stripped.bytes) / 10 << "% | " << known_items << " |";
  for (std::size_t i = 0; i < std::min(kShown, lines.size()); ++i) {
    out << "\n  " << lines[i].first << " times: " << lines[i].second;
  }
  return out.str();
}

TEST_CASE("Boilerplate: no known item is lost", "[sites]") {
  for (const Site& site : kSites) {
    const fs::path judged = judged_data("ki-" + std::string(site.name));
    if (judged.empty() || !fs::is_directory(site.root)) {
      WARN("skipped, not here: judged pages, or " << site.root);
      continue;
    }
    const StrippedSite stripped = strip_site(site, judged);
    std::map<std::string, std::string> queries;
    for (const auto& row : read_table(judged / "queries.tsv")) queries[row.at(0)] = row.at(1);
    std::size_t known_items = 0;
    for (const auto& row : read_table(judged / "qrels.tsv")) {
      const auto place = stripped.places.find(row.at(1));
      if (place == stripped.places.end()) continue;
      ++known_items;
      INFO(site.name << ": " << queries[row.at(0)] << " in " << row.at(1));
      CHECK(lost_words(queries[row.at(0)], place->second, stripped) * 3 <= words_of(queries[row.at(0)]).size());
    }
    CHECK(known_items > 0);
    WARN(describe_dropped(site, stripped, known_items));
  }
}

}  // namespace
}  // namespace catchword::test
