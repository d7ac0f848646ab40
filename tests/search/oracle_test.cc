// The searcher against the slow oracle: ids, scores, order and counts are equal exactly.
#include "search/oracle.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "document/collection.h"
#include "document/input.h"
#include "support/data.h"
#include "support/documents.h"
#include "support/memory_bundle.h"
#include "support/must.h"
#include "support/property.h"

namespace catchword::test {
namespace {

// An answer as text, so that a difference shows.
std::string line_of(std::string_view id, std::uint32_t score, bool partial) {
  return std::string(id) + " " + std::to_string(score) + (partial ? " partial\n" : "\n");
}

std::string head_of(std::uint32_t total, std::uint32_t complete, bool exact,
                    const std::vector<std::string>& unknown) {
  std::string text = std::to_string(total) + " of which " + std::to_string(complete) +
                     (exact ? " exactly, unknown:" : " or more, unknown:");
  for (const std::string& word : unknown) text += " " + word;
  return text + "\n";
}

std::string describe(const Answer& answer) {
  std::string text = head_of(answer.total, answer.complete, answer.exact, answer.unknown);
  for (const SearchResult& result : answer.results) {
    text += line_of(result.id, result.score, result.partial);
  }
  return text;
}

std::string describe(const OracleAnswer& answer, std::size_t offset, std::size_t limit) {
  std::string text = head_of(answer.total, answer.complete, answer.exact, answer.unknown);
  for (std::size_t i = offset; i < std::min(offset + limit, answer.hits.size()); ++i) {
    text += line_of(answer.hits[i].id, answer.hits[i].score, answer.hits[i].partial);
  }
  return text;
}

// Documents with both searchers over them.
class Pair {
 public:
  Pair(const std::vector<Document>& documents, const BuildOptions& options)
      : bundle_(build(documents, options)),
        searcher_(bundle_.open()),
        root_(bundle_.whole_root()),
        oracle_(documents, options, root_) {}

  // Empty where they agree, else both answers; as typed, since the oracle corrects nothing.
  std::string difference(Request request) {
    request.correct = false;
    const Result<FullAnswer> answer = bundle_.search(searcher_, request);
    if (!answer) return answer.error().to_string();
    const OracleAnswer expected = oracle_.search(request.query, request.complete);
    const std::string got = describe(*answer);
    const std::string wanted = describe(expected, request.offset, request.limit);
    if (got == wanted) return "";
    return std::string(request.query) + "\nsearcher: " + got + "oracle: " + wanted;
  }

 private:
  MemoryBundle bundle_;
  FullSearcher searcher_;
  Root root_;
  Oracle oracle_;
};

BuildOptions arbitrary_options() {
  BuildOptions options;
  options.language = *rc::gen::element<std::string>("en", "fr", "");  // the oracle knows no compounds
  options.term_block_bytes = *rc::gen::element<std::size_t>(16, 64, 4096);
  options.text_blocks = *rc::gen::element(BlockSizes{60, 200}, BlockSizes{});
  options.term_table = *rc::gen::element(TableSizes{}, TableSizes{2, 2}, TableSizes{0, 3});
  options.position_file = *rc::gen::element<std::size_t>(1, 30, 4500);
  return options;
}

// A folder, or a file.
std::vector<Document> read_input(const std::filesystem::path& input) {
  const auto files = list_input(input);
  REQUIRE(files);
  Collection collection;
  must(read_collection(*files, {}, collection));
  return all_of(collection.documents);
}

std::vector<std::string> second_column(const std::filesystem::path& file) {
  std::vector<std::string> values;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    values.push_back(line.substr(line.find('\t') + 1));
  }
  return values;
}

}  // namespace

TEST_CASE("the searcher agrees with the oracle on random documents and queries") {
  check_property(
      [] {
        const auto documents = *arbitrary_documents(12);
        Pair pair(documents, arbitrary_options());
        for (int i = 0; i < 8; ++i) {
          const std::string query = *arbitrary_query();
          Request request;
          request.query = query;
          request.complete = *rc::gen::arbitrary<bool>();
          request.offset = *rc::gen::inRange<std::size_t>(0, 4);
          request.limit = *rc::gen::inRange<std::size_t>(0, 20);
          const std::string difference = pair.difference(request);
          if (!difference.empty()) RC_FAIL(difference);
        }
      },
      120);
}

TEST_CASE("a prefix of very many words is answered by its best documents") {
  std::vector<Document> documents;
  for (int i = 0; i < 700; ++i) {
    const std::string number = std::to_string(i);
    std::string text = "pre" + number + " prefix" + std::to_string(i % 7) + " end\n";
    for (int k = 0; k < i % 5; ++k) text += "pre" + number + "\n";
    documents.push_back(make_document(number, "title " + number, {make_passage("", text)}));
  }
  BuildOptions options;
  options.term_block_bytes = 256;
  for (const TableSizes& sizes : {TableSizes{}, TableSizes{1, 2}}) {
    options.term_table = sizes;
    Pair pair(documents, options);
    for (const char* query :
         {"p", "pr", "pre", "pre1", "prefix", "pre12", "end pre", "pre end", "e"}) {
      Request request;
      request.query = query;
      request.limit = 1000;
      CHECK(pair.difference(request) == "");
    }
  }
}

TEST_CASE("the searcher agrees with the oracle on the demo archive") {
  const std::vector<Document> documents = read_input(source_folder("corpus"));
  REQUIRE(documents.size() > 20);
  BuildOptions options;
  options.language = "en";
  Pair pair(documents, options);
  for (const Document& document : documents) {
    for (const std::string& query : {document.title, '"' + document.title + '"'}) {
      Request request;
      request.query = query;
      request.limit = 100;
      CHECK(pair.difference(request) == "");
    }
  }
}

TEST_CASE("the searcher agrees with the oracle on judged queries", "[skips]") {
  const auto folder = judged_data("cranfield");
  if (folder.empty()) return;
  BuildOptions options;
  options.language = "en";
  Pair pair(read_input(folder / "docs.jsonl"), options);
  for (const std::string& query : second_column(folder / "queries.tsv")) {
    if (!is_plain(query)) continue;  // operators are tests/query's
    Request request;
    request.query = query;
    CHECK(pair.difference(request) == "");
  }
}

}  // namespace catchword::test
