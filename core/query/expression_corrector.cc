#include "query/expression_corrector.h"

#include <algorithm>
#include <utility>

#include "query/leaf.h"

namespace catchword {
namespace {

// Whether the words of `list` stand side by side, so that two of them may be meant as one.
bool are_neighbours(const Expression& list) { return list.kind == Expression::kAll && !list.required; }

// The words of a run of leaves, as if they had been typed by themselves.
Query query_of(const std::vector<Expression>& leaves) {
  Query query;
  for (const Expression& leaf : leaves) {
    query.text += (query.text.empty() ? "" : " ") + leaf.text;
    query.words.push_back(leaf.word);
  }
  return query;
}

// Gives each leaf what `query` knows of its word.
void take_words(const Query& query, std::vector<Expression>& leaves) {
  for (Expression& leaf : leaves) {
    const auto word = std::find_if(query.words.begin(), query.words.end(), [&](const QueryWord& other) {
      return other.form == leaf.word.form;
    });
    if (word != query.words.end()) leaf.word = *word;
  }
}

// `query` as leaves under `key`.
std::vector<Expression> leaves_of(const Query& query, const std::string& key) {
  Expression group = read_words(query.text);
  std::vector<Expression> leaves = std::move(group.children);
  if (group.is_leaf()) leaves.push_back(std::move(group));
  for (Expression& leaf : leaves) leaf.key = key;
  take_words(query, leaves);
  return leaves;
}

// Several words where one stood.
std::vector<Expression> together(std::vector<Expression> leaves) {
  if (leaves.size() == 1) return leaves;
  Expression group;
  group.required = true;
  group.children = std::move(leaves);
  return {std::move(group)};
}

}  // namespace

bool ExpressionCorrector::correct_phrase(Expression& phrase) {
  corrector_.propose(parse_query(phrase.typed, true).words);
  Query query = parse_query(phrase.text, true);
  const std::string typed = query.text;
  corrector_.correct(query);
  if (query.text == typed) return false;
  Expression corrected = read_phrase(query.text);
  corrected.key = phrase.key;
  phrase = std::move(corrected);
  return true;
}

bool ExpressionCorrector::correct_phrases(Expression& expression) {
  if (expression.kind == Expression::kPhrase) return correct_phrase(expression);
  bool corrected = false;
  if (expression.kind == Expression::kNot) return corrected;
  for (Expression& child : expression.children) corrected = correct_phrases(child) || corrected;
  return corrected;
}

void ExpressionCorrector::correct_run(std::vector<Expression>& words) {
  Query query = query_of(words);
  const std::string typed = query.text;
  corrector_.correct_words(query);
  if (query.text == typed) return take_words(query, words);
  words = leaves_of(query, words[0].key);
}

void ExpressionCorrector::correct_words(Expression& expression) {
  if (expression.kind == Expression::kNot) return;
  std::vector<Expression> children;
  for (std::size_t i = 0; i < expression.children.size();) {
    std::vector<Expression> run;
    const bool joins = are_neighbours(expression);
    for (; i < expression.children.size() && (run.empty() || joins); ++i) {
      Expression& child = expression.children[i];
      if (child.kind != Expression::kWord || (!run.empty() && run[0].key != child.key)) break;
      corrector_.propose(child.chain);
      run.push_back(std::move(child));
    }
    if (run.empty()) {
      correct_words(expression.children[i]);
      children.push_back(std::move(expression.children[i++]));
      continue;
    }
    correct_run(run);
    if (!joins) run = together(std::move(run));
    children.insert(children.end(), std::make_move_iterator(run.begin()), std::make_move_iterator(run.end()));
  }
  expression.children = std::move(children);
  require_places(expression);
}

}  // namespace catchword
