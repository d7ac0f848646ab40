// YamlValues: the values of a YAML file by the kind that is wanted, each fault with its line.
// Private to config.cc.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "base/error.h"

namespace catchword {

/// Nothing when all is well.
using Fault = std::optional<Error>;

/// A key that a map may have, and who reads its value.
struct YamlKey {
  std::string_view name;
  std::function<Fault(const YAML::Node& value)> read;
};

/// Knows the file's name alone. A scalar stands for a list of one.
class YamlValues {
 public:
  explicit YamlValues(std::string path) : path_(std::move(path)) {}

  [[nodiscard]] Error fault(const YAML::Node& node, std::string message, std::string remedy) const;

  /// Hands each value of a map to its key's reader; a key without a value is left out. `name` is the
  /// map's own key, for messages. Fault: an unknown or repeated key.
  Fault map(const YAML::Node& node, const std::string& name, const std::vector<YamlKey>& keys) const;

  /// The same for a map whose keys the file's author chooses.
  Fault open_map(const YAML::Node& node, const std::string& name,
                 const std::function<Fault(const YAML::Node& key, const YAML::Node& value)>& read) const;

  Fault text(const YAML::Node& node, const std::string& key, std::string& out) const;
  Fault texts(const YAML::Node& node, const std::string& key, std::vector<std::string>& out) const;
  Fault flag(const YAML::Node& node, const std::string& key, bool& out) const;
  Fault flag(const YAML::Node& node, const std::string& key, std::optional<bool>& out) const;

 private:
  [[nodiscard]] Error unknown_key(const YAML::Node& key, const std::string& name,
                                  const std::vector<YamlKey>& keys) const;

  std::string path_;
};

}  // namespace catchword
