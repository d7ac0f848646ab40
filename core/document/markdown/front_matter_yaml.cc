// The YAML side of the front matter, by yaml-cpp. Its exceptions end here.
#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "document/markdown/front_matter_syntax.h"
#include "document/text_strings.h"

namespace catchword::front_matter {
namespace {

/// yaml-cpp's time grows faster than its input in places; real front matter has a few kilobytes.
constexpr size_t kMaxBytes = size_t{256} * 1024;

bool collect(const YAML::Node& node, const std::string& key, Collector& out) {
  if (node.IsScalar()) return out.add(key, node.Scalar());
  if (node.IsSequence()) {
    return std::all_of(node.begin(), node.end(),
                       [&](const YAML::Node& item) { return collect(item, key, out); });
  }
  if (!node.IsMap()) return true;
  for (const auto& entry : node) {
    if (!entry.first.IsScalar()) continue;
    if (!collect(entry.second, join_key(key, entry.first.Scalar()), out)) return false;
  }
  return true;
}

/// Whether a line of the block looks like "key: value" or "key:", so that damaged front matter
/// can be told from prose between two thematic breaks.
bool has_key_line(std::string_view block) {
  while (!block.empty()) {
    std::string_view line = trim(take_until(block, '\n'));
    const size_t colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos) continue;
    const bool ends_key = colon + 1 == line.size() || line[colon + 1] == ' ';
    if (ends_key && line.substr(0, colon).find(' ') == std::string_view::npos) return true;
  }
  return false;
}

bool parse(std::string_view block, Collector& out) {
  const YAML::Node root = YAML::Load(std::string(block));
  if (root.IsNull() || !root.IsDefined()) return true;
  if (!root.IsMap()) return false;
  if (!collect(root, "", out)) out.fail("front matter has more than 10,000 values", 1);
  return true;
}

}  // namespace

bool collect_yaml(std::string_view block, size_t first_line, Collector& out) {
  if (block.size() > kMaxBytes) {
    if (!has_key_line(block.substr(0, 1000))) return false;
    out.fail("front matter is longer than 256 kB and was left out", 1);
    return true;
  }
  try {
    return parse(block, out);
  } catch (const YAML::Exception& error) {
    if (!has_key_line(block)) return false;
    const size_t line = error.mark.is_null() ? 0 : static_cast<size_t>(error.mark.line);
    out.fail("front matter is not YAML: " + error.msg, first_line + line);
    return true;
  }
}

}  // namespace catchword::front_matter
