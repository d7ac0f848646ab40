// Every map of the file is read by one loop; a table says which keys it may have and who reads
// their values. yaml-cpp's exceptions end in parse_config.
#include "document/config/config.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "document/html/selector.h"
#include "document/config/nearest_word.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

using Fault = std::optional<Error>;

/// Reads one file. The first fault ends it.
class ConfigParser {
 public:
  explicit ConfigParser(std::string path) : path_(std::move(path)) {}

  Result<Config> parse(const YAML::Node& root) {
    if (root.IsNull() || !root.IsDefined()) return Config{};
    if (!root.IsMap()) return fault(root, "the file is no map of keys", "Write `key: value` lines");
    if (Fault fault = read_root(root)) return *std::move(fault);
    return std::move(config_);
  }

 private:
  using Read = std::function<Fault(const YAML::Node& value)>;

  struct Key {
    std::string_view name;
    Read read;
  };

  [[nodiscard]] Error fault(const YAML::Node& node, std::string message, std::string remedy) const {
    const int line = node.Mark().is_null() ? 0 : node.Mark().line;
    return Error{ErrorKind::kInput, std::move(message), path_ + ':' + std::to_string(line + 1),
                 std::move(remedy)};
  }

  Fault read_root(const YAML::Node& node) {
    return read_map(node, "", {
        {"inputs", [&](auto& value) { return read_strings(value, "inputs", config_.inputs); }},
        {"output", [&](auto& value) { return read_string(value, "output", config_.output); }},
        {"language", [&](auto& value) { return read_string(value, "language", config_.language); }},
        {"synonyms", [&](auto& value) { return read_synonyms(value); }},
        {"stop-pages", [&](auto& value) { return read_strings(value, "stop-pages", config_.stop_pages); }},
        {"selectors", [&](auto& value) { return read_selectors(value); }},
        {"metadata", [&](auto& value) { return read_metadata(value); }},
        {"urls", [&](auto& value) { return read_urls(value); }},
        {"html", [&](auto& value) { return read_html(value); }},
    });
  }

  Fault read_urls(const YAML::Node& node) {
    return read_map(node, "urls", {
        {"base", [&](auto& value) { return read_base(value); }},
        {"drop-index", [&](auto& value) { return read_flag(value, "drop-index", config_.urls.drop_index); }},
        {"drop-extension", [&](auto& value) {
           return read_flag(value, "drop-extension", config_.urls.drop_extension);
         }},
    });
  }

  Fault read_html(const YAML::Node& node) {
    return read_map(node, "html", {
        {"skip-noindex", [&](auto& value) { return read_flag(value, "skip-noindex", config_.skip_noindex); }},
        {"skip-redirects", [&](auto& value) {
           return read_flag(value, "skip-redirects", config_.skip_redirects);
         }},
        {"skip-canonical", [&](auto& value) {
           return read_flag(value, "skip-canonical", config_.skip_canonical);
         }},
        {"main-only", [&](auto& value) { return read_flag(value, "main-only", config_.main_only); }},
    });
  }

  /// Hands each value to the reader of its key. `name` is the map's own key, for messages.
  Fault read_map(const YAML::Node& node, const std::string& name, const std::vector<Key>& keys) {
    if (node.IsNull()) return {};
    if (!node.IsMap()) return fault(node, "'" + name + "' is no map", "Write its keys below it, indented");
    std::set<std::string> seen;
    for (const auto& entry : node) {
      if (Fault fault = check_key(entry.first, seen)) return fault;
      const std::string key = entry.first.Scalar();
      const auto found = std::find_if(keys.begin(), keys.end(), [&](auto& known) { return known.name == key; });
      if (found == keys.end()) return unknown_key(entry.first, name, keys);
      if (entry.second.IsNull()) continue;  // "key:" says nothing: the default holds
      if (Fault fault = found->read(entry.second)) return fault;
    }
    return {};
  }

  [[nodiscard]] Fault check_key(const YAML::Node& key, std::set<std::string>& seen) const {
    if (!key.IsScalar()) return fault(key, "a key is no word", "Write `key: value`");
    if (seen.insert(key.Scalar()).second) return {};
    return fault(key, "'" + key.Scalar() + "' stands here a second time", "Put both under one key");
  }

  [[nodiscard]] Error unknown_key(const YAML::Node& key, const std::string& name,
                                  const std::vector<Key>& keys) const {
    std::vector<std::string_view> names;
    for (const Key& known : keys) names.push_back(known.name);
    const std::string where = name.empty() ? "" : " in '" + name + "'";
    return fault(key, "unknown key '" + key.Scalar() + "'" + where,
                 "Did you mean '" + std::string(nearest_word(key.Scalar(), names)) + "'?");
  }

  Fault read_string(const YAML::Node& node, const std::string& key, std::string& out) {
    if (!node.IsScalar() || trim(node.Scalar()).empty()) {
      return fault(node, "'" + key + "' is no text", "Write one value behind the colon");
    }
    out = trim(node.Scalar());
    return {};
  }

  /// A list, or one value alone.
  Fault read_strings(const YAML::Node& node, const std::string& key, std::vector<std::string>& out) {
    if (node.IsScalar()) return read_string(node, key, out.emplace_back());
    if (!node.IsSequence()) return fault(node, "'" + key + "' is no list", "Write `- value` lines below it");
    for (const YAML::Node& item : node) {
      if (Fault fault = read_string(item, key, out.emplace_back())) return fault;
    }
    return {};
  }

  Fault read_flag(const YAML::Node& node, const std::string& key, bool& out) {
    if (node.IsScalar() && YAML::convert<bool>::decode(node, out)) return {};
    return fault(node, "'" + key + "' is neither true nor false", "Write true or false");
  }

  Fault read_base(const YAML::Node& node) {
    if (Fault fault = read_string(node, "base", config_.urls.base)) return fault;
    if (!config_.urls.base.ends_with('/')) config_.urls.base += '/';
    return {};
  }

  Fault read_synonyms(const YAML::Node& node) {
    if (!node.IsSequence()) return synonyms_fault(node);
    for (const YAML::Node& group : node) {
      if (!group.IsSequence() || group.size() < 2) return synonyms_fault(group);
      if (Fault fault = read_strings(group, "synonyms", config_.synonyms.emplace_back())) return fault;
    }
    return {};
  }

  [[nodiscard]] Error synonyms_fault(const YAML::Node& node) const {
    return fault(node, "'synonyms' is no list of groups of two words or more",
                 "Write each group as `- [quay, wharf]`");
  }

  Fault read_selectors(const YAML::Node& node) {
    if (!node.IsMap()) return fault(node, "'selectors' is no map", "Write `field: selector` lines");
    std::set<std::string> seen;
    for (const auto& entry : node) {
      if (Fault fault = check_key(entry.first, seen)) return fault;
      FieldSelectors& field = config_.selectors.emplace_back();
      field.field = entry.first.Scalar();
      if (Fault fault = read_strings(entry.second, field.field, field.selectors)) return fault;
      if (Fault fault = check_selectors(entry.second, field.selectors)) return fault;
    }
    return {};
  }

  [[nodiscard]] Fault check_selectors(const YAML::Node& node,
                                      const std::vector<std::string>& selectors) const {
    for (size_t i = 0; i < selectors.size(); ++i) {
      const Result<HtmlSelector> parsed = parse_selector(selectors[i]);
      if (!parsed) return fault(node.IsSequence() ? node[i] : node, parsed.error().message, parsed.error().remedy);
    }
    return {};
  }

  Fault read_metadata(const YAML::Node& node) {
    if (!node.IsMap()) return fault(node, "'metadata' is no map", "Write `key: type` lines");
    std::set<std::string> seen;
    for (const auto& entry : node) {
      if (Fault fault = check_key(entry.first, seen)) return fault;
      const std::string name = entry.second.IsScalar() ? entry.second.Scalar() : "";
      const std::optional<MetadataType> type = metadata_type_of(name);
      if (!type) return type_fault(entry.second, name);
      config_.metadata_types.push_back({entry.first.Scalar(), *type});
    }
    return {};
  }

  [[nodiscard]] Error type_fault(const YAML::Node& node, const std::string& name) const {
    static constexpr std::string_view kTypes[] = {"text", "number", "date", "list"};
    const std::string_view nearest = nearest_word(name, kTypes);
    return fault(node, "unknown type '" + name + "'",
                 "Types are text, number, date and list; did you mean '" + std::string(nearest) + "'?");
  }

  std::string path_;
  Config config_;
};

}  // namespace

Result<Config> parse_config(std::string_view yaml, const std::string& path) {
  try {
    return ConfigParser(path).parse(YAML::Load(std::string(yaml)));
  } catch (const YAML::Exception& error) {
    const int line = error.mark.is_null() ? 0 : error.mark.line;
    return Error{ErrorKind::kInput, "not YAML: " + error.msg, path + ':' + std::to_string(line + 1),
                 "Mend the line; values with ':' or '#' need quotation marks"};
  }
}

}  // namespace catchword
