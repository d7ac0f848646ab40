#include "query/keys.h"

#include <algorithm>
#include <utility>

#include "query/leaf.h"
#include "query/leaf_match.h"

namespace catchword {
namespace {

// The key that readers may narrow by and type as this one; null where there is none.
const FilterKey* filter_key_of(const Columns& columns, std::string_view key) {
  const std::vector<FilterKey>& keys = columns.filter_keys();
  const auto found = std::find_if(keys.begin(), keys.end(), [key](const FilterKey& own) { return key_of(own.name) == key; });
  return found == keys.end() ? nullptr : &*found;
}

bool begins_as_number(std::string_view typed) {
  constexpr std::string_view kFirst = "0123456789-.";
  return !typed.empty() && kFirst.find(typed[0]) != kFirst.npos;
}

// Whether `bound` can be a value of numbers or dates, or is an open end.
bool can_bound(std::string_view bound) { return bound.empty() || begins_as_number(bound); }

Expression as_value(const Expression& keyed) {
  Expression value;
  value.kind = Expression::kValue;
  value.key = keyed.key;
  value.from = keyed.typed;
  value.text = keyed.kind == Expression::kPhrase ? '"' + keyed.typed + '"' : keyed.typed;
  return value;
}

void clear_key(Expression& expression) {
  expression.key.clear();
  if (!expression.typed.empty()) expression.required = false;  // it was by the key alone
  for (Expression& child : expression.children) clear_key(child);
}

// The words of the key, and what stood behind the colon without it.
Expression as_words(const Expression& keyed) {
  Expression group = read_leaf(keyed.key, false);
  if (group.is_leaf()) {
    Expression word = std::move(group);
    group = {};
    group.children.push_back(std::move(word));
  }
  Expression rest = keyed;
  clear_key(rest);
  rest.required = false;
  if (rest.is_leaf()) {
    group.children.push_back(std::move(rest));
  } else {
    for (Expression& child : rest.children) group.children.push_back(std::move(child));
  }
  return group;
}

// Whether documents have the key of `keyed`; it becomes a condition on values where these are meant.
bool read_key(BlockStore& store, Columns& columns, Expression& keyed) {
  if (fields_of_key(keyed.key) != 0) return true;
  const bool has_words = has_key(store, keyed.key);
  Expression range;
  const bool is_range = read_range(keyed.typed, range);
  if (has_words && !is_range && !begins_as_number(keyed.typed)) return true;  // the columns needn't be asked
  const FilterKey* key = filter_key_of(columns, keyed.key);
  if (key == nullptr) return has_words;
  const bool ordered = is_ordered(key->type);
  if (is_range) {
    if (ordered && !(can_bound(range.from) && can_bound(range.to))) return has_words;
    range.key = keyed.key;
    keyed = std::move(range);
  } else if (!keyed.typed.empty() && (ordered || !has_words)) {
    if (ordered && !can_bound(keyed.typed)) return false;
    keyed = as_value(keyed);
  }
  return true;
}

// Appends `part` to the `parts` of `whole`.
void append(const Expression& whole, std::vector<Expression>& parts, Expression&& part) {
  const bool beside = whole.kind == Expression::kAll && !whole.required;
  if (beside) {
    append_part(parts, std::move(part));
  } else {
    parts.push_back(std::move(part));
  }
}

}  // namespace

void read_keys(BlockStore& store, Columns& columns, Expression& expression) {
  std::vector<Expression> children;
  for (Expression& child : expression.children) {
    if (!child.key.empty() && !read_key(store, columns, child)) child = as_words(child);
    read_keys(store, columns, child);
    const bool flows = expression.kind == Expression::kAll && child.kind == Expression::kAll &&
                       (expression.required || !child.required);
    if (!flows) {
      append(expression, children, std::move(child));
    } else {
      for (Expression& inner : child.children) append(expression, children, std::move(inner));
    }
  }
  expression.children = std::move(children);
  require_places(expression);
}

DocumentList documents_with(Columns& columns, const Expression& condition, std::uint32_t documents) {
  DocumentSet found(documents);
  const FilterKey* key = filter_key_of(columns, condition.key);
  if (key != nullptr && condition.kind == Expression::kValue) {
    columns.find(*key, condition.from, found);
  } else if (key != nullptr) {
    const auto bound = [&](const std::string& end) {
      return end.empty() ? std::nullopt : std::optional(ValueBound{end, condition.distance == 0});
    };
    columns.find(*key, {bound(condition.from), bound(condition.to)}, found);
  }
  DocumentList list;
  found.for_each(0, documents, [&](DocId document) { list.push_back(document); });
  return list;
}

}  // namespace catchword
