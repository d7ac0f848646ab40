#include "query/question.h"

#include <algorithm>

#include "query/evaluator.h"
#include "query/expression_corrector.h"
#include "query/keys.h"
#include "query/leaf_match.h"
#include "query/phrase.h"
#include "query/relaxation.h"
#include "spelling/unknown_forms.h"

namespace catchword {
namespace {

bool asks_values(const Expression& expression) {
  return expression.kind == Expression::kValue || expression.kind == Expression::kRange ||
         std::any_of(expression.children.begin(), expression.children.end(), asks_values);
}

// Words that may stand in other forms. Under a metadata key there are no stems.
void collect_words(Expression& expression, std::vector<QueryWord*>& words) {
  const bool has_stems = expression.key.empty() || fields_of_key(expression.key) != 0;
  if (expression.kind == Expression::kWord && has_stems) words.push_back(&expression.word);
  for (Expression& child : expression.children) collect_words(child, words);
}

// A word, or several without a space between them.
bool is_plain_word(const Expression& expression) {
  if (expression.kind == Expression::kWord) return expression.key.empty();
  return expression.kind == Expression::kAll && !expression.typed.empty() &&
         std::all_of(expression.children.begin(), expression.children.end(), is_plain_word);
}

// Where a word is to be left out and there is nothing to leave it out of, it is an option's name: -fno-inline.
void read_exclusion_alone(Expression& query) {
  const bool is_alone = query.children.size() == 1 && query.children[0].kind == Expression::kNot;
  if (!is_alone || !is_plain_word(query.children[0].children[0])) return;
  Expression left_out = std::move(query.children[0].children[0]);
  query.children.clear();
  if (left_out.kind == Expression::kWord) return query.children.push_back(std::move(left_out));
  for (Expression& word : left_out.children) append_part(query.children, std::move(word));
}

// Whether `text`, words and phrases, would be understood so, should somebody type it.
bool says_words(std::string text) {
  std::replace(text.begin(), text.end(), '"', ' ');
  return is_plain(text);
}

bool is_unfinished(const Query& query) {
  return std::any_of(query.words.begin(), query.words.end(),
                     [](const QueryWord& word) { return word.prefix == Prefix::kUnfinished; });
}

}  // namespace

Question::Question(const Sources& sources, const Request& request, bool lists)
    : sources_(sources), expression_(parse_expression(request.query, request.complete)) {
  if (!lists) read_exclusion_alone(expression_);
  read_keys(sources.words, sources.columns, expression_);
  selects_ = asks_values(expression_);
  is_plain_ = is_plain(expression_);
  if (is_plain_) plain_ = parse_query(request.query, request.complete);
  text_ = to_query(expression_);
  speaks_plainly_ = is_plain_ && (catchword::is_plain(request.query) || says_words(plain_.text));
}

std::size_t Question::word_count() const {
  return is_plain_ ? plain_.word_count() : count_evidence(expression_);
}

std::vector<std::string> Question::find_stems(std::string_view language) {
  std::vector<QueryWord*> words;
  for (QueryWord& word : plain_.words) words.push_back(&word);
  collect_words(expression_, words);
  return catchword::find_stems(sources_.words, language, words);
}

void Question::correct(CorrectedAnswer& answer) {
  Corrector corrector(sources_.spelling, sources_.words, answer);
  ExpressionCorrector among(corrector);
  const bool has_mended_phrases = among.correct_phrases(expression_);
  if (is_plain_ && !has_mended_phrases) {
    corrector.correct(plain_);
    if (answer.corrections.empty()) return;
    expression_ = parse_expression(plain_.text, !is_unfinished(plain_));
    text_ = to_query(expression_);
    return;
  }
  among.correct_words(expression_);
  leave_plain();
}

std::optional<Question> Question::relaxed() const {
  Question words = *this;
  if (!relax(words.expression_)) return std::nullopt;
  words.leave_plain();
  return words;
}

void Question::leave_plain() {
  is_plain_ = speaks_plainly_ = false;
  text_ = to_query(expression_);
}

bool Question::tell(Search& search, FullAnswer& answer) {
  marks_ = {};
  if (!is_plain_) return evaluate(expression_, sources_, search, marks_, answer);
  for (const QueryWord& word : plain_.words) search.look_up(word);
  for (const QueryPhrase& phrase : plain_.phrases) {
    const auto words = add_words(search, marks_, phrase, Search::kEvidence);
    search.require(find_phrase(sources_.positions, phrase, words));
  }
  return search.scorer().has_hits();
}

}  // namespace catchword
