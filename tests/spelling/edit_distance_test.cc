// Edit distances: as the textbook's table has them, the fewest edits first.
#include "spelling/edit_distance.h"

#include <algorithm>

#include "base/utf8.h"
#include "support/property.h"
#include "support/spelling.h"

namespace catchword::test {
namespace {

std::uint32_t cost(std::string_view typed, std::string_view word, std::uint32_t edits = 2) {
  return EditDistance(characters_of(typed), edits).cost_of(word);
}

std::uint32_t edits(std::string_view typed, std::string_view word) {
  const std::uint32_t found = cost(typed, word);
  return found == kTooFar ? 3 : found / kEditCost;
}

}  // namespace

TEST_CASE("each edit counts once") {
  CHECK(cost("column", "column") == 0);
  CHECK(edits("coiumn", "column") == 1);
  CHECK(edits("colmn", "column") == 1);
  CHECK(edits("coluumn", "column") == 1);
  CHECK(edits("oclumn", "column") == 1);
  CHECK(edits("colunm", "column") == 1);
  CHECK(edits("clumnn", "column") == 2);
  CHECK(edits("cplunm", "column") == 2);
  CHECK(edits("munloc", "column") == 3);
  CHECK(edits("ca", "abc") == 3);  // the exchanged characters are not edited again
  CHECK(edits("größe", "grosse") == 3);  // folding is not its business
  CHECK(edits("солво", "слово") == 1);
}

TEST_CASE("of as many edits the likelier slip is nearer") {
  CHECK(cost("colunm", "column") < cost("coiumn", "column"));   // exchanged rather than replaced
  CHECK(cost("collumn", "column") < cost("coilumn", "column"));  // doubled rather than put in
  CHECK(cost("comit", "commit") < cost("comit", "comist"));
  CHECK(cost("kolumn", "column") > cost("colukn", "column"));    // at the beginning less often
}

TEST_CASE("the number of edits is the oracle's") {
  check_property(
      [] {
        const std::string typed = *arbitrary_spelling();
        const std::string word = *arbitrary_spelling();
        RC_ASSERT(edits(typed, word) == std::min(3u, slow_distance(typed, word)));
      },
      2000);
}

}  // namespace catchword::test
