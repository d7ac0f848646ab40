// Walks the pattern once, with the set of all places of the path that it can have reached.
#include "document/config/glob.h"

#include <vector>

namespace catchword {
namespace {

/// reached[i]: the pattern so far can describe the first i bytes of the path.
using Reached = std::vector<bool>;

void step_any(Reached& reached, std::string_view path, bool crosses_folders) {
  for (size_t i = 0; i < path.size(); ++i) {
    if (reached[i] && (crosses_folders || path[i] != '/')) reached[i + 1] = true;
  }
}

void step_one(Reached& reached, std::string_view path, char wanted) {
  for (size_t i = path.size(); i > 0; --i) {
    const bool fits = wanted == '?' ? path[i - 1] != '/' : path[i - 1] == wanted;
    reached[i] = reached[i - 1] && fits;
  }
  reached[0] = false;
}

/// "**/": nothing, or any number of whole folders.
void step_folders(Reached& reached, std::string_view path) {
  bool inside = false;
  for (size_t i = 0; i < path.size(); ++i) {
    inside = inside || reached[i];
    if (inside && path[i] == '/') reached[i + 1] = true;
  }
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  Reached reached(path.size() + 1, false);
  reached[0] = true;
  while (!pattern.empty()) {
    size_t used = 1;
    if (pattern.starts_with("**/")) {
      step_folders(reached, path);
      used = 3;
    } else if (pattern.starts_with("**")) {
      step_any(reached, path, true);
      used = 2;
    } else if (pattern.front() == '*') {
      step_any(reached, path, false);
    } else {
      step_one(reached, path, pattern.front());
    }
    pattern.remove_prefix(used);
  }
  return reached[path.size()];
}

}  // namespace catchword
