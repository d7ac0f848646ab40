// Mail in MIME, as it stands in its file.
#include <catch2/catch.hpp>

#include "document/format.h"
#include "document/html/reader.h"
#include "document/mail/reader.h"
#include "document/text/reader.h"
#include "reader_cases.h"

namespace catchword::test {
namespace {

std::unique_ptr<DocumentReader> make_reader() { return make_mail_reader(make_text_reader(), make_html_reader()); }

#ifdef CATCHWORD_HAVE_GMIME

TEST_CASE("mail: every case gives its document") {
  check_cases(*make_reader(), "mail_cases.txt", 7);
}

TEST_CASE("mail: ten thousand parts within each other") {
  std::string deep = "From: Ann Lee <ann@example.org>\nMIME-Version: 1.0\n";
  for (int i = 0; i < 10000; ++i) {
    const std::string boundary = "b" + std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
  }
  CHECK_FALSE(describe(*make_reader(), "a.eml", deep).empty());
}

#else

TEST_CASE("mail: without GMime every file is named as unsupported") {
  CHECK(describe(*make_reader(), "a.eml", "From: a") == "failed a.eml: unsupported: mail (built without GMime)\n");
}

#endif

TEST_CASE("mail: MIME is told by its header lines") {
  CHECK(looks_like_mime("From: a\nMIME-Version: 1.0\n\nText"));
  CHECK(looks_like_mime("From ann Thu May 3\r\nmime-version: 1.0\r\nX:\r\n y\r\n"));
  CHECK_FALSE(looks_like_mime("From: a\nSubject: b\n\nMIME-Version: 1.0\n"));
  CHECK_FALSE(looks_like_mime("A text on mail\nMIME-Version: 1.0\n"));
  CHECK_FALSE(looks_like_mime(""));
}

}  // namespace
}  // namespace catchword::test
