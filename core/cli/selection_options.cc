#include "cli/selection_options.h"

#include <algorithm>
#include <string_view>

namespace catchword {
namespace {

Filter parse_filter(std::string_view typed) {
  const std::size_t sign = typed.find('=');
  Filter filter;
  const bool none = sign > 0 && typed[sign - 1] == '!';
  filter.key = typed.substr(0, sign - (none ? 1 : 0));
  const std::string_view value = typed.substr(sign + 1);
  const std::size_t dots = value.find("..");
  filter.kind = none ? Filter::kNone : dots == std::string_view::npos ? Filter::kAny : Filter::kRange;
  if (filter.kind != Filter::kRange) {
    filter.values = {std::string(value)};
  } else {
    filter.values = {std::string(value.substr(0, dots)), std::string(value.substr(dots + 2))};
  }
  return filter;
}

// A choice of one more value among those of the same key.
bool joins(const Filter& filter, const Filter& other) {
  return filter.kind == other.kind && filter.key == other.key && filter.kind != Filter::kRange;
}

SortKey parse_order(std::string_view typed) {
  const bool descending = typed.starts_with('-');
  return {std::string(typed.substr(descending ? 1 : 0)), descending};
}

std::string check_filter(const std::string& typed) {
  const std::size_t sign = typed.find('=');
  const bool right = sign != std::string::npos && sign > (typed.find('!') + 1 == sign ? 1u : 0u);
  return right ? "" : "'" + typed + "' is no filter: write key=value, key!=value or key=from..to";
}

}  // namespace

void add_selection_options(CLI::App& command, SelectionOptions& options) {
  command
      .add_option("--filter", options.filters,
                  "only documents with key=value, without it (key!=value), or in a range (key=from..to)")
      ->check(CLI::Validator(check_filter, "KEY=VALUE"))
      ->allow_extra_args(false);
  command.add_option("--sort", options.order, "order by a key, the greatest first for -key; then by the next")
      ->allow_extra_args(false);
  command.add_option("--facet", options.facets, "count the values of a key")->allow_extra_args(false);
  command.add_flag("--facets", options.all_facets, "count the values of every key that may be filtered by");
}

Options options_of(const SelectionOptions& selection) {
  Options options;
  for (const std::string& typed : selection.filters) {
    Filter filter = parse_filter(typed);
    std::vector<Filter>& all = options.filter.children;
    const auto same = std::find_if(all.begin(), all.end(),
                                   [&](const Filter& other) { return joins(filter, other); });
    if (same == all.end()) {
      all.push_back(std::move(filter));
    } else {
      same->values.push_back(filter.values[0]);
    }
  }
  for (const std::string& typed : selection.order) options.order.push_back(parse_order(typed));
  for (const std::string& key : selection.facets) {
    options.facets.push_back({key, 0, FacetRequest::kNoInterval});
  }
  options.all_facets = selection.all_facets;
  return options;
}

}  // namespace catchword
