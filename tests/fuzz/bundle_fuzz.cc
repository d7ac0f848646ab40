// Spoils the content of a small bundle's files behind checksums that are right, and searches it: an
// answer or an error, and an end.
#include <algorithm>
#include <string>
#include <vector>

#include "index/block_file.h"
#include "require.h"
#include "support/documents.h"
#include "support/memory_bundle.h"

using namespace catchword;

namespace {

constexpr std::size_t kMost = 1 << 16;  // a root may claim many; each costs memory

const test::MemoryBundle& whole() {
  static const test::MemoryBundle bundle([] {
    BuildOptions options;
    options.language = "en";
    options.term_block_bytes = 100;
    options.text_blocks = {60, 120};
    return test::build(test::small_collection(), options);
  }());
  return bundle;
}

// Each three bytes: which file, where, which byte; sealed again.
test::MemoryBundle spoiled(ByteView changes) {
  test::MemoryBundle bundle = whole();
  for (; changes.size() >= 3; changes = changes.subspan(3)) {
    const auto file = std::next(bundle.files.begin(), changes[0] % bundle.files.size());
    Bytes& bytes = file->second;
    Bytes payload(bytes.begin() + kChecksumBytes, bytes.end());
    if (payload.empty()) continue;
    payload[changes[1] * payload.size() / 256] = changes[2];
    bytes = seal(file->first, payload);
  }
  return bundle;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const test::MemoryBundle bundle = spoiled({data, std::min<std::size_t>(size, 30)});
  Result<FullSearcher> searcher = FullSearcher::open(bundle.root, bundle.files.at(bundle.root));
  if (!searcher || searcher->root().document_count > kMost ||
      searcher->root().text_blocks() > kMost) {
    return 0;
  }
  Options listing;
  listing.all_facets = true;
  listing.order = {{"title", true}};
  for (const char* query : {"", "lamp wick", "\"oil lamp\" c", "北京 \"大学\"", "push_back", "cafe"}) {
    Request request;
    request.query = query;
    const Result<FullAnswer> answer =
        bundle.search(*searcher, request, request.query.empty() ? listing : Options());
    fuzz::require(answer.ok() || answer.error().message != "the searcher goes on asking", "an end");
    if (answer) (void)to_json(*answer);
  }
  return 0;
}
