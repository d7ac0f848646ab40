// A set of documents against std::set.
#include "index/document_set.h"

#include <set>

#include "support/property.h"

namespace catchword::test {
namespace {

DocumentSet from(const std::set<DocId>& documents, std::uint32_t universe) {
  DocumentSet set(universe);
  for (const DocId document : documents) set.insert(document);
  return set;
}

}  // namespace

TEST_CASE("a set of documents does what a set does") {
  check_property(
      [] {
        const std::uint32_t universe = *rc::gen::inRange(1u, 300u);
        const auto some = rc::gen::container<std::set<DocId>>(rc::gen::inRange(0u, universe));
        const std::set<DocId> a = *some;
        const std::set<DocId> b = *some;
        const DocumentSet in_a = from(a, universe);
        const DocumentSet in_b = from(b, universe);
        DocumentSet both = in_a;
        both &= in_b;
        DocumentSet either = in_a;
        either |= in_b;
        DocumentSet other = in_a;
        other.complement();
        for (DocId document = 0; document < universe; ++document) {
          const bool has_a = a.count(document) != 0;
          const bool has_b = b.count(document) != 0;
          RC_ASSERT(in_a.contains(document) == has_a);
          RC_ASSERT(both.contains(document) == (has_a && has_b));
          RC_ASSERT(either.contains(document) == (has_a || has_b));
          RC_ASSERT(other.contains(document) == !has_a);
        }
        RC_ASSERT(in_a.count() == a.size());
        RC_ASSERT(other.count() == universe - a.size());
      },
      200);
}

TEST_CASE("documents are walked in order, within the ends that are asked for") {
  check_property(
      [] {
        const std::uint32_t universe = *rc::gen::inRange(1u, 300u);
        const auto documents = *rc::gen::container<std::set<DocId>>(rc::gen::inRange(0u, universe));
        const DocId begin = *rc::gen::inRange(0u, 310u);
        const DocId end = *rc::gen::inRange(0u, 310u);
        std::vector<DocId> walked;
        from(documents, universe).for_each(begin, end, [&](DocId id) { walked.push_back(id); });
        std::vector<DocId> wanted;
        for (const DocId id : documents) {
          if (id >= begin && id < end) wanted.push_back(id);
        }
        RC_ASSERT(walked == wanted);
      },
      200);
}

}  // namespace catchword::test
