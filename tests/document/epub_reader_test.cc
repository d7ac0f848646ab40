// The EPUB reader, on a book that is put together here.
#include <catch2/catch.hpp>

#include "document/epub/reader.h"
#include "document/html/reader.h"
#include "reader_cases.h"

#ifdef CATCHWORD_HAVE_LIBZIP
#include <zip.h>
#endif

namespace catchword::test {
namespace {

#ifdef CATCHWORD_HAVE_LIBZIP

using Files = std::vector<std::pair<std::string, std::string>>;

std::string make_zip(const Files& files) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  for (const auto& [name, content] : files) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    zip_file_add(archive, name.c_str(), source, 0);
  }
  zip_close(archive);
  zip_source_open(target);
  zip_stat_t stat;
  zip_source_stat(target, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

const char* const kContainer =
    "<?xml version='1.0'?><container><rootfiles><rootfile full-path='OEBPS/book.opf' "
    "media-type='application/oebps-package+xml'/></rootfiles></container>";

Files make_book() {
  return {
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml", kContainer},
      {"OEBPS/book.opf", R"(<?xml version="1.0"?>
<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Lamps of the Coast</dc:title>
<dc:creator>Ann Lee</dc:creator><dc:creator>Tom Lind</dc:creator><dc:language>en</dc:language>
<dc:date>2001-05-03</dc:date><dc:publisher>Harbour Press</dc:publisher></metadata>
<manifest><item id="toc" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="c1" href="text/one%20.xhtml" media-type="application/xhtml+xml"/>
<item id="c2" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="pic" href="mole.png" media-type="image/png"/>
<item id="lost" href="lost.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine toc="toc"><itemref idref="cover"/><itemref idref="c1"/><itemref idref="c2"/><itemref idref="lost"/></spine>
</package>)"},
      {"OEBPS/toc.ncx", R"(<ncx><navMap><navPoint><navLabel><text>The Mole</text></navLabel>
<content src="text/one%20.xhtml#a"/></navPoint></navMap></ncx>)"},
      {"OEBPS/cover.xhtml", "<html><body><img src='mole.png'/></body></html>"},
      {"OEBPS/text/one .xhtml",
       "<html><head><title>Lamps of the Coast</title></head><body><h1>1</h1><p>It was built of stone.</p>"
       "<p><a href='two.xhtml'>next</a></p></body></html>"},
      {"OEBPS/text/two.xhtml", "<html><body><h2 id='s'>The Lamp</h2><p>It was red.</p></body></html>"},
  };
}

TEST_CASE("EPUB: a document a chapter, in the order of the spine, with the book's metadata") {
  const std::string found =
      describe(*make_epub_reader(make_html_reader()), "a b.epub", make_zip(make_book()));
  const std::string book = "book: <Lamps of the Coast>\nauthor: <Ann Lee> <Tom Lind>\ndate: <2001-05-03>\n"
                           "publisher: <Harbour Press>\n";
  CHECK(found ==
        "id: a b.epub/OEBPS/text/one .xhtml\nurl: a%20b.epub\ntitle: The Mole\nlang: en\n" + book +
            "[1] 1 #epubcfi(/6/4)\n  It was built of stone.\n  next\n"
            "link a b.epub/OEBPS/text/two.xhtml <next>\n"
            "id: a b.epub/OEBPS/text/two.xhtml\nurl: a%20b.epub\ntitle: The Lamp\nlang: en\n" + book +
            "[2] The Lamp #epubcfi(/6/6)\n  It was red.\n"
            "failed a b.epub/OEBPS/lost.xhtml: missing, damaged or too large in the archive\n");
}

TEST_CASE("EPUB: what is no book fails with a reason") {
  const auto reader = make_epub_reader(make_html_reader());
  CHECK(describe(*reader, "a.epub", "no zip") ==
        "failed a.epub: not a ZIP archive, or a damaged one\n");
  CHECK(describe(*reader, "a.epub", make_zip({{"mimetype", "x"}})) ==
        "failed a.epub: not an EPUB: no package document\n");
  Files locked = make_book();
  locked.push_back({"META-INF/rights.xml", "<rights/>"});
  CHECK(describe(*reader, "a.epub", make_zip(locked)) ==
        "failed a.epub: protected against copying (DRM)\n");
}

TEST_CASE("EPUB: every truncation and flipped bit of the start is an error or a book") {
  const auto reader = make_epub_reader(make_html_reader());
  const std::string bytes = make_zip(make_book());
  for (size_t size = 0; size < bytes.size(); size += 13) {
    INFO(size);
    CHECK_FALSE(describe(*reader, "a.epub", bytes.substr(0, size)).empty());
  }
  for (size_t at = 0; at < bytes.size(); at += 7) {
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
    INFO(at);
    CHECK_FALSE(describe(*reader, "a.epub", flipped).empty());
  }
}

TEST_CASE("EPUB: entities of other files are not followed") {
  Files files = make_book();
  files[2].second = "<!DOCTYPE package [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><package><metadata>"
                    "<title>&x;</title></metadata></package>";
  CHECK(describe(*make_epub_reader(make_html_reader()), "a.epub", make_zip(files)).find("root") ==
        std::string::npos);
}

#else

TEST_CASE("EPUB: without libzip every file is named as unsupported") {
  CHECK(describe(*make_epub_reader(make_html_reader()), "a.epub", "PK") ==
        "failed a.epub: unsupported: EPUB (built without libzip)\n");
}

#endif

}  // namespace
}  // namespace catchword::test
