// Feeds any bytes to the decoder of position blocks, beside a small term block.
#include <algorithm>
#include <vector>

#include "index/position_block.h"
#include "require.h"
#include "support/decoded.h"

using namespace catchword;

namespace {

constexpr std::uint32_t kDocuments = 500;

// Ten words in one to a hundred documents, and a completion.
TermBlock make_terms() {
  std::vector<std::vector<Posting>> postings(11);
  std::vector<TermList> lists;
  for (std::uint32_t i = 0; i < postings.size(); ++i) {
    const std::string word(1, static_cast<char>('a' + i));
    for (DocId id = 0; id < 1 + i * 10; ++id) {
      postings[i].push_back({});
      postings[i].back().document = id * 4;
      postings[i].back().fields = kBody;
    }
    const auto count = static_cast<std::uint32_t>(postings[i].size());
    lists.push_back({{word, word, word, {}, {}, i == 3, count}, postings[i]});
  }
  return *decode_term_block("terms.bin", encode_term_block(lists, kDocuments), kDocuments);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TermBlock terms = make_terms();
  if (size == 0) return 0;
  const std::size_t wanted = data[0] % terms.entries().size();
  PositionList list;
  const ByteView payload{data + 1, size - 1};
  if (!decode_positions("positions.bin", payload, terms, {}, wanted, wanted + 1, list)) return 0;
  for (std::size_t i = 0; i + 1 < list.starts.size(); ++i) {
    const auto positions = list.of(i);
    fuzz::require(std::is_sorted(positions.begin(), positions.end()), "positions ascend");
  }
  const TermBlock::Entry& entry = terms.entries()[wanted];
  fuzz::require(entry.term.completion || list.starts.size() == entry.posting_count + 1,
                "a list for each posting");
  return 0;
}
