// Which reader a file gets.
#include <catch2/catch.hpp>

#include "document/format.h"
#include "document/html/reader.h"
#include "reader_cases.h"

namespace catchword {
namespace {

struct Case {
  std::string path;
  std::string bytes;
  Format format;
};

TEST_CASE("format: by name and content") {
  const Case cases[] = {
      {"a.html", "", Format::kHtml},
      {"A.HTM", "text", Format::kHtml},
      {"a.xhtml", "<?xml?>", Format::kHtml},
      {"a.md", "<html>", Format::kMarkdown},
      {"a.markdown", "", Format::kMarkdown},
      {"a.txt", "<!DOCTYPE html>", Format::kText},
      {"a.txt", "%PDF-1.4 ...", Format::kPdf},
      {"a.html", "PK\x03\x04..........mimetypeapplication/epub+zip", Format::kEpub},
      {"a.eml", "Hello", Format::kMail},
      {"a.txt", "From: a\nMIME-Version: 1.0\n\nText", Format::kMail},
      {"a.jsonl", "not json", Format::kJsonLines},
      {"a.ndjson", "", Format::kJsonLines},
      {"a.epub", "", Format::kEpub},
      {"a.pdf", "", Format::kPdf},
      {"-", "{}", Format::kJsonLines},
      {"README", "Plain words.", Format::kText},
      {"index", "<!doctype HTML><p>x", Format::kHtml},
      {"page.php5", "\n <html lang=de>", Format::kHtml},
      {"dump", "{\"id\":\"1\"}\n{\"id\":\"2\"}\n", Format::kJsonLines},
      {"output", "{\"id\":1}\n[1, 2]\nnull\n", Format::kText},
      {"feed.xml", "<?xml version=\"1.0\"?><rss/>", Format::kNone},
      {"page.xml", "<?xml version=\"1.0\"?><html xmlns=\"x\">", Format::kHtml},
      {"a.css", "p { }", Format::kNone},
      {"a.js", "let x;", Format::kNone},
      {"a.json", "{\"id\":\"1\"}", Format::kNone},
      {"a.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\r", 12), Format::kNone},
      {"blob", std::string("\0\1\2", 3), Format::kNone},
      {"a.zip", "PK\x03\x04\x14\x00\x00", Format::kNone},
      {"notes.xyz", "Plain words.", Format::kText},
      {"a.csv", "a,b\n1,2\n", Format::kText},
      {"empty.xyz", "", Format::kNone},
      {"utf16", "\xFF\xFEx\0", Format::kText},
      {".htaccess.html/notes", "Plain words.", Format::kText},
  };
  for (const Case& c : cases) {
    INFO(c.path << " with " << c.bytes);
    CHECK(choose_format({c.path, c.bytes}) == c.format);
  }
}

TEST_CASE("format: a file that was named itself is read when it is text") {
  CHECK(choose_format_of_named_file({"main.c", "int main;"}) == Format::kText);
  CHECK(choose_format_of_named_file({"a.json", "{\"id\":\"1\"}"}) == Format::kJsonLines);
  CHECK(choose_format_of_named_file({"a.png", "\x01\x02\x03"}) == Format::kNone);
}

TEST_CASE("format: there is a reader for every format, and a name") {
  for (const Format format : {Format::kHtml, Format::kMarkdown, Format::kText, Format::kJsonLines,
                              Format::kEpub, Format::kPdf}) {
    CHECK(make_reader(format, HtmlOptions{}) != nullptr);
    CHECK(format_name(format) != "unknown");
  }
  CHECK(make_reader(Format::kNone, HtmlOptions{}) == nullptr);
}

}  // namespace
}  // namespace catchword
