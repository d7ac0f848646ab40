// Asks a small bundle any question: an answer, always, and JSON of it that a parser takes.
#include <nlohmann/json.hpp>

#include "document/utf8.h"
#include "require.h"
#include "support/documents.h"
#include "support/memory_bundle.h"

using namespace catchword;

namespace {

struct Opened {
  test::MemoryBundle bundle;
  FullSearcher searcher;

  Opened() : bundle(make()), searcher(bundle.open()) {}

  static Bundle make() {
    BuildOptions options;
    options.language = "en";
    options.term_block_bytes = 100;
    options.text_blocks = {60, 120};
    return test::build(test::small_collection(), options);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Opened opened;
  if (size == 0) return 0;
  Request request;
  request.query = {reinterpret_cast<const char*>(data) + 1, size - 1};
  request.complete = (data[0] & 1) != 0;
  request.offset = data[0] >> 1 & 3;
  const Result<FullAnswer> answer = opened.bundle.search(opened.searcher, request);
  fuzz::require(answer.ok(), "an answer");
  fuzz::require(answer->total >= answer->complete, "complete ones are among all");
  fuzz::require(!is_utf8(request.query) || nlohmann::json::accept(to_json(*answer)), "JSON");
  return 0;
}
