// What the readers of a bundle's structures read, as values.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "index/document_map.h"
#include "index/root.h"
#include "index/term_block.h"
#include "index/text_block.h"
#include "index/text_code.h"

namespace catchword {

template <class T>
Result<T> result_of(const Status& status, T&& value) {
  if (!status) return status.error();
  return std::forward<T>(value);
}

inline Result<Root> parse_root(std::string_view name, ByteView payload) {
  Root root;
  const Status parsed = parse_root(name, payload, root);
  return result_of(parsed, std::move(root));
}

inline Result<std::vector<TextPlace>> decode_document_map(std::string_view name, ByteView payload,
                                                          std::uint32_t count, BlockOrdinal begin, BlockOrdinal end) {
  std::vector<TextPlace> places;
  const Status decoded = decode_document_map(name, payload, count, begin, end, places);
  return result_of(decoded, std::move(places));
}

inline Result<TermBlock> decode_term_block(std::string_view name, ByteView payload,
                                           std::uint32_t documents) {
  TermBlock block;
  const Status decoded = block.decode(name, payload, documents);
  return result_of(decoded, std::move(block));
}

inline Result<std::vector<TextPart>> parse_text_block(std::string_view name, ByteView content) {
  std::vector<TextPart> parts;
  const Status parsed = parse_text_block(name, content, parts);
  return result_of(parsed, std::move(parts));
}

inline Result<std::string> decode_text(const TextDecoder& decoder, std::string_view name,
                                       ByteView payload) {
  std::string text;
  const Status decoded = decoder.decode(name, payload, text);
  return result_of(decoded, std::move(text));
}

}  // namespace catchword
