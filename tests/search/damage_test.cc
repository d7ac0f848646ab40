// A wrong byte is an error, never a wrong answer: every truncation, every flipped byte and bit, and
// every swap of two files of a small bundle.
#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <set>
#include <sstream>

#include "index/block_file.h"
#include "support/documents.h"
#include "support/memory_bundle.h"
#include "support/must.h"

namespace catchword::test {
namespace {

// With something that all blocks have in common, so that there is a primer.
std::vector<Document> documents() {
  std::vector<Document> documents = small_collection();
  std::string text;
  for (int i = 0; i < 40; ++i) text += "The keeper lit " + std::to_string(i * i) + " lamps.\n";
  documents.push_back(make_document("keeper", "The keeper", {make_passage("", text)}));
  for (Document& document : documents) {
    Metadata& source = document.metadata.emplace_back();
    source.key = "source";
    source.values = {"From the archive of the museum of lamps and their wicks, by the keeper's leave"};
  }
  return documents;
}

// A bundle of several blocks of each kind, and a searcher that has asked for every file of it.
struct Asked {
  Bundle bundle;
  MemoryBundle memory;
  FullSearcher searcher;

  Asked() : bundle(make()), memory(bundle), searcher(memory.open()) {
    for (const Document& document : documents()) {
      ask(document.title);
      ask('"' + document.title + '"');
      for (const Passage& passage : document.passages) ask_lines(passage.text);
      for (const Metadata& metadata : document.metadata) {
        if (metadata.filter) ask_filter(metadata);
      }
    }
    ask("qqqqqqqq");  // nothing is near to it, in any order of the vocabulary
    ask("京北");      // may be homophones
    Options options;
    options.all_facets = true;
    options.order = {{"title", false}};
    REQUIRE(memory.search(searcher, {}, options));
  }

  static Bundle make() {
    BuildOptions options;
    options.language = "en";
    options.term_block_bytes = 200;
    options.text_blocks = {60, 120};
    options.term_table = {1, 2};
    options.position_file = 60;
    return build(documents(), options);
  }

  void ask_filter(const Metadata& metadata) {
    Options options;
    options.filter.kind = Filter::kAny;
    options.filter.key = metadata.key;
    options.filter.values = metadata.values;
    REQUIRE(memory.search(searcher, {}, options));
  }

  // No phrase reaches from one line into the next.
  void ask_lines(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) ask('"' + line + '"');
  }

  void ask(const std::string& query) {
    Request request;
    request.query = query;
    REQUIRE(memory.search(searcher, request));
  }

  // What becomes of the file `name` with these bytes, as they cross the wire.
  Status take(const std::string& name, ByteView wire) {
    if (name == memory.root) {
      const Result<FullSearcher> opened = FullSearcher::open(name, wire);
      return opened ? Status() : Status(opened.error());
    }
    return searcher.supply(name, wire);
  }
};

std::string kind_of(const std::string& name) { return name.substr(0, name.find_first_of("/-")); }

void require_damaged(const Status& status, const std::string& name) {
  REQUIRE_FALSE(status);
  REQUIRE(status.error().kind == ErrorKind::kDamaged);
  REQUIRE(status.error().where == name);
  REQUIRE_FALSE(status.error().message.empty());
  REQUIRE_FALSE(status.error().remedy.empty());
}

}  // namespace

TEST_CASE("the small bundle has several files of each kind, and all are taken") {
  Asked asked;
  std::map<std::string, int> kinds;
  for (const BundleFile& file : asked.bundle.files) {
    ++kinds[kind_of(file.name)];
    INFO(file.name);
    const Status status = asked.take(file.name, file.bytes);
    CHECK(status.ok());
  }
  CHECK(kinds["root"] == 1);
  CHECK(kinds["terms"] >= 2);
  CHECK(kinds["positions"] >= 2);
  CHECK(kinds["primer"] == 1);
  CHECK(kinds["text"] >= 2);
  CHECK(kinds["columns"] >= 1);
}

TEST_CASE("every truncated file is an error that names it") {
  Asked asked;
  for (const BundleFile& file : asked.bundle.files) {
    for (std::size_t size = 0; size < file.bytes.size(); ++size) {
      INFO(file.name << " cut to " << size);
      require_damaged(asked.take(file.name, ByteView(file.bytes).first(size)), file.name);
    }
  }
}

TEST_CASE("every flipped byte is an error that names the file") {
  Asked asked;
  for (const BundleFile& file : asked.bundle.files) {
    Bytes bytes = file.bytes;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      INFO(file.name << " at " << at);
      bytes[at] ^= 0xFF;
      require_damaged(asked.take(file.name, bytes), file.name);
      bytes[at] ^= 0xFF;
    }
  }
}

// An error that one text made was forgotten when the next could be read.
TEST_CASE("a text with a right checksum that makes no sense is an error, whatever others are shown") {
  const Asked asked;
  Request request;
  request.query = "lamp oil keeper";
  request.limit = 100;
  FullSearcher whole = asked.memory.open();
  const Result<FullAnswer> answer = asked.memory.search(whole, request);
  REQUIRE(answer);
  std::size_t refused = 0;
  for (const BundleFile& file : asked.bundle.files) {
    if (kind_of(file.name) != "text") continue;
    INFO(file.name);
    MemoryBundle spoiled = asked.memory;
    spoiled.files[file.name] = seal(file.name, Bytes(50, 0xAA));
    FullSearcher searcher = spoiled.open();
    const Result<FullAnswer> other = spoiled.search(searcher, request);
    if (other) {
      CHECK(to_json(*other) == to_json(*answer));  // it was not shown
    } else {
      ++refused;
      CHECK(other.error().where == file.name);
    }
  }
  CHECK(refused > 2);
}

TEST_CASE("every flipped bit is an error") {
  Asked asked;
  for (const BundleFile& file : asked.bundle.files) {
    Bytes bytes = file.bytes;
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      INFO(file.name << " bit " << bit);
      const auto mask = static_cast<std::uint8_t>(1u << bit % 8);
      bytes[bit / 8] ^= mask;
      require_damaged(asked.take(file.name, bytes), file.name);
      bytes[bit / 8] ^= mask;
    }
  }
}

TEST_CASE("a file under another file's name is an error") {
  Asked asked;
  for (const BundleFile& file : asked.bundle.files) {
    for (const BundleFile& other : asked.bundle.files) {
      if (&file == &other) continue;
      INFO(other.name << " as " << file.name);
      require_damaged(asked.take(file.name, other.bytes), file.name);
    }
  }
}

TEST_CASE("a file that grew is an error") {
  Asked asked;
  for (const auto& [name, content] : asked.memory.files) {
    Bytes longer = content;
    longer.push_back(0);
    INFO(name);
    if (name == asked.memory.root) {
      CHECK_FALSE(FullSearcher::open(name, longer).ok());
    } else {
      require_damaged(asked.searcher.supply(name, longer), name);
    }
  }
}

// Asked of a bundle whose text files have several blocks.
TEST_CASE("of a file with several text blocks, only the right part is taken") {
  BuildOptions options;
  options.text_blocks = {60, 120};
  options.max_files = 1;
  const MemoryBundle memory(build(documents(), options));
  FullSearcher searcher = memory.open();
  Request request;
  request.query = "lamp";
  std::size_t parts = 0;
  for (std::vector<std::string> missing; !(missing = must(searcher.search(request)).missing).empty();) {
    for (const std::string& name : missing) {
      const Bytes& file = memory.files.at(std::string(file_of(name)));
      const ByteView part = part_of(file, name);
      Bytes bytes(part.begin(), part.end());
      if (file_of(name) != name) {
        ++parts;
        for (std::size_t at = 0; at < bytes.size(); ++at) {
          bytes[at] ^= 0xFF;
          require_damaged(searcher.supply(name, bytes), name);
          bytes[at] ^= 0xFF;
          require_damaged(searcher.supply(name, part.first(at)), name);
        }
        require_damaged(searcher.supply(name, file), name);
      }
      REQUIRE(searcher.supply(name, part));
    }
  }
  CHECK(parts > 2);
}

TEST_CASE("a damaged file leaves the searcher able to take the right one") {
  Asked asked;
  FullSearcher searcher = asked.memory.open();
  Request request;
  request.query = "lamp";
  const Result<FullAnswer> first = searcher.search(request);
  REQUIRE(first);
  REQUIRE_FALSE(first->missing.empty());
  const std::string name = first->missing[0];
  Bytes bytes = asked.memory.files.at(name);
  bytes.back() ^= 1;
  require_damaged(searcher.supply(name, bytes), name);
  const Result<FullAnswer> answer = asked.memory.search(searcher, request);
  REQUIRE(answer);
  CHECK(answer->total > 0);
}

}  // namespace catchword::test
