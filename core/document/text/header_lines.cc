// Mail's rule (RFC 5322): a key, a colon, a value that indented lines continue.
#include "document/text/header_lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "document/metadata_builder.h"
#include "document/text/dates.h"
#include "document/text/names.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

using Field = std::pair<std::string, std::string>;

constexpr size_t kMaxKey = 30;

constexpr std::array<std::string_view, 16> kKnownKeys = {
    "from",   "to",     "cc",       "date",         "subject", "title",      "author", "message-id",
    "sender", "memo",   "language", "release date", "re",      "reply-to",   "authors", "published"};

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= kMaxKey && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == ' ';
  });
}

/// False when `line` is neither a field nor the continuation of one.
bool add_line(const TextLine& line, size_t indent, std::vector<Field>& fields) {
  const size_t colon = line.text.find(':');
  const std::string_view key = line.text.substr(0, colon);
  const bool is_field = colon != std::string_view::npos && line.indent <= indent && is_key(key);
  if (is_field) {
    fields.emplace_back(ascii_lower(trim(key)), trim(line.text.substr(colon + 1)));
  } else if (!fields.empty() && line.indent > indent) {
    fields.back().second.append(" ").append(line.text);
  } else {
    return false;
  }
  return true;
}

/// "Ann Lee <ann@example.org>" -> "Ann Lee"; "ann@example.org (Ann Lee)" likewise.
std::string person(std::string_view value) {
  if (const size_t angle = value.find('<'); angle != std::string_view::npos && angle > 0) {
    value = trim(value.substr(0, angle));
  } else if (const size_t open = value.find('('); open != std::string_view::npos) {
    value = value.substr(open + 1, value.find(')', open) - open - 1);
  }
  if (value.size() > 1 && value.front() == '"' && value.back() == '"') {
    value = value.substr(1, value.size() - 2);
  }
  return collapse_white_space(value);
}

std::string date_or_as_written(const std::string& value) {
  const std::optional<FoundDate> date = find_date(value);
  return date ? date->iso : value;
}

void add_field(const Field& field, HeaderLines& header, MetadataBuilder& metadata) {
  const auto& [key, value] = field;
  if (key == "subject" || key == "title" || (key == "re" && header.title.empty())) {
    header.title = collapse_white_space(value);
  } else if (key == "from" || key == "author" || key == "authors") {
    for (const std::string& name : split_names(person(value))) metadata.add("author", name);
  } else if (key == "date" || key == "release date" || key == "published") {
    metadata.add("date", date_or_as_written(value));
  } else {
    metadata.add(key, value);
  }
}

bool is_known(const Field& field) {
  return std::find(kKnownKeys.begin(), kKnownKeys.end(), field.first) != kKnownKeys.end();
}

}  // namespace

std::optional<HeaderLines> parse_header_lines(const TextBlock& block) {
  std::vector<Field> fields;
  for (const TextLine& line : block.lines) {
    const bool envelope = &line == &block.lines.front() && line.text.starts_with("From ");
    if (!envelope && !add_line(line, block.lines.front().indent, fields)) return std::nullopt;
  }
  if (std::count_if(fields.begin(), fields.end(), is_known) < 2) return std::nullopt;
  HeaderLines header;
  MetadataBuilder metadata;
  for (const Field& field : fields) add_field(field, header, metadata);
  header.metadata = metadata.take();
  return header;
}

}  // namespace catchword
