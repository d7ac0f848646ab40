// The words that the HTML reader finds are those of an HTML5 parser, on every page of the sites that are installed.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "document/html_oracle.h"

namespace {

namespace fs = std::filesystem;
using catchword::testing::oracle_words;
using catchword::testing::reader_words;

// Debian's packages python3.11-doc, postgresql-doc-15, cppreference-doc-en-html, git-doc and
// sqlite3-doc.
const char* const kSites[] = {"/usr/share/doc/python3.11/html", "/usr/share/doc/postgresql-doc-15/html",
                              "/usr/share/cppreference/doc/html", "/usr/share/doc/git-doc",
                              "/usr/share/doc/sqlite3"};
constexpr std::size_t kOneIn = 1000;  // more than one differing page in so many is a failure

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool is_page(const fs::directory_entry& entry) {
  const std::string extension = entry.path().extension().string();
  return entry.is_regular_file() && (extension == ".html" || extension == ".htm");
}

}  // namespace

TEST_CASE("the pages of real sites have the words of an HTML5 parser", "[html][oracle]") {
  bool any = false;
  for (const char* site : kSites) {
    if (!fs::is_directory(site)) {
      WARN("not installed: " << site);
      continue;
    }
    any = true;
    std::size_t pages = 0;
    std::size_t differing = 0;
    for (const auto& entry : fs::recursive_directory_iterator(site)) {
      if (!is_page(entry)) continue;
      const std::string html = read_file(entry.path());
      ++pages;
      if (reader_words(html) == oracle_words(html)) continue;
      ++differing;
      WARN("differs: " << entry.path());
    }
    INFO(site << ": " << differing << " of " << pages << " pages differ");
    CHECK(pages > 0);
    CHECK(differing * kOneIn <= pages);
  }
  if (!any) std::cerr << "skipped: no site is installed; .ci/setup bench does it\n";
}
