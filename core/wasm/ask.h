// The one thing in which the three modules differ: which searcher they hold, and how it answers: the full one in
// JSON, the others in less.
#pragma once

#include <string>

#include "base/bytes.h"
#include "base/result.h"

#if defined(CATCHWORD_FULL)
#include "query/full_searcher.h"
#elif defined(CATCHWORD_SPELLER)
#include "spelling/speller.h"
#else
#include "search/searcher.h"
#endif

namespace catchword {

#if defined(CATCHWORD_FULL)
using ModuleSearcher = FullSearcher;
#elif defined(CATCHWORD_SPELLER)
using ModuleSearcher = Speller;
using ModuleAnswer = CorrectedAnswer;
#else
using ModuleSearcher = Searcher;
using ModuleAnswer = Answer;
#endif

using Output = std::string;  ///< bytes

/// The answer to an encoded request (search/request.h).
Result<Output> ask(ModuleSearcher& searcher, ByteView request);

Output encode(const Error& error);

}  // namespace catchword
