// An expression as a query.

#include "base/decimal.h"
#include "query/expression.h"

namespace catchword {
namespace {

// How tightly an expression holds together; what stands in a tighter one needs parentheses.
enum class Tightness { kSpace, kOr, kAnd, kNear, kUnary, kTight };

Tightness tightness_of(const Expression& expression) {
  switch (expression.kind) {
    case Expression::kAll: return expression.required ? Tightness::kAnd : Tightness::kSpace;
    case Expression::kSome: return Tightness::kOr;
    case Expression::kNear: return Tightness::kNear;
    case Expression::kNot: return Tightness::kUnary;
    default: return Tightness::kTight;
  }
}

bool is_operator(std::string_view word) {
  return word == "OR" || word == "AND" || word == "NOT" || word == "NEAR";
}

std::string leaf_text(const Expression& leaf) {
  switch (leaf.kind) {
    case Expression::kPhrase: return '"' + leaf.text + '"';
    case Expression::kExact: return '=' + leaf.text;
    case Expression::kFuzzy: return leaf.text + (leaf.distance == 1 ? "~" : "~2");
    default: return is_operator(leaf.text) ? leaf.word.form : leaf.text;
  }
}

// "-v" is a word.
bool is_option(const Expression& leaf) { return is_word(leaf) && leaf.key.empty() && leaf_text(leaf).size() == 1; }

std::string near_joint(std::uint32_t distance) {
  std::string joint = " NEAR/";
  append_decimal(joint, distance);
  return joint.append(" ");
}

void write(const Expression& expression, Tightness around, std::string& out);

void write_list(const Expression& list, std::string_view joint, Tightness around, std::string& out) {
  for (const Expression& child : list.children) {
    if (&child != &list.children.front()) out.append(joint);
    write(child, around, out);
  }
}

void write_not(const Expression& left_out, std::string& out) {
  const bool apart = is_option(left_out);
  out.append(apart ? "-(" : "-");
  write(left_out, Tightness::kTight, out);
  if (apart) out.push_back(')');
}

void write_inner(const Expression& expression, std::string& out) {
  switch (expression.kind) {
    case Expression::kAll:
      return expression.required ? write_list(expression, " AND ", Tightness::kNear, out)
                                 : write_list(expression, " ", Tightness::kOr, out);
    case Expression::kSome: return write_list(expression, " OR ", Tightness::kAnd, out);
    case Expression::kNear: return write_list(expression, near_joint(expression.distance), Tightness::kUnary, out);
    case Expression::kNot: return write_not(expression.children[0], out);
    default: break;
  }
  if (!expression.key.empty()) out.append(expression.key).append(":");
  out.append(leaf_text(expression));
}

void write(const Expression& expression, Tightness around, std::string& out) {
  const bool apart = tightness_of(expression) < around;
  if (apart) out.push_back('(');
  write_inner(expression, out);
  if (apart) out.push_back(')');
}

}  // namespace

std::string to_query(const Expression& expression) {
  std::string text;
  write(expression, Tightness::kSpace, text);
  return text;
}

}  // namespace catchword
