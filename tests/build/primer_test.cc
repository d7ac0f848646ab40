// The primer: made of what many samples have in common, and the same after an edit of one.
#include "build/primer.h"

#include <vector>

#include "support/property.h"

namespace catchword::test {
namespace {

Bytes bytes_of(const std::string& text) { return {text.begin(), text.end()}; }

// What they have in common is the sentence in the midst of them.
std::vector<Bytes> samples(int count) {
  std::vector<Bytes> samples;
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (int n = 0; n < 40; ++n) text += std::to_string((i + 7) * (n + 13) * 2654435761u) + " ";
    text += "Retrieved from the archive of the museum of lamps and their wicks ";
    for (int n = 0; n < 40; ++n) text += std::to_string((i + 3) * (n + 31) * 2246822519u) + " ";
    samples.push_back(bytes_of(text));
  }
  return samples;
}

}  // namespace

TEST_CASE("what many samples have is in the primer, what one has is not") {
  const std::string primer = choose_primer(samples(20), 100);
  CHECK(primer.find("archive of the museum") != std::string::npos);
  CHECK(choose_primer(samples(1), 100).empty());
  CHECK(choose_primer({}, 100).empty());
}

TEST_CASE("a primer is never longer than it may be") {
  check_property([] {
    const auto samples = *rc::gen::container<std::vector<Bytes>>(
        rc::gen::container<Bytes>(rc::gen::elementOf(bytes_of("ab "))));
    const auto most = *rc::gen::inRange<std::size_t>(0, 300);
    RC_ASSERT(choose_primer(samples, most).size() <= most);
  });
}

TEST_CASE("a sentence more in one sample leaves the primer as it was") {
  const std::string before = choose_primer(samples(40), 200);
  for (const std::size_t edited : {0u, 13u, 39u}) {
    std::vector<Bytes> after = samples(40);
    const Bytes sentence = bytes_of("Something new of the lamps is said here. ");
    after[edited].insert(after[edited].begin(), sentence.begin(), sentence.end());
    CHECK(choose_primer(after, 200) == before);
  }
}

}  // namespace catchword::test
