// The vectors and strings of the modules, compiled beside the standard library's: they hold what those hold.
#include <algorithm>
#include <cstring>
#include <iosfwd>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "support/property.h"

namespace lean {

using namespace std;

template <class T, class Allocator = allocator<T>>
class vector;
template <class Character, class Traits = char_traits<Character>, class Allocator = allocator<Character>>
class basic_string;
using string = basic_string<char>;

}  // namespace lean

#define _LIBCPP_BEGIN_NAMESPACE_STD namespace lean {
#define _LIBCPP_END_NAMESPACE_STD }
// clang-format off: <string> includes the <vector> of the compiler it is compiled by
#include "wasm/std/vector"
#include "wasm/std/string"
// clang-format on
#undef _LIBCPP_BEGIN_NAMESPACE_STD
#undef _LIBCPP_END_NAMESPACE_STD

namespace catchword::test {
namespace {

// A number that has memory of its own, so that one that is lost, or given back twice, is seen by a sanitizer.
class Boxed {
 public:
  Boxed(int value = 0) : value_(std::make_unique<int>(value)) {}
  Boxed(const Boxed& other) : Boxed(other.value()) {}
  Boxed(Boxed&&) noexcept = default;
  Boxed& operator=(const Boxed& other) { return *this = Boxed(other); }
  Boxed& operator=(Boxed&&) noexcept = default;

  [[nodiscard]] int value() const { return *value_; }
  friend bool operator==(const Boxed& a, const Boxed& b) { return a.value() == b.value(); }

 private:
  std::unique_ptr<int> value_;
};

enum Step {
  kPush, kPop, kClear, kResize, kFill, kAssign, kInsert, kInsertMany, kErase, kEraseMany, kEraseIf, kCopy, kMove, kSwap,
  kSteps,
};

template <class Vector>
void take_step(Vector& vector, int step, std::size_t number) {
  using Element = typename Vector::value_type;
  const std::size_t at = number % (vector.size() + 1);
  const auto place = vector.begin() + static_cast<std::ptrdiff_t>(at);
  const int value = static_cast<int>(number);
  const std::vector<Element> many(number % 5, Element(value));
  switch (step) {
    case kPush: return vector.push_back(at < vector.size() ? Element(vector[at]) : Element(value));
    case kPop: return vector.empty() ? void() : vector.pop_back();
    case kClear: return vector.clear();
    case kResize: return vector.resize(number);
    case kFill: return vector.resize(number, Element(value));
    case kAssign: return vector.assign(many.data(), many.data() + many.size());
    case kInsert: vector.insert(place, Element(value)); return;
    case kInsertMany: vector.insert(place, many.begin(), many.end()); return;
    case kErase: return at < vector.size() ? void(vector.erase(place)) : void();
    case kEraseMany: vector.erase(place, vector.end()); return;
    case kEraseIf: erase_if(vector, [&](const Element& element) { return element == Element(value); }); return;
    case kCopy: vector = Vector(vector); return;
    case kMove: vector = Vector(many.data(), many.data() + many.size()); return;
    default: break;
  }
  Vector other(number, Element(value));
  vector.swap(other);
}

template <class Element>
void check_vectors() {
  check_property([] {
    const auto steps = *rc::gen::container<std::vector<std::pair<int, std::size_t>>>(
        rc::gen::pair(rc::gen::inRange<int>(0, kSteps), rc::gen::inRange<std::size_t>(0, 40)));
    lean::vector<Element> lean;
    std::vector<Element> plain;
    for (const auto& [step, number] : steps) {
      take_step(lean, step, number);
      take_step(plain, step, number);
      RC_ASSERT(std::equal(lean.begin(), lean.end(), plain.begin(), plain.end()));
      RC_ASSERT(lean == lean::vector<Element>(plain.begin(), plain.end()));
    }
  });
}

template <class String>
String edited(std::string_view text, std::string_view other, std::size_t at) {
  String edited(text);
  edited.replace(at, 2, other);
  edited += other;
  edited.push_back(edited[0]);
  edited.erase(at, 3);
  edited.resize(edited.size() + 2, '-');
  return '<' + edited + ("," + String(other)) + "|" + edited.substr(at, 4) + '>';
}

}  // namespace

TEST_CASE("the modules' vectors hold what vectors hold") {
  check_vectors<int>();
  check_vectors<Boxed>();
}

TEST_CASE("the modules' strings hold what strings hold, and compare alike") {
  check_property([] {
    const auto text = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'd')));
    const auto other = *rc::gen::container<std::string>(rc::gen::inRange('a', 'd'));
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    RC_ASSERT(std::string_view(edited<lean::string>(text, other, at)) == edited<std::string>(text, other, at));
    const lean::string a(text);
    const lean::string b(other);
    RC_ASSERT((a == b) == (text == other));
    RC_ASSERT((a < b) == (text < other));
    RC_ASSERT((a <= b) == (text <= other));
    RC_ASSERT(a.find(std::string_view(b), at) == text.find(other, at));
    RC_ASSERT(a.starts_with(std::string_view(b)) == text.starts_with(other));
    RC_ASSERT(a.find_first_of("c") == text.find_first_of("c"));
  });
}

}  // namespace catchword::test
