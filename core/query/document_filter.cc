#include "query/document_filter.h"

#include <algorithm>
#include <utility>

#include "base/nearest_word.h"

namespace catchword {
namespace {

DocumentSet none_of(std::uint32_t documents) { return DocumentSet(documents); }

DocumentSet all_of(std::uint32_t documents) {
  DocumentSet all(documents);
  all.complement();
  return all;
}

/// Evaluates a tree of filters; the first fault ends it.
class FilterEvaluator {
 public:
  FilterEvaluator(Columns& columns, std::uint32_t documents) : columns_(columns), documents_(documents) {}

  Result<DocumentSet> evaluate(const Filter& filter) {
    switch (filter.kind) {
      case Filter::kAnd:
      case Filter::kOr:
      case Filter::kNot: return combined(filter);
      default: break;
    }
    const FilterKey* key = columns_.filter_key(filter.key);
    if (key != nullptr) return filter.kind == Filter::kRange ? in_range(*key, filter) : chosen(*key, filter);
    const Result<Column*> column = require_column(columns_, filter.key, true);  // for its error
    if (!column) return column.error();
    return none_of(documents_);
  }

 private:
  Result<DocumentSet> combined(const Filter& filter) {
    DocumentSet result = filter.kind == Filter::kAnd ? all_of(documents_) : none_of(documents_);
    for (const Filter& child : filter.children) {
      const Result<DocumentSet> found = evaluate(child);
      if (!found) return found.error();
      if (filter.kind == Filter::kAnd) {
        result &= *found;
      } else {
        result |= *found;
      }
    }
    if (filter.kind == Filter::kNot) result.complement();
    return result;
  }

  DocumentSet in_range(const FilterKey& key, const Filter& filter) {
    DocumentSet result = none_of(documents_);
    columns_.find(key, {bound(filter.values[0]), bound(filter.values[1])}, result);
    return result;
  }

  DocumentSet chosen(const FilterKey& key, const Filter& filter) {
    DocumentSet result = filter.kind == Filter::kAll ? all_of(documents_) : none_of(documents_);
    for (const std::string& value : filter.values) {
      DocumentSet found(documents_);
      columns_.find(key, value, found);
      if (filter.kind == Filter::kAll) {
        result &= found;
      } else {
        result |= found;
      }
    }
    if (filter.kind == Filter::kNone) result.complement();
    return result;
  }

  static std::optional<ValueBound> bound(const std::string& value) {
    return value.empty() ? std::nullopt : std::optional(ValueBound{value});
  }

  Columns& columns_;
  std::uint32_t documents_;
};

bool is_choice(const Filter& filter) {
  return filter.kind == Filter::kAny || filter.kind == Filter::kRange;
}

Error no_such_key(std::deque<Column>& columns, std::string_view key, bool filter) {
  std::vector<std::string_view> known;
  for (const Column& column : columns) {
    const bool serves = filter ? column.key().filter : column.key().sort;
    if (serves) known.push_back(column.key().name);
  }
  Error error{ErrorKind::kUsage, "", std::string(key), ""};
  error.message = filter ? "there is no such key to filter by" : "there is no such key to order by";
  error.remedy = known.empty() ? "The documents have no metadata for it"
                               : "Did you mean '" + std::string(nearest_word(key, known)) + "'?";
  return error;
}

}  // namespace

Result<Column*> require_column(Columns& columns, std::string_view key, bool filter) {
  Column* column = columns.find(key);
  const bool serves = column != nullptr && (filter ? column->key().filter : column->key().sort);
  std::deque<Column>* all = columns.all();
  if (serves || all == nullptr) return column;
  return no_such_key(*all, key, filter);
}

DocumentFilter::DocumentFilter(std::uint32_t documents) : documents_(all_of(documents)) {}

Result<DocumentFilter> DocumentFilter::evaluate(Columns& columns, const Filter& filter,
                                                std::uint32_t documents) {
  DocumentFilter evaluated(documents);
  if (const Status status = evaluated.add(columns, filter); !status) return status.error();
  return evaluated;
}

Status DocumentFilter::add(Columns& columns, const Filter& filter) {
  if (filter.kind == Filter::kAnd) {
    for (const Filter& child : filter.children) {
      if (const Status status = add(columns, child); !status) return status;
    }
    return {};
  }
  Result<DocumentSet> found = FilterEvaluator(columns, documents_.universe()).evaluate(filter);
  if (!found) return found.error();
  documents_ &= *found;
  conditions_.push_back({is_choice(filter) ? filter.key : std::string(), std::move(*found)});
  return {};
}

DocumentSet DocumentFilter::without_choice(std::string_view key) const {
  DocumentSet documents = all_of(documents_.universe());
  for (const Condition& condition : conditions_) {
    if (condition.choice != key || key.empty()) documents &= condition.documents;
  }
  return documents;
}

}  // namespace catchword
