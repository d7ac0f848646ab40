// Text blocks: what a result shows. A block holds passages of one or several documents, each with
// its document's title, url and metadata, so that one block is all that a result needs.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "index/vocabulary.h"

namespace catchword {

/// Borrows from the block that it was read from, or from the documents it is written of.
struct TextPassage {
  std::string_view heading;
  std::string_view anchor;  ///< without '#', percent-encoded; may be empty
  std::string_view text;    ///< blocks end with '\n'
};

struct TextMetadata {
  std::string_view key;
  std::vector<std::string_view> values;
};

/// The part of a document that a block holds.
struct TextPart {
  std::uint32_t blocks_before = 0;  ///< text blocks of the document before this one
  std::uint32_t slot = 0;           ///< the document's place among those that begin in its first
  std::string_view id;
  std::string_view url;
  std::string_view title;
  std::vector<TextMetadata> metadata;
  std::vector<TextPassage> passages;
};

/// The content of a text block, before it is coded (index/text_code.h).
Bytes encode_text_block(std::span<const TextPart> parts);

/// Parses what was decoded; the parts borrow from it. `name` is for the error, after which `parts` mean
/// nothing.
Status parse_text_block(std::string_view name, ByteView content, std::vector<TextPart>& parts);

}  // namespace catchword
