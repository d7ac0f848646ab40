// Identifiers, versions and amounts: found whole and by what they are made of, the whole first where all else is alike.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/documents.h"
#include "support/memory_bundle.h"

namespace catchword::test {
namespace {

struct Page {
  const char* id;
  const char* text;
};

// Pairs: a page with the whole, and one that has its words again and again, but apart.
constexpr Page kPages[] = {
    {"vector", "Use std::vector for an array that grows."},
    {"vectors", "The vector, std. A vector is std; std vector space, a vector of std."},
    {"join", "Call os.path.join to put pieces together."},
    {"joined", "The os has a path. You join a club, join the path of an os or path by path, and join."},
    {"view", "WKWebViewComponent draws it."},
    {"views", "A view of the web by a component, wk. Web view, web component, wk view."},
    {"snake", "We write snake_case here."},
    {"snakes", "In case of a snake, the case of a snake. A snake."},
    {"cpp", "C++ has templates."},
    {"c", "C is older, C C C."},
    {"price", "It costs $100 today."},
    {"count", "There were 100 people, 100 of them, 100."},
    {"pi", "The ratio is 3.14 or so."},
    {"chapters", "Chapter 3, verse 14; 14 and 3, 3 and 14."},
    {"release", "Version v2.1.0 is there."},
    {"bare", "Of 2.1.0 nobody speaks."},
    {"digits", "From v2 to 1 and 0; 2 of 1, 0 of 1, 2, v2."},
    {"arrow", "A field by its key: json ->> key, or data->field."},
    {"decorated", "Write @property before it, and $HOME in a shell."},
    {"properties", "A property is a property of its home, home of the property."},
    {"verbose", "Say more with -v, in lines that nobody inlines: -fno-inline."},
    {"letter", "The letter v, v of a kind. Fno: no inline, v v v."},
    {"walrus", "Assign with := inside an expression; a ternary is ?: there."},
    {"fields", "A field by its key; the key of a field. Data, json, json."},
};

struct Case {
  const char* query;
  const char* pages;  // by rank; partial matches behind a slash
};

constexpr Case kCases[] = {
    // Whole, before pages that have the words alone
    {"std::vector", "vector vectors"},
    {"STD::Vector", "vector vectors"},
    {"os.path.join", "join joined"},
    {"WKWebViewComponent", "view"},
    {"wkwebviewcomponent", "view"},
    {"snake_case", "snake"},
    {"C++", "cpp"},
    {"$100", "price / count"},
    {"3.14", "pi / chapters"},
    {"v2.1.0", "release / digits bare"},
    {"2.1.0", "bare release / digits"},
    // By their words
    {"vector", "vectors vector"},
    {"std vector", "vectors vector"},
    {"path join", "joined join"},
    {"path.join", "joined join"},
    {"web view component", "views view"},
    {"case", "snakes snake"},
    {"100", "count price"},
    // As it is typed
    {"os.pa", "join joined"},
    {"os.path.jo", "join joined"},
    {"std::", "vectors vector"},
    {"std::vec", "vector vectors"},
    {"3.1", "pi / chapters digits release bare count price"},
    // Among others, and twice
    {"use std::vector", "vector / vectors"},
    {"std::vector vector", "vector vectors"},
    {"std::vector std::list", "/ vector vectors"},
    // Phrases and conditions mean the words
    {"\"std::vector for\"", "vector / vectors"},
    {"\"path.join\"", "join / joined"},
    {"\"os path\"", "join / joined"},
    {"-std::vector grows", ""},
    {"std::vector OR ratio", "vectors vector pi"},
    // Operators
    {"->>", "arrow"},
    {"\"->>\"", "arrow"},
    {"->", "arrow"},
    {":=", "walrus"},
    {"?:", "walrus"},
    {"json ->> key", "arrow / fields"},
    {"data->field", "arrow / fields"},
    {"data -> field", "arrow / fields"},
    {"\"data->field\"", "arrow / fields"},
    {"-(:=) expression", ""},
    {"json -data", ""},
    {"->> OR :=", "arrow walrus"},
    // Names with a sign
    {"property", "properties decorated"},
    {"@property", "decorated properties"},
    {"$HOME", "decorated properties"},
    {"#property", "properties decorated"},
    {"-v", "verbose letter vectors views view release digits vector chapters"},
    {"lines -v", "verbose / letter vectors views view release digits vector chapters"},
    {"-fno-inline", "verbose letter"},
    // What nobody has
    {"=> json", "/ fields arrow"},
    {"std::deque", "/ vectors vector"},
    {"v7.1.0", "/ digits release bare"},
    {"$101", ""},
};

MemoryBundle make_bundle(std::size_t term_block_bytes) {
  std::vector<Document> documents;
  for (const Page& page : kPages) {
    documents.push_back(make_document(page.id, "Text", {make_passage("", page.text)}));
  }
  BuildOptions options;
  options.language = "en";
  options.term_block_bytes = term_block_bytes;
  return MemoryBundle(build(documents, options));
}

const MemoryBundle& bundle() {
  static const MemoryBundle made = make_bundle(4096);
  return made;
}

// How many term blocks a new searcher loads for `query`, in each of its rounds that load any.
std::vector<std::size_t> loaded_terms(const MemoryBundle& from, const char* query) {
  Searcher searcher = from.open_lean();
  Request request;
  request.query = query;
  request.complete = true;
  request.texts = false;
  std::vector<std::size_t> loaded;
  for (;;) {
    Answer answer;
    REQUIRE(searcher.search(request, answer));
    if (answer.missing.empty()) return loaded;
    loaded.push_back(answer.missing.size());
    for (const std::string& name : answer.missing) {
      REQUIRE(name.starts_with("terms/"));
      REQUIRE(searcher.supply(name, from.files.at(name)));
    }
  }
}

std::string pages_for(const char* query) {
  FullSearcher searcher = bundle().open();
  Request request;
  request.query = query;
  const Result<FullAnswer> answer = bundle().search(searcher, request);
  REQUIRE(answer);
  std::string pages;
  bool partial = false;
  for (const SearchResult& result : answer->results) {
    if (result.partial && !partial) pages += pages.empty() ? "/" : " /";
    partial = result.partial;
    pages.append(pages.empty() ? "" : " ").append(result.id);
  }
  return pages;
}

}  // namespace

TEST_CASE("identifiers are found whole first, and by their words") {
  for (const Case& c : kCases) {
    INFO(c.query);
    CHECK(pages_for(c.query) == c.pages);
  }
}

TEST_CASE("a page with the words of a joined name lacks nothing of it") {
  const Document type = make_document("type", "Vec", {make_passage("", "A list that grows."), make_passage("push", "Puts one more at its end.")});
  const Document user = make_document("user", "Loops", {make_passage("", "How a loop may call Vec::push again and again.")});
  const MemoryBundle made(build({user, type}, {}));
  FullSearcher searcher = made.open();
  Request request;
  request.query = "Vec::push";
  const Result<FullAnswer> answer = made.search(searcher, request);
  REQUIRE(answer);
  REQUIRE(answer->results.size() == 2);
  CHECK(!answer->results[0].partial);
  CHECK(!answer->results[1].partial);
}

TEST_CASE("the parts of an identifier are loaded only where nobody has it whole") {
  const MemoryBundle small_blocks = make_bundle(32);
  CHECK(loaded_terms(small_blocks, "web") == std::vector<std::size_t>{1});
  CHECK(loaded_terms(small_blocks, "WKWebViewComponent") == std::vector<std::size_t>{1});
  CHECK(loaded_terms(small_blocks, "WKWebSnake") == std::vector<std::size_t>{1, 1});
}

}  // namespace catchword::test
