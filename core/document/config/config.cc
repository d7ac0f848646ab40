// A function a key, from the file's value to the Config's. yaml-cpp's exceptions end in parse_config.
#include "document/config/config.h"

#include <utility>

#include "base/nearest_word.h"
#include "document/config/byte_size.h"
#include "document/config/yaml_values.h"
#include "document/html/directives.h"

namespace catchword {
namespace {

using Kind = HtmlDirective::Kind;

/// Reads one file. The first fault ends it.
class ConfigParser {
 public:
  explicit ConfigParser(std::string path) : values_(std::move(path)) {}

  Result<Config> parse(const YAML::Node& root) {
    if (root.IsNull() || !root.IsDefined()) return Config{};
    if (!root.IsMap()) return values_.fault(root, "the file is no map of keys", "Write `key: value` lines");
    if (Fault fault = read_root(root)) return *std::move(fault);
    return std::move(config_);
  }

 private:
  using Node = YAML::Node;

  YamlKey text(std::string_view key, std::string& out) {
    return {key, [this, key, &out](const Node& value) { return values_.text(value, std::string(key), out); }};
  }

  YamlKey texts(std::string_view key, std::vector<std::string>& out) {
    return {key, [this, key, &out](const Node& value) { return values_.texts(value, std::string(key), out); }};
  }

  template <class Flag>
  YamlKey flag(std::string_view key, Flag& out) {
    return {key, [this, key, &out](const Node& value) { return values_.flag(value, std::string(key), out); }};
  }

  Fault read_root(const Node& node) {
    return values_.map(node, "", {
        texts("inputs", config_.inputs),
        text("output", config_.output),
        text("language", config_.language),
        {"memory", [this](const Node& value) { return read_memory(value); }},
        {"synonyms", [this](const Node& value) { return read_synonyms(value); }},
        texts("stop-pages", config_.stop_pages),
        {"selectors", [this](const Node& value) { return read_selectors(value); }},
        {"metadata", [this](const Node& value) { return read_metadata(value); }},
        {"urls", [this](const Node& value) { return read_urls(value); }},
        {"html", [this](const Node& value) { return read_html(value); }},
    });
  }

  Fault read_memory(const Node& node) {
    std::string written;
    if (Fault fault = values_.text(node, "memory", written)) return fault;
    if (written.empty()) return {};
    const Result<std::uint64_t> memory = parse_memory(written);
    if (!memory) return values_.fault(node, "'memory': " + memory.error().message, memory.error().remedy);
    config_.memory = *memory;
    return {};
  }

  Fault read_urls(const Node& node) {
    UrlRules& urls = config_.urls;
    const Fault fault = values_.map(node, "urls", {
        text("base", urls.base),
        flag("drop-index", urls.drop_index),
        flag("drop-extension", urls.drop_extension),
    });
    if (!urls.base.empty()) urls.set_base(urls.base);
    return fault;
  }

  Fault read_html(const Node& node) {
    return values_.map(node, "html", {
        flag("skip-noindex", config_.skip_noindex),
        flag("skip-redirects", config_.skip_redirects),
        flag("skip-canonical", config_.skip_canonical),
        flag("main-only", config_.main_only),
    });
  }

  Fault read_synonyms(const Node& node) {
    if (!node.IsSequence()) {
      return values_.fault(node, "'synonyms' is no list", "Write each group as `- [quay, wharf]`");
    }
    for (const Node& group : node) {
      if (Fault fault = read_synonym_group(group)) return fault;
    }
    return {};
  }

  Fault read_synonym_group(const Node& node) {
    std::vector<std::string> phrases;
    if (Fault fault = values_.texts(node, "synonyms", phrases)) return fault;
    Result<SynonymRule> rule = node.IsScalar() ? parse_synonyms(phrases[0]) : make_synonyms(phrases);
    if (!rule) return values_.fault(node, rule.error().message, rule.error().remedy);
    config_.synonyms.push_back(std::move(*rule));
    return {};
  }

  YamlKey selectors(std::string_view key, Kind kind) {
    return {key, [this, kind](const Node& value) { return read_rules(value, kind, ""); }};
  }

  YamlKey keyed_selectors(std::string_view key, Kind kind) {
    return {key, [this, key, kind](const Node& map) {
      return values_.open_map(map, std::string(key), [this, kind](const Node& name, const Node& value) {
        return read_rules(value, kind, name.Scalar());
      });
    }};
  }

  Fault read_selectors(const Node& node) {
    return values_.map(node, "selectors", {
        selectors("body", Kind::kBody),
        selectors("ignore", Kind::kIgnore),
        selectors("title", Kind::kTitle),
        keyed_selectors("meta", Kind::kMeta),
        keyed_selectors("filter", Kind::kFilter),
        keyed_selectors("sort", Kind::kSort),
        {"weight", [this](const Node& value) { return read_weights(value); }},
    });
  }

  Fault read_rules(const Node& node, Kind kind, const std::string& value) {
    std::vector<std::string> texts;
    if (Fault fault = values_.texts(node, "selectors", texts)) return fault;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (Fault fault = add_rule(node.IsSequence() ? node[i] : node, texts[i], kind, value)) return fault;
    }
    return {};
  }

  Fault read_weights(const Node& node) {
    return values_.open_map(node, "weight", [this](const Node& selector, const Node& weight) -> Fault {
      if (weight.IsScalar() && is_weight(weight.Scalar())) {
        return add_rule(selector, selector.Scalar(), Kind::kWeight, weight.Scalar());
      }
      return values_.fault(weight, "the weight of '" + selector.Scalar() + "' is no number from 0 to 10",
                           "Write `selector: 3`");
    });
  }

  Fault add_rule(const Node& place, const std::string& selector, Kind kind, const std::string& value) {
    Result<HtmlSelector> parsed = parse_selector(selector);
    if (!parsed) return values_.fault(place, parsed.error().message, parsed.error().remedy);
    config_.selectors.push_back({std::move(*parsed), kind, value});
    return {};
  }

  Fault read_metadata(const Node& node) {
    return values_.open_map(node, "metadata", [this](const Node& key, const Node& value) {
      MetadataRule& rule = config_.metadata.emplace_back();
      rule.key = key.Scalar();
      return value.IsMap() ? read_metadata_rule(value, rule) : read_type(value, rule);
    });
  }

  Fault read_metadata_rule(const Node& node, MetadataRule& rule) {
    return values_.map(node, rule.key, {
        {"type", [&](const Node& value) { return read_type(value, rule); }},
        flag("filter", rule.filter),
        flag("sort", rule.sort),
        flag("search", rule.search),
    });
  }

  Fault read_type(const Node& node, MetadataRule& rule) {
    const std::string name = node.IsScalar() ? node.Scalar() : "";
    rule.type = metadata_type_of(name);
    if (rule.type) return {};
    static constexpr std::string_view kTypes[] = {"text", "number", "date", "list"};
    return values_.fault(node, "unknown type '" + name + "'",
                         "Types are text, number, date and list; did you mean '" +
                             std::string(nearest_word(name, kTypes)) + "'?");
  }

  YamlValues values_;
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
