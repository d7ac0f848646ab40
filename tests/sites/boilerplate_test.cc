// The site's pass on real sites: no known item is lost.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "document/boilerplate.h"
#include "support/data.h"
#include "support/pages.h"

namespace catchword::test {
namespace {

namespace fs = std::filesystem;

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

TEST_CASE("Boilerplate: no known item is lost") {
  bool any = false;
  for (const Site& site : kSites) {
    const fs::path judged = judged_data("ki-" + std::string(site.name));
    if (judged.empty() || !fs::is_directory(site.root)) {
      WARN("not here: judged pages, or " << site.root);
      continue;
    }
    any = true;
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
  if (!any) std::cerr << "skipped: no site is installed that has judged pages; .ci/setup bench installs sites\n";
}

}  // namespace
}  // namespace catchword::test
