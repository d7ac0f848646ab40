// What an HTML element does to the text inside it, and what all open elements do together.
#pragma once

#include <cstdint>

namespace catchword {

namespace html_style {

/// Properties of text, as bits. Inherited from element to element unless cleared.
enum Bit : std::uint32_t {
  kUnseen = 1 << 0,        ///< no reader sees it: a shape's, a fallback
  kUnseenTree = 1 << 9,    ///< hidden by an attribute, with all that is inside
  kControl = 1 << 1,       ///< inside a script, a style sheet, a control: not even metadata is read
  kIgnored = 1 << 2,       ///< seen, but kept out of the index by the page's author
  kNoMetadata = 1 << 3,    ///< ignored, and its metadata attributes too
  kPreformatted = 1 << 4,  ///< white space is kept
  kMain = 1 << 5,          ///< inside `<main>` or role=main
  kArticle = 1 << 6,       ///< inside `<article>`
  kMarked = 1 << 7,        ///< inside data-catchword-body
  kRuby = 1 << 8,          ///< the reading beside a ruby text
  kRubyBase = 1 << 10,     ///< inside `<ruby>`
};

/// Text with one of these is not in the index.
inline constexpr std::uint32_t kNotIndexed = kUnseen | kUnseenTree | kControl | kIgnored | kNoMetadata;

/// The parts of a page that can stand for the whole.
inline constexpr std::uint32_t kRegions = kMain | kArticle | kMarked;

}  // namespace html_style

/// Text under all open elements.
struct TextStyle {
  std::uint32_t bits = 0;      ///< html_style::Bit
  std::int32_t language = -1;  ///< index into the page's languages; -1 when nothing says
  std::int32_t weight = 1;     ///< 0 to 10

  [[nodiscard]] bool has(std::uint32_t some) const { return (bits & some) != 0; }
  bool operator==(const TextStyle&) const = default;
};

/// What one element changes in its parent's TextStyle.
struct ElementStyle {
  std::uint32_t set = 0;
  std::uint32_t clear = 0;
  std::int32_t language = -1;  ///< -1: the parent's
  std::int32_t weight = -1;    ///< -1: the parent's

  /// The style of an element of this style directly inside one of `outer`.
  [[nodiscard]] ElementStyle within(const ElementStyle& outer) const {
    return {(outer.set & ~clear) | set, outer.clear | clear,
            language < 0 ? outer.language : language, weight < 0 ? outer.weight : weight};
  }

  [[nodiscard]] TextStyle inside(const TextStyle& parent) const {
    return {(parent.bits & ~clear) | set, language < 0 ? parent.language : language,
            weight < 0 ? parent.weight : weight};
  }
};

}  // namespace catchword
