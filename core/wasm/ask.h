// The one thing in which the two modules differ: which searcher they hold, and how it answers: the full one in
// JSON, the lean one in less.
#pragma once

#include <string>

#include "base/bytes.h"
#include "base/result.h"

#ifdef CATCHWORD_FULL
#include "query/full_searcher.h"
#else
#include "search/searcher.h"
#endif

namespace catchword {

#ifdef CATCHWORD_FULL
using ModuleSearcher = FullSearcher;
#else
using ModuleSearcher = Searcher;
#endif

using Output = std::string;  ///< bytes

/// The answer to an encoded request (search/request.h).
Result<Output> ask(ModuleSearcher& searcher, ByteView request);

Output encode(const Error& error);

}  // namespace catchword
