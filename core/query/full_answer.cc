#include "query/full_answer.h"

#include <array>

#include "query/explanation.h"

namespace catchword {
namespace {

void write_correction(JsonWriter& json, const Correction& correction, bool applied) {
  constexpr std::array<std::string_view, 3> kKinds{"spelling", "split", "join"};
  json.open('{');
  json.key("from").string(correction.from);
  json.key("to").string(correction.to);
  json.key("kind").string(kKinds[correction.kind]);
  json.key("applied").boolean(applied);
  json.close('}');
}

void write_interpretation(JsonWriter& json, const FullAnswer& answer) {
  json.open('{').key("text").string(answer.interpretation);
  json.key("corrections").open('[');
  for (const Correction& correction : answer.corrections) write_correction(json, correction, true);
  for (std::size_t i = 0; i + 1 < answer.proposals.size(); i += 2) {
    write_correction(json, {answer.proposals[i], answer.proposals[i + 1], Correction::kSpelling}, false);
  }
  json.close(']');
  if (answer.relaxed) json.key("relaxed").boolean(true);
  if (!answer.words.empty()) json.key("words").string(answer.words);
  json.close('}');
}

void write_results(JsonWriter& json, const FullAnswer& answer) {
  json.open('[');
  for (std::size_t i = 0; i < answer.results.size(); ++i) {
    json.open('{');
    write_result(json, answer.results[i]);
    if (!answer.explanations.empty()) write_explanation(json.key("explanation"), answer.explanations[i]);
    json.close('}');
  }
  json.close(']');
}

void write_value(JsonWriter& json, const FacetValue& value) {
  json.open('{');
  json.key("value").string(value.value);
  json.key("count").number(value.count);
  json.close('}');
}

void write_bucket(JsonWriter& json, const FacetBucket& bucket) {
  json.open('{');
  json.key("from").string(bucket.from);
  json.key("to").string(bucket.to);
  json.key("count").number(bucket.count);
  json.close('}');
}

void write_facet(JsonWriter& json, const Facet& facet) {
  json.open('{').key("type").string(name_of(facet.type));
  if (is_ordered(facet.type)) {
    json.key("buckets").open('[');
    for (const FacetBucket& bucket : facet.buckets) write_bucket(json, bucket);
    json.close(']');
  } else {
    json.key("values").open('[');
    for (const FacetValue& value : facet.values) write_value(json, value);
    json.close(']').key("more").number(facet.more);
  }
  json.key("missing").number(facet.missing).close('}');
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
    if (answer.has_facets) {
      json.key("facets").open('{');
      for (const Facet& facet : answer.facets) write_facet(json.key(facet.key), facet);
      json.close('}');
    }
  }
  json.close('}');
  return json.take();
}

}  // namespace catchword
