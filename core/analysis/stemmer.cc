#include "analysis/stemmer.h"

namespace catchword {

std::string primary_language(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find('-')));
  for (char& c : primary) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  if (primary == "nb" || primary == "nn") primary = "no";  // Snowball has one Norwegian
  return primary;
}

}  // namespace catchword
