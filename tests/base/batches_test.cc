// Batches: the same things in memory and in a file, whole, in parts and changed.
#include "base/batches.h"

#include <catch2/catch.hpp>

#include <numeric>

#include "base/raw_bytes.h"
#include "support/must.h"

namespace catchword {

namespace {

struct Item {
  std::uint32_t number = 0;
};

// Of different lengths.
void append_packed(Bytes& bytes, const Item& item) {
  append_raw(bytes, item.number);
  bytes.resize(bytes.size() + item.number % 5);
}

void take_packed(ByteView& bytes, Item& item) {
  item.number = take_raw<std::uint32_t>(bytes);
  bytes = bytes.subspan(item.number % 5);
}

}  // namespace

namespace test {
namespace {

constexpr std::uint32_t kCount = 100'000;  // more than are written at once

using Items = Batches<Item>;

// In memory, and in files with batches of one, of some and of all.
const std::uint64_t kMemories[] = {0, 1, 1 << 15, 1 << 30};

Items items_with(std::uint64_t memory) {
  Items items = must(Items::create(memory, "/tmp"));
  for (std::uint32_t i = 0; i < kCount; ++i) must(items.add(Item{i}));
  return items;
}

std::vector<std::uint32_t> numbers_of(const Items& items) {
  std::vector<std::uint32_t> numbers;
  must(items.visit([&](const Items::Batch& batch, std::size_t first) -> Status {
    CHECK(first == numbers.size());
    for (const Item& item : batch) numbers.push_back(item.number);
    return {};
  }));
  return numbers;
}

}  // namespace

TEST_CASE("batches: all things come back in their order, wherever they are kept") {
  std::vector<std::uint32_t> expected(kCount);
  std::iota(expected.begin(), expected.end(), 0u);
  for (const std::uint64_t memory : kMemories) {
    const Items items = items_with(memory);
    CHECK(items.size() == kCount);
    CHECK(items.in_memory() == (memory == 0));
    CHECK(numbers_of(items) == expected);
  }
}

TEST_CASE("batches: a range of them is read from wherever it is") {
  for (const std::uint64_t memory : kMemories) {
    const Items items = items_with(memory);
    for (const std::size_t begin : {std::size_t{0}, std::size_t{777}, std::size_t{kCount - 60'000}, std::size_t{kCount - 3}}) {
      const Items::Range range = must(items.read(begin, kCount));
      CHECK(range[0].number == begin);
      CHECK(range[kCount - 1 - begin].number == kCount - 1);
    }
  }
}

TEST_CASE("batches: what an edit changes and removes is so for who comes after, and more can be added") {
  std::vector<std::uint32_t> expected;
  for (std::uint32_t i = 0; i < kCount; i += 3) expected.push_back(i + 1);
  expected.push_back(7);
  for (const std::uint64_t memory : kMemories) {
    Items items = items_with(memory);
    must(items.edit([](Items::Batch& batch) -> Status {
      std::erase_if(batch, [](const Item& item) { return item.number % 3 != 0; });
      for (Item& item : batch) ++item.number;
      return {};
    }));
    must(items.add(Item{7}));
    CHECK(items.size() == expected.size());
    CHECK(numbers_of(items) == expected);
  }
}

TEST_CASE("batches: an error of who visits ends the visit") {
  const Items items = items_with(1);
  std::size_t visits = 0;
  const Status visited = items.visit([&](const Items::Batch&, std::size_t) -> Status {
    ++visits;
    return Error{ErrorKind::kOutput, "stop", "", ""};
  });
  CHECK_FALSE(visited);
  CHECK(visits == 1);
}

}  // namespace test
}  // namespace catchword
