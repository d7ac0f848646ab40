// Feeds any bytes to the parser of roots.
#include <algorithm>

#include "index/root.h"
#include "require.h"

using namespace catchword;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Result<Root> root = parse_root("root.bin", {data, size});
  if (!root) {
    fuzz::require(!root.error().message.empty() && root.error().where == "root.bin", "an error");
    return 0;
  }
  fuzz::require(root->separators.size() == root->term_blocks.size(), "a hash for each block");
  fuzz::require(std::is_sorted(root->separators.begin(), root->separators.end()), "order");
  if (root->text_blocks > 0) (void)root->text_name(root->text_blocks - 1);
  for (const std::string& separator : root->separators) {
    fuzz::require(root->block_of(separator) < root->separators.size(), "a block there is");
    fuzz::require(root->last_block_of(separator) < root->separators.size(), "a block there is");
  }
  const Bytes again = encode_root(*root);
  fuzz::require(parse_root("root.bin", again).ok(), "what is written is read");
  return 0;
}
