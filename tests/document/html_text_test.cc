// HtmlText takes many bytes at once where it may: a text is the same in one piece and letter by letter.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>

#include "document/html/text.h"
#include "document/utf8.h"

namespace catchword {
namespace {

std::string in_one_piece(std::string_view text, bool preformatted) {
  HtmlText out;
  out.append(text, preformatted);
  return out.take();
}

std::string by_letters(std::string_view text, bool preformatted) {
  HtmlText out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    out.append(text.substr(begin, at - begin), preformatted);
  }
  return out.take();
}

TEST_CASE("HtmlText: a text in one piece and by letters is the same, wherever something special stands") {
  const std::string plain = "words, and more of them than a machine word holds";
  for (const std::string_view special : {" ", "  ", "\n", "\t \n", " \x01", "\x7F ", "\u00A0", " \u00A0", "\u00AD",
                                         "\u00AB", " \u00E9", "\u706F", "\x1F", "!"}) {
    for (std::size_t at = 0; at <= plain.size(); ++at) {
      for (std::size_t apart = 0; apart < 10; ++apart) {
        std::string text = plain;
        text.insert(at, special);
        text.insert(std::min(text.size(), at + special.size() + apart), special);
        for (const bool preformatted : {false, true}) {
          if (in_one_piece(text, preformatted) == by_letters(text, preformatted)) continue;
          CAPTURE(text, preformatted);
          CHECK(in_one_piece(text, preformatted) == by_letters(text, preformatted));
        }
      }
    }
  }
  CHECK(in_one_piece("a  b\n\tc\u00AD\u00A0d\x01 e", false) == "a b c d e");
}

}  // namespace
}  // namespace catchword
