// The little language of data-catchword-meta and its like: "title, image[src], author:Ann Lee".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catchword {

/// One item: a key, and where its value comes from.
struct HtmlCapture {
  enum class Source {
    kText,       ///< the element's text
    kAttribute,  ///< the attribute called `value`
    kLiteral,    ///< `value` itself
  };
  std::string key;
  Source source = Source::kText;
  std::string value;
};

/// Reads the comma-separated items of `value` (decoded). A literal ("key:value") takes the rest,
/// commas included, so it comes last. An item without a key is left out.
std::vector<HtmlCapture> parse_captures(std::string_view value);

/// Whether `value` is a number from 0 to 10.
bool is_weight(std::string_view value);

/// Reads a weight: 0 to 10, rounded to a whole number, but above 0 never down to 0; 1 when it is
/// no number.
int parse_weight(std::string_view value);

}  // namespace catchword
