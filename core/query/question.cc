#include "query/question.h"

#include <algorithm>

#include "query/evaluator.h"
#include "query/keys.h"
#include "query/relaxation.h"

namespace catchword {
namespace {

bool asks_values(const Expression& expression) {
  return expression.kind == Expression::kValue || expression.kind == Expression::kRange ||
         std::any_of(expression.children.begin(), expression.children.end(), asks_values);
}

}  // namespace

Question::Question(BlockStore& store, Columns& columns, const Request& request)
    : expression_(parse_expression(request.query, request.complete)) {
  read_keys(store, columns, expression_);
  selects_ = asks_values(expression_);
  is_plain_ = is_plain(expression_);
  if (is_plain_) plain_ = parse_query(request.query, request.complete);
  speaks_plainly_ = is_plain_ && catchword::is_plain(request.query);
  text_ = to_query(expression_);
}

std::size_t Question::word_count() const {
  return is_plain_ ? plain_.words.size() : count_evidence(expression_);
}

bool Question::tell(Columns& columns, Search& search, FullAnswer& answer) const {
  if (!is_plain_) return evaluate(expression_, columns, search, answer);
  for (const QueryWord& word : plain_.words) search.look_up(word);
  for (const QueryPhrase& phrase : plain_.phrases) search.look_up(phrase);
  return finds_documents(search);
}

bool Question::relax() {
  if (!catchword::relax(expression_)) return false;
  is_plain_ = speaks_plainly_ = false;
  text_ = to_query(expression_);
  return true;
}

}  // namespace catchword
