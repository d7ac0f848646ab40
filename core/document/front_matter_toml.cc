// The TOML side of the front matter, by toml++ without exceptions.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 1
#include <toml++/toml.h>

#include <sstream>

#include "document/front_matter_syntax.h"
#include "document/text_strings.h"

namespace catchword::front_matter {
namespace {

/// A date without the quotes and forms that TOML's printer would add.
template <class T>
std::string written(const toml::value<T>& value) {
  std::ostringstream out;
  if constexpr (std::is_same_v<T, bool>) {
    out << (value.get() ? "true" : "false");
  } else if constexpr (std::is_same_v<T, std::string>) {
    out << value.get();
  } else {
    out << toml::toml_formatter{value};
  }
  return out.str();
}

bool collect(const toml::node& node, const std::string& key, Collector& out) {
  if (const toml::array* array = node.as_array()) {
    for (const toml::node& item : *array) {
      if (!collect(item, key, out)) return false;
    }
    return true;
  }
  if (const toml::table* table = node.as_table()) {
    for (const auto& [name, value] : *table) {
      if (!collect(value, join_key(key, name.str()), out)) return false;
    }
    return true;
  }
  return node.visit([&](const auto& value) {
    if constexpr (toml::is_value<decltype(value)>) {
      return out.add(key, written(value));
    } else {
      return true;
    }
  });
}

bool has_key_line(std::string_view block) { return block.find('=') != std::string_view::npos; }

}  // namespace

bool collect_toml(std::string_view block, size_t first_line, Collector& out) {
  const toml::parse_result result = toml::parse(block);
  if (!result) {
    if (!has_key_line(block)) return false;
    const size_t line = result.error().source().begin.line;
    out.fail("front matter is not TOML: " + std::string(result.error().description()),
             first_line + (line == 0 ? 0 : line - 1));
    return true;
  }
  if (!collect(result.table(), "", out)) out.fail("front matter has more than 10,000 values", 1);
  return true;
}

}  // namespace catchword::front_matter
