// Finds the block, has it parsed by the library of its syntax, and sorts its values.
#include "document/markdown/front_matter.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "document/markdown/front_matter_syntax.h"
#include "document/text_strings.h"

namespace catchword {
namespace front_matter {
namespace {

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), ascii_lower(value)) != words.end();
}

}  // namespace

bool Collector::add(std::string_view key, std::string_view value) {
  if (values_.size() >= kMaxValues) return false;
  if (key == "title") {
    target_.title = collapse_white_space(value);
  } else if (key == "lang" || key == "language") {
    target_.language = collapse_white_space(value);
  } else if (key == "search" && is_one_of(value, {"false", "no", "off", "true", "yes", "on"})) {
    target_.search = !is_one_of(value, {"false", "no", "off"});
  } else if (key == "draft" && is_one_of(value, {"false", "no", "off", "true", "yes", "on"})) {
    target_.draft = is_one_of(value, {"true", "yes", "on"});
  } else {
    values_.add(key, value);
  }
  return true;
}

void Collector::fail(std::string problem, size_t line) {
  target_.problem = std::move(problem);
  target_.problem_line = line;
}

std::string join_key(std::string_view parent, std::string_view key) {
  if (parent.empty()) return std::string(key);
  return std::string(parent) + '.' + std::string(key);
}

}  // namespace front_matter

namespace {

using Syntax = bool (*)(std::string_view, size_t, front_matter::Collector&);

struct Block {
  std::string_view content;
  size_t body;  ///< offset of what follows the closing fence
  Syntax syntax;
};

std::string_view without_final_space(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

/// The block between an opening `fence` on the first line and the next line that closes it.
std::optional<Block> find_block(std::string_view text, std::string_view fence,
                                std::string_view other_end, Syntax syntax) {
  std::string_view rest = text;
  if (without_final_space(take_until(rest, '\n')) != fence) return std::nullopt;
  const size_t begin = text.size() - rest.size();
  while (!rest.empty()) {
    const size_t line_begin = text.size() - rest.size();
    const std::string_view line = without_final_space(take_until(rest, '\n'));
    if (line == fence || line == other_end) {
      return Block{text.substr(begin, line_begin - begin), text.size() - rest.size(), syntax};
    }
  }
  return std::nullopt;
}

std::optional<Block> find_block(std::string_view text) {
  if (text.starts_with("---")) return find_block(text, "---", "...", front_matter::collect_yaml);
  if (text.starts_with("+++")) return find_block(text, "+++", "+++", front_matter::collect_toml);
  return std::nullopt;
}

}  // namespace

FrontMatter parse_front_matter(std::string_view text) {
  const std::optional<Block> block = find_block(text);
  if (!block) return {};
  FrontMatter front_matter;
  front_matter::Collector collector(front_matter);
  if (!block->syntax(block->content, 2, collector)) return {};
  collector.finish();
  front_matter.body = block->body;
  return front_matter;
}

}  // namespace catchword
