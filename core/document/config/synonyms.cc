// External interface: make_synonyms, parse_synonyms.
#include "document/config/synonyms.h"

#include <algorithm>

#include "document/text_strings.h"

namespace catchword {
namespace {

constexpr std::string_view kArrow = "=>";

Error fault(std::string message, std::string_view text) {
  return {ErrorKind::kUsage, std::move(message), std::string(text),
          "Write `quay, wharf` for words that mean the same, `lorry => truck` for one way"};
}

void add_phrase(std::string_view text, std::vector<std::string>& phrases) {
  std::string phrase = collapse_white_space(text);
  if (phrase.empty()) return;
  if (std::find(phrases.begin(), phrases.end(), phrase) == phrases.end()) {
    phrases.push_back(std::move(phrase));
  }
}

std::vector<std::string> split_phrases(std::string_view text) {
  std::vector<std::string> phrases;
  while (!text.empty()) add_phrase(take_until(text, ','), phrases);
  return phrases;
}

}  // namespace

Result<SynonymRule> make_synonyms(const std::vector<std::string>& phrases) {
  std::vector<std::string> all;
  for (const std::string& phrase : phrases) add_phrase(phrase, all);
  if (all.size() < 2) return fault("fewer than two synonyms", all.empty() ? "" : all.front());
  return SynonymRule{all, all};
}

Result<SynonymRule> parse_synonyms(std::string_view text) {
  const std::size_t arrow = text.find(kArrow);
  if (arrow == std::string_view::npos) return make_synonyms(split_phrases(text));
  const std::string_view behind = text.substr(arrow + kArrow.size());
  SynonymRule rule{split_phrases(text.substr(0, arrow)), split_phrases(behind)};
  if (rule.from.empty() || rule.to.empty()) return fault("a side of '=>' is empty", text);
  if (behind.find(kArrow) != std::string_view::npos) return fault("more than one '=>'", text);
  return rule;
}

}  // namespace catchword
