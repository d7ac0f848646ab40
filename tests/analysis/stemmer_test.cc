// The stemmer against Snowball's published vocabularies, of every language that has one: whole, but for the two that
// have millions of words, and under sanitizers a tenth.
#include "analysis/stemmer.h"

#include <zlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <string>

#include "analysis/word.h"
#include "support/sanitizers.h"

namespace catchword::test {
namespace {

namespace fs = std::filesystem;

const fs::path kVocabularies = "/usr/share/snowball/data";  // Debian's snowball-data

// A file's lines, gzipped or not: of `stem`.txt or `stem`.txt.gz.
class Lines {
 public:
  explicit Lines(const fs::path& stem) {
    const fs::path plain = stem.string() + ".txt";
    file_ = gzopen((fs::exists(plain) ? plain : fs::path(stem.string() + ".txt.gz")).c_str(), "rb");
  }
  ~Lines() { gzclose(file_); }
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;

  /// False behind the last line.
  bool next(std::string& line) {
    char buffer[4096];
    if (gzgets(file_, buffer, sizeof buffer) == nullptr) return false;
    line = buffer;
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    return true;
  }

 private:
  gzFile file_;
};

struct Vocabulary {
  const char* language;
  const char* folder;
  std::size_t stride = kStride;  // of each so many words one is tried

  static constexpr std::size_t kStride = kSanitized ? 10 : 1;
};

constexpr Vocabulary kVocabularyOf[] = {
    {"ar", "arabic", 199}, {"hy", "armenian"},   {"eu", "basque"},        {"ca", "catalan"},
    {"da", "danish"},      {"nl", "dutch"},      {"en", "english"},       {"fi", "finnish"},
    {"fr", "french"},      {"de", "german"},     {"el", "greek"},         {"hi", "hindi"},
    {"hu", "hungarian"},   {"id", "indonesian"}, {"ga", "irish"},         {"it", "italian"},
    {"lt", "lithuanian"},  {"ne", "nepali"},     {"nb", "norwegian"},     {"nn", "norwegian"},
    {"pt", "portuguese"},  {"ro", "romanian"},   {"ru", "russian"},       {"sr", "serbian"},
    {"es", "spanish"},     {"sv", "swedish"},    {"ta", "tamil", 19},     {"tr", "turkish"},
    {"yi", "yiddish"},     {"en-GB", "english"}, {"pt-BR", "portuguese"},
};

}  // namespace

TEST_CASE("stems are those of Snowball's vocabularies", "[skips]") {
  if (!fs::exists(kVocabularies)) {
    std::cerr << "skipped: no " << kVocabularies << "; install snowball-data\n";
    return;
  }
  for (const auto& [language, folder, stride] : kVocabularyOf) {
    INFO(language);
    Lines words(kVocabularies / folder / "voc");
    Lines stems(kVocabularies / folder / "output");
    const Stemmer stemmer(language);
    std::size_t count = 0;
    std::size_t wrong = 0;
    for (std::string word, stem; words.next(word) && stems.next(stem); ++count) {
      if (count % stride != 0 || stemmer.stem(word) == fold(stem)) continue;
      if (++wrong <= 3) UNSCOPED_INFO(word << " became " << stemmer.stem(word));
    }
    CHECK(count > 1000);
    CHECK(wrong == 0);
  }
}

TEST_CASE("without an algorithm for its language a word is its own stem, folded") {
  for (const char* language : {"", "zh", "ja-JP", "xx", "-"}) {
    const Stemmer stemmer(language);
    CHECK(stemmer.stem("running") == "running");
    CHECK(stemmer.stem("cafés") == "cafes");
  }
}

}  // namespace catchword::test
