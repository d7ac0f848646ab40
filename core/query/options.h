// Options: what of a request only the full searcher understands: filters, order, facets, explanations.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace catchword {

/// Which documents are let through. Owns its strings.
struct Filter {
  enum Kind : std::uint8_t {
    kAnd,    ///< all of `children`; of none: every document
    kOr,     ///< one of `children`
    kNot,    ///< none of `children`
    kAny,    ///< `key` has one of `values`
    kAll,    ///< `key` has all of `values`
    kNone,   ///< `key` has none of `values`
    kRange,  ///< `key` from values[0] to values[1], both included; an empty one is open
    kKinds
  };

  Kind kind = kAnd;
  std::string key;
  std::vector<std::string> values;
  std::vector<Filter> children;
};

struct SortKey {
  std::string key;  ///< "relevance", or a metadata key
  bool descending = false;
};

struct FacetRequest {
  enum Interval : std::uint8_t { kNoInterval, kYear, kMonth, kDay };

  std::string key;
  std::uint32_t limit = 0;  ///< values wanted; 0: as many as is usual
  Interval interval = kNoInterval;
};

struct Options {
  Filter filter;
  std::vector<SortKey> order;
  std::vector<FacetRequest> facets;
  bool all_facets = false;  ///< facets of every key that has them
  bool explain = false;     ///< each result says what its score is made of

  /// Documents are chosen by something else than words, so that an empty query lists them.
  [[nodiscard]] bool lists_documents() const {
    return !filter.children.empty() || filter.kind != Filter::kAnd || !order.empty();
  }
};

/// Reads Request::options, as web/engine/request.js writes them: options one behind the other, each
/// a tag byte and its content. At most 32 filters within each other. Error: kUsage.
///
///     1 filter          byte kind; and, or, not: varint count, filters; any, all, none: string key,
///                       varint count, strings; range: string key, strings from and to
///     2 order           varint count; for each, string key, byte descending
///     3 facets          varint count; for each, string key, varint limit, byte interval
///     4 all facets
///     5 explain
Result<Options> read_options(ByteView bytes);

}  // namespace catchword
