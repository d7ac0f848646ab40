// Synonyms: which words a reader who writes others is to find as well.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace catchword {

/// Who asks for a phrase of `from` also finds those of `to`, itself apart. Phrases are words as
/// written, not yet analyzed, with single spaces between them; neither list is empty.
struct SynonymRule {
  std::vector<std::string> from;
  std::vector<std::string> to;  ///< equal to `from` where a rule goes both ways
};

/// Phrases that all mean the same. Error: kUsage for fewer than two different ones.
Result<SynonymRule> make_synonyms(const std::vector<std::string>& phrases);

/// Reads "quay, wharf, landing stage" (both ways) or "lorry => truck, van" (one way). Error: kUsage
/// with the remedy.
Result<SynonymRule> parse_synonyms(std::string_view text);

}  // namespace catchword
