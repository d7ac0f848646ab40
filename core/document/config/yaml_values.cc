// External interface: YamlValues.
#include "document/config/yaml_values.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/nearest_word.h"
#include "document/text_strings.h"

namespace catchword {

Error YamlValues::fault(const YAML::Node& node, std::string message, std::string remedy) const {
  const int line = node.Mark().is_null() ? 0 : node.Mark().line;
  return Error{ErrorKind::kInput, std::move(message), path_ + ':' + std::to_string(line + 1),
               std::move(remedy)};
}

Fault YamlValues::open_map(
    const YAML::Node& node, const std::string& name,
    const std::function<Fault(const YAML::Node& key, const YAML::Node& value)>& read) const {
  if (node.IsNull()) return {};
  if (!node.IsMap()) return fault(node, "'" + name + "' is no map", "Write its keys below it, indented");
  std::set<std::string> seen;
  for (const auto& entry : node) {
    const YAML::Node& key = entry.first;
    if (!key.IsScalar() || trim(key.Scalar()).empty()) return fault(key, "a key is no word", "Write `key: value`");
    if (!seen.insert(key.Scalar()).second) {
      return fault(key, "'" + key.Scalar() + "' stands here a second time", "Put both under one key");
    }
    if (Fault found = read(key, entry.second)) return found;
  }
  return {};
}

Fault YamlValues::map(const YAML::Node& node, const std::string& name,
                      const std::vector<YamlKey>& keys) const {
  return open_map(node, name, [&](const YAML::Node& key, const YAML::Node& value) -> Fault {
    const auto known = std::find_if(keys.begin(), keys.end(),
                                    [&](const YamlKey& each) { return each.name == key.Scalar(); });
    if (known == keys.end()) return unknown_key(key, name, keys);
    if (value.IsNull()) return {};  // "key:" says nothing: the default holds
    return known->read(value);
  });
}

Error YamlValues::unknown_key(const YAML::Node& key, const std::string& name,
                              const std::vector<YamlKey>& keys) const {
  std::vector<std::string_view> names;
  for (const YamlKey& known : keys) names.push_back(known.name);
  const std::string where = name.empty() ? "" : " in '" + name + "'";
  return fault(key, "unknown key '" + key.Scalar() + "'" + where,
               "Did you mean '" + std::string(nearest_word(key.Scalar(), names)) + "'?");
}

Fault YamlValues::text(const YAML::Node& node, const std::string& key, std::string& out) const {
  if (!node.IsScalar() || trim(node.Scalar()).empty()) {
    return fault(node, "'" + key + "' is no text", "Write one value behind the colon");
  }
  out = trim(node.Scalar());
  return {};
}

Fault YamlValues::texts(const YAML::Node& node, const std::string& key,
                        std::vector<std::string>& out) const {
  if (node.IsScalar()) return text(node, key, out.emplace_back());
  if (!node.IsSequence()) return fault(node, "'" + key + "' is no list", "Write `- value` lines below it");
  for (const YAML::Node& item : node) {
    if (Fault found = text(item, key, out.emplace_back())) return found;
  }
  return {};
}

Fault YamlValues::flag(const YAML::Node& node, const std::string& key, bool& out) const {
  if (node.IsScalar() && YAML::convert<bool>::decode(node, out)) return {};
  return fault(node, "'" + key + "' is neither true nor false", "Write true or false");
}

Fault YamlValues::flag(const YAML::Node& node, const std::string& key, std::optional<bool>& out) const {
  return flag(node, key, out.emplace());
}

}  // namespace catchword
