#include "document/language.h"

#include <cld2/public/compact_lang_det.h>

#include <string_view>

namespace catchword {
namespace {

constexpr std::size_t kSample = 4096;  // bytes that are looked at
constexpr std::size_t kLeast = 24;     // bytes below which a guess is worth nothing

std::string sample_of(const Document& document) {
  std::string sample = document.title;
  for (const Passage& passage : document.passages) {
    if (sample.size() >= kSample) break;
    sample.append("\n").append(passage.text, 0, kSample - sample.size());
  }
  return sample;
}

}  // namespace

std::string detect_language(const Document& document) {
  const std::string sample = sample_of(document);
  if (sample.size() < kLeast) return {};
  bool reliable = false;
  const CLD2::Language language = CLD2::DetectLanguage(
      sample.data(), static_cast<int>(sample.size()), /*is_plain_text=*/true, &reliable);
  return reliable ? CLD2::LanguageCode(language) : std::string();
}

}  // namespace catchword
