#include "query/full_answer.h"

#include <array>

namespace catchword {
namespace {

void write_correction(JsonWriter& json, const Correction& correction) {
  constexpr std::array<std::string_view, 3> kKinds{"spelling", "split", "join"};
  json.open('{');
  json.key("from").string(correction.from);
  json.key("to").string(correction.to);
  json.key("kind").string(kKinds[correction.kind]);
  json.key("applied").boolean(correction.applied);
  json.close('}');
}

void write_interpretation(JsonWriter& json, const FullAnswer& answer) {
  json.open('{').key("text").string(answer.interpretation);
  json.key("corrections").open('[');
  for (const Correction& correction : answer.corrections) write_correction(json, correction);
  json.close(']').close('}');
}

void write_results(JsonWriter& json, const FullAnswer& answer) {
  json.open('[');
  for (const SearchResult& result : answer.results) {
    json.open('{');
    write_result(json, result);
    json.close('}');
  }
  json.close(']');
}

}  // namespace

std::string to_json(const FullAnswer& answer) {
  JsonWriter json;
  json.open('{');
  if (!answer.missing.empty()) {
    write_missing(json, answer);
  } else {
    write_counts(json, answer);
    write_interpretation(json.key("interpretation"), answer);
    write_results(json.key("results"), answer);
  }
  json.close('}');
  return json.take();
}

}  // namespace catchword
