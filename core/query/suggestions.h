// Suggestions: how a query that is being typed may go on, and their JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spelling/spelling_lists.h"

namespace catchword {

struct Suggestion {
  std::string text;         ///< the whole query
  std::uint32_t count = 0;  ///< documents that have its last word
};

struct Suggestions {
  std::vector<std::string> missing;  ///< when not empty, the list says nothing
  std::vector<Suggestion> list;
};

/// At most `limit` completions of the last word of `text`, likeliest first, each behind what stands before
/// it; none when `text` doesn't end with a word. Cost: completions_of.
std::vector<Suggestion> suggestions_for(SpellingLists& lists, std::string_view text, std::size_t limit);

std::string to_json(const Suggestions& suggestions);

}  // namespace catchword
