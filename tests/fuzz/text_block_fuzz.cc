// Feeds any bytes to the parser of text blocks.
#include "index/text_block.h"
#include "require.h"

using namespace catchword;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parts = parse_text_block("text.bin", {data, size});
  if (!parts) return 0;
  const Bytes again = encode_text_block(*parts);  // reads every byte that the parts borrow
  fuzz::require(again.size() <= size, "nothing is told twice");
  fuzz::require(parse_text_block("text.bin", again).ok(), "what is written is read");
  return 0;
}
