// The blocks of columns: names, lists and chunks come back, any other bytes are an error or sound, and
// a chunk takes about what its entropy is.
#include <cmath>
#include <map>
#include <set>

#include "index/column_chunk.h"
#include "index/column_value.h"
#include "index/value_lists.h"
#include "index/value_names.h"
#include "support/garbage.h"
#include "support/property.h"

namespace catchword::test {
namespace {

constexpr std::string_view kName = "columns/abcdefgh.bin";

template <class T>
std::vector<T> as_vector(const std::set<T>& set) {
  return {set.begin(), set.end()};
}

ColumnChunk arbitrary_chunk(std::uint32_t values) {
  ColumnChunk chunk;
  const auto own = rc::gen::container<std::set<ValueOrdinal>>(rc::gen::inRange(0u, values));
  const auto documents = *rc::gen::container<std::vector<std::set<ValueOrdinal>>>(
      rc::gen::resize(3, own));
  for (const auto& document : documents) {
    const int times = *rc::gen::weightedElement<int>({{3, 1}, {1, 4}});
    for (int i = 0; i < times; ++i) chunk.add(as_vector(document));
  }
  return chunk;
}

std::vector<std::vector<DocId>> arbitrary_lists(std::uint32_t documents) {
  std::vector<std::vector<DocId>> lists;
  const auto list = rc::gen::nonEmpty(
      rc::gen::container<std::set<DocId>>(rc::gen::inRange(0u, documents)));
  for (const auto& own : *rc::gen::container<std::vector<std::set<DocId>>>(list)) {
    lists.push_back(as_vector(own));
  }
  return lists;
}

std::vector<ValueName> arbitrary_names() {
  const auto name = rc::gen::build<ValueName>(
      rc::gen::set(&ValueName::value,
                   rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'd')))),
      rc::gen::set(&ValueName::documents, rc::gen::inRange(1u, 100000u)));
  return *rc::gen::container<std::vector<ValueName>>(name);
}

void try_chunk(const Bytes& payload, std::uint32_t documents, std::uint32_t values) {
  const Result<ColumnChunk> chunk = decode_column_chunk(kName, payload, documents, values);
  if (!chunk) return require_named(chunk.error(), kName);
  RC_ASSERT(chunk->size() == documents);
  for (std::size_t i = 0; i < documents; ++i) {
    const auto own = chunk->of(i);
    RC_ASSERT(std::is_sorted(own.begin(), own.end()));
    if (!own.empty()) RC_ASSERT(own.back() < values);
  }
}

void try_names(const Bytes& payload, std::uint32_t count) {
  const auto names = decode_value_names(kName, payload, count);
  if (!names) return require_named(names.error(), kName);
  RC_ASSERT(names->size() == count);
  for (const ValueName& name : *names) {
    RC_ASSERT(!name.value.empty() && name.value.size() <= kLongestValue && name.documents > 0);
  }
}

void try_lists(const Bytes& payload, std::uint32_t lists, std::uint32_t documents) {
  DocumentSet found(documents);
  const Status status = decode_value_lists(kName, payload, 0, lists, found);
  if (!status) return require_named(status.error(), kName);
  RC_ASSERT(found.count() <= documents);
}

// In bits, of one value a document.
double entropy(const ColumnChunk& chunk) {
  std::map<ValueOrdinal, double> counts;
  for (const ValueOrdinal value : chunk.ordinals) ++counts[value];
  double bits = 0;
  const auto all = static_cast<double>(chunk.ordinals.size());
  for (const auto& [value, count] : counts) bits += count * std::log2(all / count);
  return bits;
}

// Documents that have value 0 half of the time, value 1 a quarter, and so on, in no order.
ColumnChunk skewed_chunk(std::uint32_t documents, std::uint32_t values) {
  ColumnChunk chunk;
  std::uint32_t random = 1;
  for (std::uint32_t i = 0; i < documents; ++i) {
    random = random * 1664525u + 1013904223u;
    const auto zeros = static_cast<std::uint32_t>(std::countl_zero(random));
    const ValueOrdinal value = std::min(zeros * 37 % values, values - 1);
    chunk.add({&value, 1});
  }
  return chunk;
}

}  // namespace

TEST_CASE("a chunk's values come back") {
  check_property(
      [] {
        const std::uint32_t values = *rc::gen::element(1u, 2u, 7u, 1000u, 1u << 17, 1u << 24);
        const ColumnChunk chunk = arbitrary_chunk(values);
        const Result<ColumnChunk> decoded =
            decode_column_chunk(kName, encode_column_chunk(chunk, values),
                                static_cast<std::uint32_t>(chunk.size()), values);
        if (!decoded) RC_FAIL(decoded.error().to_string());
        RC_ASSERT(decoded->starts == chunk.starts);
        RC_ASSERT(decoded->ordinals == chunk.ordinals);
      },
      200);
}

TEST_CASE("a chunk without order takes at most 1.2 times its entropy") {
  for (const std::uint32_t values : {2u, 5u, 60u, 1000u}) {
    const ColumnChunk chunk = skewed_chunk(8192, values);
    const double bits = 8 * static_cast<double>(encode_column_chunk(chunk, values).size());
    INFO(values << " values");
    CHECK(bits <= 1.2 * entropy(chunk));
    CHECK(bits >= 0.9 * entropy(chunk));
  }
}

TEST_CASE("a chunk of runs takes far less than its entropy") {
  ColumnChunk chunk;
  for (std::uint32_t i = 0; i < 8192; ++i) {
    const ValueOrdinal value = i / 100 % 50;
    chunk.add({&value, 1});
  }
  CHECK(8 * static_cast<double>(encode_column_chunk(chunk, 50).size()) < 0.1 * entropy(chunk));
}

TEST_CASE("names come back") {
  check_property(
      [] {
        const std::vector<ValueName> names = arbitrary_names();
        const auto decoded = decode_value_names(kName, encode_value_names(names),
                                                static_cast<std::uint32_t>(names.size()));
        if (!decoded) RC_FAIL(decoded.error().to_string());
        for (std::size_t i = 0; i < names.size(); ++i) {
          RC_ASSERT((*decoded)[i].value == names[i].value);
          RC_ASSERT((*decoded)[i].documents == names[i].documents);
        }
      },
      50);
}

TEST_CASE("the longest name comes back") {
  const std::vector<ValueName> names{{std::string(kLongestValue, 'x'), 1}, {"y", 2}};
  const auto decoded = decode_value_names(kName, encode_value_names(names), 2);
  REQUIRE(decoded);
  CHECK((*decoded)[0].value == names[0].value);
  CHECK((*decoded)[1].value == "y");
}

TEST_CASE("the documents of any run of lists come back") {
  check_property(
      [] {
        const std::uint32_t documents = *rc::gen::inRange(1u, 3000u);
        const auto lists = arbitrary_lists(documents);
        const auto count = static_cast<std::uint32_t>(lists.size());
        const std::uint32_t begin = *rc::gen::inRange(0u, count + 1);
        const std::uint32_t end = *rc::gen::inRange(begin, count + 1);
        DocumentSet wanted(documents);
        for (std::uint32_t i = begin; i < end; ++i) {
          for (const DocId document : lists[i]) wanted.insert(document);
        }
        DocumentSet found(documents);
        const Status status =
            decode_value_lists(kName, encode_value_lists(lists, documents), begin, end, found);
        if (!status) RC_FAIL(status.error().to_string());
        RC_ASSERT(found == wanted);
      },
      100);
}

TEST_CASE("blocks of columns of any bytes are errors or sound") {
  check_property(
      [] {
        const Bytes payload = arbitrary_bytes();
        try_chunk(payload, *rc::gen::element(0u, 1u, 500u, kMostChunkDocuments),
                  *rc::gen::element(1u, 9u, 70000u));
        try_names(payload, *rc::gen::inRange(0u, 50u));
        try_lists(payload, *rc::gen::inRange(0u, 50u), *rc::gen::element(1u, 1000u));
      },
      200);
}

TEST_CASE("spoiled blocks of columns are errors or sound") {
  check_property(
      [] {
        const ColumnChunk chunk = arbitrary_chunk(9);
        try_chunk(spoiled(encode_column_chunk(chunk, 9)), static_cast<std::uint32_t>(chunk.size()), 9);
        const auto names = arbitrary_names();
        try_names(spoiled(encode_value_names(names)), static_cast<std::uint32_t>(names.size()));
        const auto lists = arbitrary_lists(300);
        try_lists(spoiled(encode_value_lists(lists, 300)), static_cast<std::uint32_t>(lists.size()), 300);
      },
      100);
}

}  // namespace catchword::test
