// HeadingSlugs: the ids that GitHub, and the site generators after it, give to headings.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace catchword {

/// Makes the ids of one page's headings, in their order. The rule (of GitHub, as npm's
/// `github-slugger` has it): lower case by Unicode; letters, marks, digits, '_' and '-' stay;
/// each space becomes '-'; all else goes. The second "usage" becomes "usage-1".
class HeadingSlugs {
 public:
  std::string make(std::string_view heading);

  /// Notes an id that the author gave, so that no heading gets it again.
  void reserve(std::string_view id) { counts_.try_emplace(std::string(id), 0); }

 private:
  std::unordered_map<std::string, int> counts_;
};

}  // namespace catchword
