// DocumentTerms: the words of one document, counted by field, with their positions.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "build/languages.h"
#include "build/lexicon.h"
#include "build/text_layout.h"
#include "document/document.h"
#include "index/vocabulary.h"

namespace catchword {

/// Index of a Field bit: kTitle 0, kHeading 1, kBody 2, kLinkText 3, kMetadata 4.
using FieldCounts = std::array<std::uint16_t, kFieldCount>;

/// One word of a document.
struct WordCount {
  FormId form = 0;
  FieldCounts counts{};              ///< weighted by Passage::weight, in the lead by kLeadWeight
  FieldCounts added{};               ///< the same of words that it stands for, build/word_adder.h
  LanguageId language = 0;           ///< of the text where it stands first
  bool is_identifier = false;        ///< stands as one, and never as a word
  std::uint16_t best_block = 0;      ///< the block that has it most often, the first of equals
  std::uint32_t position_begin = 0;  ///< its positions in DocumentTerms::positions
  std::uint32_t position_end = 0;
};

struct DocumentTerms {
  std::vector<WordCount> words;  ///< each form once
  std::vector<Position> positions;
  std::array<std::uint32_t, kFieldCount> lengths{};  ///< tokens by field
};

/// Text of links that point to a document, and how much it counts.
struct LinkText {
  std::string text;
  std::uint16_t weight = 1;
};

/// The first words of the body of a document with several passages say what it is about: so many
/// count so often.
inline constexpr std::size_t kLeadTokens = 25;
inline constexpr int kLeadWeight = 3;

/// Analyses a document. Linear but for sorting its tokens.
DocumentTerms analyze(const Document& document, const DocumentLayout& layout,
                      std::span<const LinkText> links, const Languages& languages,
                      Lexicon& lexicon);

}  // namespace catchword
