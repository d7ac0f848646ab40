#include "query/description.h"

#include <algorithm>
#include <string_view>

#include "base/json_writer.h"

namespace catchword {
namespace {

void write_key(JsonWriter& json, const ColumnKey& key) {
  json.open('{');
  json.key("key").string(key.name);
  json.key("type").string(name_of(key.type));
  json.key("facet").boolean(key.filter);
  json.key("sort").boolean(key.sort);
  if (!key.least.empty()) {
    json.key("min").string(key.least);
    json.key("max").string(key.greatest);
  }
  json.close('}');
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace

ContentDescription describe(const Root& root, Columns& columns) {
  ContentDescription description;
  description.documents = root.document_count;
  description.languages = split_words(root.languages);
  if (std::deque<Column>* all = columns.all(); all != nullptr) {
    for (const Column& column : *all) description.keys.push_back(column.key());
  }
  return description;
}

std::string to_json(const ContentDescription& description) {
  JsonWriter json;
  json.open('{');
  if (!description.missing.empty()) {
    json.key("missing").strings(description.missing);
  } else {
    json.key("documents").number(description.documents);
    json.key("languages").strings(description.languages);
    json.key("keys").open('[');
    for (const ColumnKey& key : description.keys) write_key(json, key);
    json.close(']');
  }
  json.close('}');
  return json.take();
}

}  // namespace catchword
