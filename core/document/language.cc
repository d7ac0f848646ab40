// External interface: detect_language.
//
// CLD2 takes as long as the text is. Most documents are in one language through and through, which a
// few pieces of the text show as well as all of it: only where these leave a doubt it reads the rest.
#include "document/language.h"

#include <cstdio>  // which CLD2's header forgets

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <string_view>

namespace catchword {
namespace {

constexpr std::size_t kSample = 4096;   // bytes that are looked at, at most
constexpr std::size_t kLeast = 24;      // bytes below which a guess is worth nothing
constexpr std::size_t kPieces = 3;      // of the sample, looked at first
constexpr std::size_t kPiece = 128;     // bytes
constexpr int kNearlyAll = 90;          // per cent

struct Guess {
  std::string language;  // empty: not reliable
  int share = 0;         // of the text, in per cent
};

std::string sample_of(const Document& document) {
  std::string sample = document.title;
  for (const Passage& passage : document.passages) {
    if (sample.size() >= kSample) break;
    sample.append("\n").append(passage.text, 0, kSample - sample.size());
  }
  return sample;
}

// The first character that begins at `at` or behind.
std::size_t next_character(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return std::min(at, text.size());
}

// Pieces from beginning, middle and end.
std::string pieces_of(std::string_view sample) {
  std::string pieces;
  const std::size_t step = (sample.size() - kPiece) / (kPieces - 1);
  for (std::size_t i = 0; i < kPieces; ++i) {
    const std::size_t begin = next_character(sample, i * step);
    const std::size_t end = next_character(sample, begin + kPiece);
    pieces.append(sample.substr(begin, end - begin)).append("\n");
  }
  return pieces;
}

Guess guess(std::string_view text) {
  CLD2::Language languages[3];
  int shares[3];
  int bytes = 0;
  bool reliable = false;
  const CLD2::Language language = CLD2::DetectLanguageSummary(
      text.data(), static_cast<int>(text.size()), /*is_plain_text=*/true, languages, shares, &bytes,
      &reliable);
  if (!reliable) return {};
  return {CLD2::LanguageCode(language), shares[0]};
}

}  // namespace

std::string detect_language(const Document& document) {
  const std::string sample = sample_of(document);
  if (sample.size() < kLeast) return {};
  if (sample.size() > 2 * kPieces * kPiece) {
    const Guess first = guess(pieces_of(sample));
    if (first.share >= kNearlyAll) return first.language;
  }
  return guess(sample).language;
}

}  // namespace catchword
