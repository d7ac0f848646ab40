// Feeds any bytes to the decoder of term blocks, for collections of several sizes.
#include "index/term_block.h"
#include "require.h"
#include "support/decoded.h"

using namespace catchword;

namespace {

void check(const TermBlock& block, std::uint32_t documents) {
  for (std::size_t i = 0; i < block.entries().size(); ++i) {
    const TermBlock::Entry& entry = block.entries()[i];
    fuzz::require(i == 0 || TermKey::of(block.entries()[i - 1].term) < TermKey::of(entry.term),
                  "terms ascend");
    DocId next = 0;
    for (const Posting& posting : block.postings(entry)) {
      fuzz::require(posting.document >= next && posting.document < documents, "documents");
      fuzz::require(posting.fields != 0, "a field");
      next = posting.document + 1;
    }
    (void)block.lower_bound(entry.term.folded);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::uint32_t kDocuments[] = {1, 300, 5000, 1u << 24};
  if (size == 0) return 0;
  const std::uint32_t documents = kDocuments[data[0] % 4];
  const Result<TermBlock> block = decode_term_block("terms.bin", {data + 1, size - 1}, documents);
  if (block) check(*block, documents);
  return 0;
}
