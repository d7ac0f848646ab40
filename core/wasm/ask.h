// The one thing in which the two modules differ: which searcher they hold, and how it answers.
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

/// The JSON of the answer to an encoded request (search/request.h).
Result<std::string> ask(ModuleSearcher& searcher, ByteView request);

}  // namespace catchword
