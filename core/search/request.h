// Request: what is asked of a bundle, and the bytes by which a page hands it to the module.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

namespace catchword {

enum class Verb : std::uint8_t {
  kSearch,    ///< results
  kSuggest,   ///< completions of the query
  kDescribe,  ///< what the bundle has: languages, keys
};

struct Request {
  Verb verb = Verb::kSearch;
  std::string_view query;        ///< of any content; the answer quotes it, and is UTF-8 where it is
  std::size_t offset = 0;        ///< results to skip
  std::size_t limit = 10;        ///< results wanted
  std::size_t snippet = 280;     ///< about how many bytes of a passage are shown
  std::size_t passages = 3;      ///< most of a result
  bool complete = false;         ///< the last word is finished: no completions of it
  bool correct = true;           ///< words that no document has may be replaced
  bool plain = true;             ///< words alone, and no options: see is_plain, query.h
  bool whole = false;            ///< every document with a word is found, whatever that costs
  bool texts = true;             ///< results have their texts; else only numbers and scores
  std::string_view language;     ///< of the page, BCP 47; empty when not said
  ByteView options;              ///< what only the full searcher reads (query/options.h); else empty
};

/// Reads what web/engine/request.js writes; the views look into `bytes`. Error: kUsage.
///
///     varint verb; string query; varints limit, offset, snippet, passages, flags; string language; options
///
/// flags: 1 complete, 2 no correction, 4 not plain.
Result<Request> read_request(ByteView bytes);

}  // namespace catchword
