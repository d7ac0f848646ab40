// Feeds any bytes to the parser of roots.
#include <algorithm>

#include "index/root.h"
#include "require.h"
#include "support/decoded.h"

using namespace catchword;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Result<Root> root = parse_root("root.bin", {data, size});
  if (!root) {
    fuzz::require(!root.error().message.empty() && root.error().where == "root.bin", "an error");
    return 0;
  }
  fuzz::require(root->terms.separators.size() == root->terms.hashes.size(), "a hash for each block");
  fuzz::require(std::is_sorted(root->terms.separators.begin(), root->terms.separators.end()), "order");
  if (root->text_blocks() > 0) (void)root->text_name(root->text_blocks() - 1, {});
  for (const std::string& separator : root->terms.separators) {
    fuzz::require(root->terms.block_of(separator) < root->terms.separators.size(), "a block there is");
    fuzz::require(root->terms.last_block_of(separator) < root->terms.separators.size(), "a block there is");
  }
  const Bytes again = encode_root(*root);
  fuzz::require(parse_root("root.bin", again).ok(), "what is written is read");
  return 0;
}
