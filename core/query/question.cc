#include "query/question.h"

#include "query/evaluator.h"

namespace catchword {

Question::Question(BlockStore& store, const Request& request)
    : expression_(parse_expression(request.query, request.complete)) {
  read_unknown_keys_as_words(store, expression_);
  is_plain_ = is_plain(expression_);
  if (is_plain_) plain_ = parse_query(request.query, request.complete);
  speaks_plainly_ = is_plain_ && catchword::is_plain(request.query);
  text_ = to_query(expression_);
}

std::size_t Question::word_count() const {
  return is_plain_ ? plain_.word_count() : count_evidence(expression_);
}

void Question::tell(Search& search, FullAnswer& answer) const {
  if (!is_plain_) return evaluate(expression_, search, answer);
  for (const QueryWord& word : plain_.words) search.look_up(word);
  for (const QueryPhrase& phrase : plain_.phrases) search.look_up(phrase);
}

}  // namespace catchword
