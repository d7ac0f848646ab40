// Files of several formats become one list of Documents, in the order of their names, with any number
// of threads; what can't be read is a notice, and a language that nothing names is detected.
#include <catch2/catch.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "document/collection.h"
#include "support/documents.h"
#include "support/must.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;

/// A folder with these files, that goes with the object.
class Folder {
 public:
  explicit Folder(const std::map<std::string, std::string>& files)
      : path_(fs::temp_directory_path() / ("catchword-collection-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    for (const auto& [name, content] : files) {
      fs::create_directories((path_ / name).parent_path());
      std::ofstream(path_ / name, std::ios::binary) << content;
    }
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] Collection read(unsigned jobs) const {
    const Result<std::vector<InputFile>> files = list_input(path_);
    REQUIRE(files.ok());
    CollectionOptions options;
    options.jobs = jobs;
    Collection collection;
    test::must(read_collection(*files, options, collection));
    return collection;
  }

 private:
  fs::path path_;
};

std::string ids_of(const Collection& collection) {
  std::string ids;
  for (const Document& document : test::all_of(collection.documents)) ids += document.id + " ";
  for (const Notice& notice : collection.notices) ids += "-" + notice.where + " ";
  return ids;
}

TEST_CASE("collection: every format in one list, in the order of names, with any number of threads") {
  const Folder folder({{"b.md", "# B\n\nText."},
                       {"a/page.html", "<title>A</title><p>Text."},
                       {"a/style.css", "p { color: red }"},
                       {"c.txt", "C\n\nIt is text, too."},
                       {"d.jsonl", "{\"id\": \"one\", \"text\": \"a\"}\noops\n{\"id\": \"two\", \"text\": \"b\"}\n"},
                       {"e.pdf", "%PDF-1.4 and no more"},
                       {".secret.md", "# Hidden"},
                       {"_sources/b.md.txt", "A copy of b.md"},
                       {"old/catchword.js", ""},
                       {"old/catchword-element.js", ""},
                       {"old/text.txt", "Of a bundle."},
                       {"f.html", "<meta name=robots content=noindex><p>Text."}});
  const std::string expected = "a/page.html b.md c.txt one two -d.jsonl:2 -e.pdf -f.html ";
  for (const unsigned jobs : {1u, 2u, 7u}) {
    const Collection collection = folder.read(jobs);
    CHECK(ids_of(collection) == expected);
    CHECK(collection.files == 6);
    CHECK(collection.ignored == 1);
  }
}

TEST_CASE("collection: a large file of lines is read in pieces, and every line has its number") {
  std::string lines = "\xEF\xBB\xBF";
  const std::size_t count = 100'000;
  for (std::size_t i = 0; i < count; ++i) {
    lines += i % 1000 == 999 ? "oops\n" : "{\"title\": \"" + std::to_string(i) + std::string(80, 'x') + "\"}\r\n";
  }
  lines += "{\"id\": \"last\", \"text\": \"without an end\"}";
  const Collection collection = Folder({{"large.jsonl", lines}, {"z.txt", "Z\n\nMore."}}).read(2);
  const std::vector<Document> documents = test::all_of(collection.documents);
  REQUIRE(documents.size() == count - count / 1000 + 2);
  CHECK(documents[0].id == "large.jsonl#1");
  CHECK(documents[documents.size() - 3].id == "large.jsonl#" + std::to_string(count - 1));
  CHECK(documents[documents.size() - 2].id == "last");
  CHECK(documents.back().id == "z.txt");
  CHECK(collection.notices.size() == count / 1000);
  CHECK(collection.notices.back().where == "large.jsonl:" + std::to_string(count));
  CHECK(collection.files == 2);
  CHECK(collection.bytes == lines.size() + 8);
}

TEST_CASE("collection: large files are read whole, but for those that are no documents") {
  std::string text = "A book\n\n";
  while (text.size() < (5u << 20)) text += "A line of many that the book has, each like the one before.\n";
  const Collection collection = Folder({{"book.txt", text}, {"film.mp4", std::string(5u << 20, '\0')}}).read(2);
  CHECK(ids_of(collection) == "book.txt ");
  CHECK(collection.bytes == text.size());
  CHECK(collection.files == 1);
  CHECK(collection.ignored == 1);
}

TEST_CASE("collection: a language that nothing names is detected from the text, one that is named is believed") {
  const std::string german =
      "Der Leuchtturm steht am Ende der Mole. Er wurde im Jahre neunzehnhundertvier zum ersten Mal entzündet, "
      "und sein Wärter schlief nie, solange das Licht brannte.";
  const Folder folder(
      {{"de.txt", "Der Turm\n\n" + german},
       {"en.html", "<p>The lamp on the northern mole was lit for the first time in nineteen hundred and four, and "
                   "the keeper of the light never slept while it was burning."},
       {"named.html", "<html lang=fr><p>" + german},
       {"zh.md", "# 灯塔\n\n港口的灯塔是红色的，立在长长的防波堤上。人们每天晚上都能看到它的光。"}});
  std::string languages;
  for (const Document& document : test::all_of(folder.read(2).documents)) languages += document.language.substr(0, 2) + " ";
  CHECK(languages == "de en fr zh ");
}

TEST_CASE("collection: a file that went away is a notice") {
  const std::vector<InputFile> files = {{"/nowhere/at/all.md", "all.md", false}};
  Collection collection;
  test::must(read_collection(files, {}, collection));
  CHECK(collection.documents.empty());
  REQUIRE(collection.notices.size() == 1);
  CHECK(collection.notices[0].kind == Notice::Kind::kFailed);
  CHECK(collection.notices[0].where == "all.md");
  CHECK_FALSE(collection.notices[0].reason.empty());
}

}  // namespace
}  // namespace catchword
