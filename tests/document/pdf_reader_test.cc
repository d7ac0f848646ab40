// The PDF reader, on files that are written here byte by byte.
#include <catch2/catch.hpp>

#include "document/pdf/reader.h"
#include "reader_cases.h"

namespace catchword::test {
namespace {

/// A PDF whose pages each show some lines of text.
std::string make_pdf(const std::vector<std::vector<std::string>>& pages, const std::string& info) {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "",
                                      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", info};
  std::string kids;
  for (const std::vector<std::string>& lines : pages) {
    std::string content = "BT /F1 12 Tf 72 720 Td 14 TL\n";
    for (const std::string& line : lines) content += '(' + line + ") Tj T*\n";
    content += "ET\n";
    objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "endstream");
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents " +
                      std::to_string(objects.size()) + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (size_t i = 0; i < objects.size(); ++i) {
    const std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const size_t start = pdf.size();
  pdf += table + "trailer << /Root 1 0 R /Info 4 0 R /Size " + std::to_string(objects.size() + 1) +
         " >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
  return pdf;
}

#ifdef CATCHWORD_HAVE_POPPLER

TEST_CASE("PDF: a passage a page, with the fragment that viewers follow") {
  const std::string pdf = make_pdf(
      {{"The lamp on the northern mole was lit for the first", "time in nineteen hundred and four, and its light-",
        "house never slept."},
       {},
       {"It was red."}},
      "<< /Title (Lamps of the Coast) /Author (Ann Lee) /Keywords (lamp, coast; sea) "
      "/CreationDate (D:20010503120000Z) >>");
  CHECK(describe(*make_pdf_reader(), "a b.pdf", pdf) ==
        "url: a%20b.pdf\n"
        "title: Lamps of the Coast\n"
        "author: <Ann Lee>\n"
        "keywords: <lamp> <coast> <sea>\n"
        "date: <2001-05-03>\n"
        "[0]  #page=1\n"
        "  The lamp on the northern mole was lit for the first time in nineteen hundred and four, and its "
        "lighthouse never slept.\n"
        "[0]  #page=3\n"
        "  It was red.\n");
}

TEST_CASE("PDF: what a converter left as title is none") {
  const std::string pdf = make_pdf({{"Text."}}, "<< /Title (Microsoft Word - lamps.doc) >>");
  CHECK(describe(*make_pdf_reader(), "x/lamps.pdf", pdf) == "title: lamps.pdf\n[0]  #page=1\n  Text.\n");
}

TEST_CASE("PDF: pages without text are a warning") {
  const std::string found = describe(*make_pdf_reader(), "a.pdf", make_pdf({{}, {}}, "<< >>"));
  CHECK(found == "warning a.pdf: no text in it; its pages may be scanned images\ntitle: a.pdf\n");
}

TEST_CASE("PDF: damaged files fail or are read, and never crash") {
  const std::string pdf = make_pdf({{"One."}, {"Two."}}, "<< /Title (T) >>");
  CHECK(describe(*make_pdf_reader(), "a.pdf", "no pdf") == "failed a.pdf: not a PDF, or a damaged one\n");
  CHECK(describe(*make_pdf_reader(), "a.pdf", "") == "failed a.pdf: not a PDF, or a damaged one\n");
  for (size_t size = 0; size < pdf.size(); size += 37) {
    INFO(size);
    CHECK_FALSE(describe(*make_pdf_reader(), "a.pdf", pdf.substr(0, size)).empty());
  }
}

#else

TEST_CASE("PDF: without poppler every file is named as unsupported") {
  CHECK(describe(*make_pdf_reader(), "a.pdf", make_pdf({{"x"}}, "<< >>")) ==
        "failed a.pdf: unsupported: PDF (built without poppler)\n");
}

#endif

}  // namespace
}  // namespace catchword::test
