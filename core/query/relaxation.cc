#include "query/relaxation.h"

#include "query/evaluator.h"
#include "query/leaf.h"

namespace catchword {
namespace {

class Relaxation {
 public:
  // Takes what stands at the top, or in a group of which all must hold.
  void add(Expression&& part) {
    if (!asks_words(part)) return parts_.push_back(std::move(part));
    if (part.kind != Expression::kAll) return add_words(std::move(part));
    changed_ = changed_ || part.required;
    for (Expression& child : part.children) add(std::move(child));
  }

  bool finish(Expression& expression) {
    expression.children = std::move(parts_);
    return changed_;
  }

 private:
  void add_words(Expression&& part) {
    if (!is_word(part)) changed_ = true;
    if (part.kind == Expression::kPhrase) return add_words(read_words(part.text));
    if (part.kind == Expression::kNot) return;
    for (Expression& child : part.children) add_words(std::move(child));
    if (!is_word(part)) return;
    changed_ = changed_ || !part.key.empty() || part.required;
    part.key.clear();
    part.required = false;
    append_part(parts_, std::move(part));
  }

  std::vector<Expression> parts_;
  bool changed_ = false;
};

}  // namespace

bool relax(Expression& expression) {
  Relaxation relaxation;
  for (Expression& part : expression.children) relaxation.add(std::move(part));
  return relaxation.finish(expression);
}

}  // namespace catchword
