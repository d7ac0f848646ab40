#include "search/answer.h"

namespace catchword {
namespace {

void write_marks(JsonWriter& json, const std::vector<Span>& marks) {
  json.open('[');
  for (const auto& [from, to] : marks) json.open('[').number(from).number(to).close(']');
  json.close(']');
}

void write_metadata(JsonWriter& json, std::span<const TextMetadata> metadata) {
  json.open('{');
  for (const TextMetadata& entry : metadata) json.key(entry.key).strings(entry.values);
  json.close('}');
}

// The document's address, and the passage's place in it.
std::string address_of(std::string_view url, const ResultPassage& passage) {
  std::string address(url);
  if (!passage.anchor.empty()) address.append("#").append(passage.anchor);
  return address;
}

void write_passage(JsonWriter& json, std::string_view url, const ResultPassage& passage) {
  json.open('{');
  json.key("heading").string(passage.heading.text);
  write_marks(json.key("headingMarks"), passage.heading.marks);
  json.key("url").string(address_of(url, passage));
  json.key("text").string(passage.snippet.text);
  write_marks(json.key("marks"), passage.snippet.marks);
  json.close('}');
}

std::string_view name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kUsage: return "usage";
    case ErrorKind::kInput: return "input";
    case ErrorKind::kOutput: return "output";
    case ErrorKind::kDamaged: return "damaged";
    case ErrorKind::kUnsupported: return "unsupported";
  }
  return "";
}

}  // namespace

void write_missing(JsonWriter& json, const Answer& answer) {
  json.key("missing").strings(answer.missing);
}

void write_counts(JsonWriter& json, const Answer& answer) {
  json.key("total").number(answer.total);
  json.key("exact").boolean(answer.exact);
  json.key("complete").number(answer.complete);
  json.key("unknown").strings(answer.unknown);
}

void write_result(JsonWriter& json, const SearchResult& result) {
  json.key("id").string(result.id);
  json.key("url").string(result.url);
  json.key("title").string(result.title.text);
  write_marks(json.key("titleMarks"), result.title.marks);
  json.key("score").number(result.score);
  json.key("partial").boolean(result.partial);
  write_metadata(json.key("meta"), result.metadata);
  json.key("passages").open('[');
  for (const ResultPassage& passage : result.passages) write_passage(json, result.url, passage);
  json.close(']');
  json.key("passageCount").number(result.passage_count);
}

std::string to_json(const Error& error) {
  JsonWriter json;
  json.open('{').key("error").open('{');
  json.key("kind").string(name_of(error.kind));
  json.key("message").string(error.message);
  json.key("where").string(error.where);
  json.key("remedy").string(error.remedy);
  json.close('}').close('}');
  return json.take();
}

}  // namespace catchword
