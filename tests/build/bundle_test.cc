// build_bundle: the same documents give the same bytes; what it refuses; what it says of itself.
#include "build/bundle.h"

#include <set>

#include "build/bundle_names.h"
#include "support/documents.h"
#include "support/memory_bundle.h"
#include "support/must.h"
#include "support/property.h"

namespace catchword::test {
namespace {

void require_equal(const Bundle& one, const Bundle& other) {
  RC_ASSERT(one.files.size() == other.files.size());
  for (std::size_t i = 0; i < one.files.size(); ++i) {
    RC_ASSERT(one.files[i].name == other.files[i].name);
    const Bytes& bytes = one.files[i].bytes;
    const Bytes& other_bytes = other.files[i].bytes;
    RC_ASSERT(bytes == other_bytes);
  }
}

BuildOptions small_blocks(unsigned jobs) {
  BuildOptions options;
  options.jobs = jobs;
  options.term_block_bytes = 100;
  options.text_blocks = {60, 200};
  return options;
}

// How many documents `query` finds.
std::size_t total_of(const MemoryBundle& bundle, std::string_view query) {
  FullSearcher searcher = bundle.open();
  Request request;
  request.query = query;
  const Result<FullAnswer> answer = bundle.search(searcher, request);
  REQUIRE(answer);
  return answer->total;
}

}  // namespace

TEST_CASE("any number of threads writes the same bytes") {
  check_property(
      [] {
        const auto documents = *arbitrary_documents(30);
        const Bundle one = build(documents, small_blocks(1));
        require_equal(one, build(documents, small_blocks(2)));
        require_equal(one, build(documents, small_blocks(7)));
      },
      40);
}

TEST_CASE("any memory writes the same bytes") {
  check_property(
      [] {
        std::vector<Document> documents = *arbitrary_documents(30);
        documents.push_back(make_document("compound", "Lampe", {make_passage("", "Lampenlicht Lampen Licht")}));
        documents.back().language = "de";
        BuildOptions options = small_blocks(2);
        options.synonyms = {{{"lamp"}, {"light"}}};
        const Bundle all = build(documents, options);
        options.temporary_folder = "/tmp";
        for (const std::uint64_t memory : {1u, 4000u, 1u << 20}) {
          options.memory = memory;
          require_equal(all, build(documents, options));
        }
      },
      20);
}

TEST_CASE("a temporary file that can't be made is an error that names its folder") {
  BuildOptions options;
  options.memory = 1;
  options.temporary_folder = "/proc/1/task/not-there";
  const Result<Bundle> bundle = build_bundle(small_collection(), options);
  REQUIRE_FALSE(bundle);
  CHECK(bundle.error().kind == ErrorKind::kOutput);
  CHECK(bundle.error().where == "/proc/1/task");
  CHECK_FALSE(bundle.error().remedy.empty());
}

TEST_CASE("every file has a name of its own, of a shape that is ours") {
  check_property(
      [] {
        std::set<std::string> names;
        const Bundle bundle = build(*arbitrary_documents(20), small_blocks(1));
        for (const BundleFile& file : bundle.files) {
          RC_ASSERT(is_bundle_name(file.name));
          RC_ASSERT(names.insert(file.name).second);
        }
        RC_ASSERT(bundle.root().name.starts_with("root-"));
      },
      40);
}

namespace {

std::vector<Document> many_pages() {
  std::vector<Document> documents;
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (int n = 0; n < 30; ++n) text += "Line " + std::to_string(i * n) + " of a text.\n";
    documents.push_back(make_document("d" + std::to_string(i), "A page", {make_passage("", text)}));
  }
  return documents;
}

}  // namespace

TEST_CASE("much text has larger blocks rather than more, up to a size") {
  const std::vector<Document> documents = many_pages();
  BuildOptions options = small_blocks(2);
  const std::size_t before = build(documents, options).files.size();
  options.many_blocks = 100;
  CHECK(build(documents, options).files.size() < before - 100);
  options.text_blocks = {kLargestLeast, kLargestLeast};
  const std::size_t large = build(documents, options).files.size();
  options.many_blocks = 1;
  CHECK(build(documents, options).files.size() == large);
}

TEST_CASE("no more files than were asked for, as long as there may be fewer") {
  const std::vector<Document> documents = many_pages();
  BuildOptions options = small_blocks(2);
  options.term_block_bytes = 4096;
  std::size_t before = build(documents, options).files.size();
  CHECK(before > 300);
  for (const std::size_t most : {200u, 140u, 100u}) {
    options.max_files = most;
    const std::size_t files = build(documents, options).files.size();
    CHECK(files <= most);
    CHECK(files < before);
    before = files;
  }
}

TEST_CASE("texts are found and shown alike, whether a file has one text block or several") {
  const std::vector<Document> documents = many_pages();
  BuildOptions options = small_blocks(2);
  const MemoryBundle one(build(documents, options));
  options.max_files = 140;
  const MemoryBundle several(build(documents, options));
  CHECK(one.whole_root().blocks_per_file == 1);
  CHECK(several.whole_root().blocks_per_file > 1);
  CHECK(several.whole_root().text_blocks() == one.whole_root().text_blocks());
  FullSearcher first = one.open();
  FullSearcher second = several.open();
  for (const char* word : {"of ", "899 ", "8671 ", "page "}) {
    Request request;
    request.query = word;
    request.limit = 50;
    CHECK(to_json(must(one.search(first, request))) == to_json(must(several.search(second, request))));
  }
}

TEST_CASE("files of every kind are no more than their share") {
  std::vector<Document> documents = many_pages();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].metadata.push_back({"number", {std::to_string(i * 7919)}});
  }
  BuildOptions options = small_blocks(2);
  options.term_block_bytes = 16;
  options.spelling_block_bytes = 16;
  CHECK(build(documents, options).files.size() > 1500);
  for (const std::size_t most : {1000u, 400u}) {
    options.max_files = most;
    CHECK(build(documents, options).files.size() <= most);
  }
}

TEST_CASE("however few files are wanted, blocks are such as a reader takes") {
  std::string text;
  for (int i = 0; i < 70'000; ++i) text += "w" + std::to_string(i) + (i % 16 == 15 ? "\n" : " ");
  BuildOptions options;
  options.max_files = 1;
  CHECK(total_of(MemoryBundle(build({make_document("all", "All", {make_passage("", text)})}, options)), "w69999") == 1);
}

TEST_CASE("other documents give another root") {
  std::vector<Document> documents = small_collection();
  const std::string before = build(documents).root().name;
  documents[0].passages[0].text += "One word more.\n";
  CHECK(build(documents).root().name != before);
}

TEST_CASE("no document, or two of one id, is an error with a remedy") {
  const Result<Bundle> nothing = build_bundle({}, {});
  REQUIRE_FALSE(nothing);
  CHECK(nothing.error().kind == ErrorKind::kInput);
  CHECK_FALSE(nothing.error().remedy.empty());
  const Document document = make_document("twice.html", "Title", {});
  const Result<Bundle> twice = build_bundle({{document, document}}, {});
  REQUIRE_FALSE(twice);
  CHECK(twice.error().kind == ErrorKind::kInput);
  CHECK(twice.error().where == "twice.html");
}

TEST_CASE("documents without any word are a bundle that finds nothing") {
  const MemoryBundle bundle(build({make_document("a", "", {}), make_document("b", "?!", {})}));
  CHECK(total_of(bundle, "word \"two words\" w") == 0);
}

TEST_CASE("the language is that of most documents, unless it was said") {
  std::vector<Document> documents = small_collection();
  documents[0].language = "de-AT";
  documents[1].language = "de";
  documents[2].language = "fr";
  CHECK(build(documents).statistics.languages.front() == "de");
  BuildOptions options;
  options.language = "fr";
  CHECK(build(documents, options).statistics.languages.front() == "fr");
  CHECK(MemoryBundle(build(documents, options)).open().root().languages == "fr de");
}

TEST_CASE("the statistics count what is there") {
  const Document document =
      make_document("a", "One title", {make_passage("Head", "one two two\n")});
  const BundleStatistics statistics = build({document}).statistics;
  CHECK(statistics.documents == 1);
  CHECK(statistics.words == 6);
  CHECK(statistics.terms == 4);  // one title head two
  CHECK(statistics.postings == 4);
  CHECK(statistics.positions == 6);
}

// A reader may give a passage no weight, so that its words are shown and not found. Their postings
// had no field then, and the searcher refused the block.
TEST_CASE("words of a passage without weight are not found, and harm no block") {
  Document document = make_document("a", "Title", {make_passage("", "seen\n")});
  document.passages.push_back(make_passage("Silent", "unseen seen\n"));
  document.passages.back().weight = 0;
  const MemoryBundle bundle(build({document}));
  FullSearcher searcher = bundle.open();
  Request request;
  for (const auto& [query, total] :
       {std::pair("seen ", 1u), std::pair("unseen ", 0u), std::pair("silent ", 0u)}) {
    request.query = query;
    const Result<FullAnswer> answer = bundle.search(searcher, request);
    REQUIRE(answer);
    CHECK(answer->total == total);
  }
}

// One Arabic ligature stands for eighteen letters: a token of 128 bytes has a written form of more
// than a kilobyte, beyond what a term block takes. Two that differ behind that were one term twice.
TEST_CASE("words that grow when they are normalised are still a bundle that opens") {
  std::string ligatures;
  for (int i = 0; i < 41; ++i) ligatures += "\uFDFA";
  const MemoryBundle bundle(
      build({make_document("a", ligatures + "a", {}), make_document("b", ligatures + "b", {}),
             make_document("c", ligatures, {})}));
  FullSearcher searcher = bundle.open();
  Request request;
  const std::string query = ligatures + "b ";
  request.query = query;
  const Result<FullAnswer> answer = bundle.search(searcher, request);
  INFO((answer ? std::string() : answer.error().to_string()));
  REQUIRE(answer);
  CHECK(answer->total >= 1);
}

}  // namespace catchword::test
