// The site's pass: what repeats goes, what is the page's own stays; and over real sites no known
// item is lost.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "document/boilerplate.h"
#include "document/html/reader.h"

namespace catchword::test {
namespace {

namespace fs = std::filesystem;

Document read_page(const std::string& path, const std::string& html) {
  Document found;
  make_html_reader()->read({path, html}, {[&](Document document) { found = std::move(document); },
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

TEST_CASE("Boilerplate: a title that all pages share gives way to the heading") {
  auto site = site_of(8, "<title>Site</title><h1>Head @</h1>");
  remove_boilerplate(site);
  CHECK(site[5].title == "Head 5");
}

TEST_CASE("Boilerplate: profiles of parts of a site, merged in any order, strip the same") {
  const std::string frame = "<title>P@ | S</title><p><a href=a.html>Start here</a><p>Own @.<p>The end of it.";
  auto whole = site_of(20, frame);
  auto parts = site_of(20, frame);
  SiteProfile profiles[3];
  for (std::size_t i = 0; i < parts.size(); ++i) profiles[i % 3].add(parts[i]);
  profiles[2].merge(profiles[0]);
  profiles[2].merge(profiles[1]);
  remove_boilerplate(whole);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    profiles[2].strip(parts[i]);
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

TEST_CASE("Boilerplate: no known item is lost", "[sites]") {
  const char* data = std::getenv("CATCHWORD_DATA");
  for (const Site& site : kSites) {
    const fs::path judged = fs::path(data != nullptr ? data : "../shared/data") /
                            ("ki-" + std::string(site.name));
    if (!fs::is_directory(judged) || !fs::is_directory(site.root)) {
      WARN("skipped, not here: " << judged << " or " << site.root);
      continue;
    }
    std::vector<Document> documents;
    std::map<std::string, std::size_t> places;
    for (const auto& row : read_table(judged / "pages.txt")) {
      std::ifstream file(fs::path(site.root) / row.at(0), std::ios::binary);
      std::ostringstream html;
      html << file.rdbuf();
      places[row.at(0)] = documents.size();
      documents.push_back(read_page(row.at(0), html.str()));
    }
    std::vector<std::set<std::string>> before;
    for (const Document& document : documents) before.push_back(words_of(document));
    std::set<std::string> title_words;  // what all titles shared is no loss
    SiteProfile profile;
    for (const Document& document : documents) profile.add(document);
    for (Document& document : documents) {
      StrippedText taken;
      profile.strip(document, &taken);
      title_words.merge(words_of(taken.title_part));
    }
    std::map<std::string, std::string> queries;
    for (const auto& row : read_table(judged / "queries.tsv")) queries[row.at(0)] = row.at(1);
    for (const auto& row : read_table(judged / "qrels.tsv")) {
      const auto place = places.find(row.at(1));
      if (place == places.end()) continue;
      const auto after = words_of(documents[place->second]);
      for (const std::string& word : words_of(queries[row.at(0)])) {
        if (before[place->second].count(word) == 0 || title_words.count(word) != 0) continue;
        INFO(site.name << ": " << queries[row.at(0)] << " in " << row.at(1));
        CHECK(after.count(word) == 1);
      }
    }
  }
}

}  // namespace
}  // namespace catchword::test
