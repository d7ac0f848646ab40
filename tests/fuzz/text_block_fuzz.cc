// Feeds any bytes to the decoder of texts, as a text and as a primer, and to the parser of text blocks.
#include "index/text_block.h"
#include "index/text_code.h"
#include "require.h"
#include "support/decoded.h"

using namespace catchword;

namespace {

void parse(ByteView content) {
  const auto parts = parse_text_block("text.bin", content);
  if (!parts) return;
  const Bytes again = encode_text_block(*parts);  // reads every byte that the parts borrow
  fuzz::require(again.size() <= content.size(), "nothing is told twice");
  fuzz::require(parse_text_block("text.bin", again).ok(), "what is written is read");
}

void decode(const TextDecoder& decoder, ByteView payload) {
  const Result<std::string> text = decode_text(decoder, "text.bin", payload);
  if (!text) return;
  fuzz::require(text->size() <= kLongestText, "an end");
  parse(as_bytes(*text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TextDecoder without_primer;
  const ByteView bytes(data, size);
  parse(bytes);
  decode(without_primer, bytes);
  TextDecoder primed;
  if (primed.prime("primer.bin", bytes.first(size / 2))) decode(primed, bytes.subspan(size / 2));
  return 0;
}
