#include "support/spelling.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "spelling/edit_distance.h"

namespace catchword::test {

rc::Gen<std::string> arbitrary_spelling() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("a", "b", "c", "ю")),
      [](const std::vector<std::string>& letters) {
        std::string word;
        for (const std::string& letter : letters) word += letter;
        return word;
      });
}

std::uint32_t slow_distance(std::string_view a_text, std::string_view b_text) {
  const std::u32string a = characters_of(a_text);
  const std::u32string b = characters_of(b_text);
  std::vector table(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
  for (std::uint32_t i = 0; i <= a.size(); ++i) {
    for (std::uint32_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                              table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

}  // namespace catchword::test
