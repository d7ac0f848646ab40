// The directory of columns and a key's index come back; any other bytes are an error or sound.
#include "index/column_directory.h"

#include "support/garbage.h"
#include "support/property.h"

namespace catchword::test {
namespace {

constexpr std::string_view kColumnsName = "columns-abcdefgh.bin";

ColumnBlock file_block(std::uint8_t first) {
  ColumnBlock block;
  block.is_file = true;
  block.hash = {first, 2, 3, 4, 5};
  return block;
}

ColumnBlock short_block(Bytes payload) {
  ColumnBlock block;
  block.payload = std::move(payload);
  return block;
}

std::vector<ColumnKey> two_keys() {
  ColumnKey author;
  author.name = "author";
  author.type = ColumnType::kList;
  author.filter = true;
  author.documents = 90;
  author.values = 12;
  author.index = file_block(1);
  ColumnKey date;
  date.name = "date";
  date.type = ColumnType::kDate;
  date.filter = date.sort = true;
  date.documents = 100;
  date.values = 3;
  date.least = "1999";
  date.greatest = "2002-10-28";
  date.index = short_block({1, 2, 3});
  return {author, date};
}

// Of two_keys()[0], in a bundle of 100 documents.
ColumnIndex author_index() {
  ColumnIndex index;
  index.names.push_back({{0, 7, file_block(1)}, ""});
  index.names.push_back({{7, 5, short_block({})}, "k"});
  index.chunks.push_back({0, 60, file_block(2)});
  index.chunks.push_back({60, 40, file_block(3)});
  return index;
}

Result<ColumnIndex> parse(const Bytes& payload, const ColumnKey& key = two_keys()[0]) {
  return parse_column_index(kColumnsName, payload, key, 100);
}

}  // namespace

TEST_CASE("the keys of a directory come back") {
  const std::vector<ColumnKey> keys = two_keys();
  const auto parsed = parse_column_directory(kColumnsName, encode_column_directory(keys));
  REQUIRE(parsed);
  REQUIRE(parsed->size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const ColumnKey& key = (*parsed)[i];
    CHECK(key.name == keys[i].name);
    CHECK(key.type == keys[i].type);
    CHECK(key.filter == keys[i].filter);
    CHECK(key.sort == keys[i].sort);
    CHECK(key.documents == keys[i].documents);
    CHECK(key.values == keys[i].values);
    CHECK(key.least == keys[i].least);
    CHECK(key.greatest == keys[i].greatest);
    CHECK(key.index.is_file == keys[i].index.is_file);
    CHECK(key.index.hash == keys[i].index.hash);
    CHECK(key.index.payload == keys[i].index.payload);
  }
}

TEST_CASE("keys out of order, without values or of no type are damage") {
  const auto spoil = [](auto change) {
    std::vector<ColumnKey> keys = two_keys();
    change(keys);
    return parse_column_directory(kColumnsName, encode_column_directory(keys));
  };
  CHECK_FALSE(spoil([](auto& keys) { std::swap(keys[0], keys[1]); }));
  CHECK_FALSE(spoil([](auto& keys) { keys[1].name = "author"; }));
  CHECK_FALSE(spoil([](auto& keys) { keys[1].values = 0; }));
  CHECK_FALSE(spoil([](auto& keys) { keys[1].values = kMostValues + 1; }));
  CHECK_FALSE(spoil([](auto& keys) { keys[1].type = static_cast<ColumnType>(4); }));
  CHECK(spoil([](auto&) {}));
}

TEST_CASE("the runs of an index come back, each where the one before ends") {
  const auto index = parse(encode_column_index(author_index()));
  REQUIRE(index);
  REQUIRE(index->names.size() == 2);
  CHECK(index->names[1].begin == 7);
  CHECK(index->names[1].size == 5);
  CHECK(index->names[1].separator == "k");
  CHECK(index->names[0].block.is_file);
  CHECK(index->chunks[1].begin == 60);
  CHECK(index->chunks[1].block.hash[0] == 3);
}

TEST_CASE("runs that leave out or repeat something are damage") {
  const auto spoil = [](auto change) {
    ColumnIndex index = author_index();
    change(index);
    return parse(encode_column_index(index));
  };
  CHECK_FALSE(spoil([](auto& index) { index.names[0].size = 6; }));
  CHECK_FALSE(spoil([](auto& index) { index.names[0].size = 8; }));
  CHECK_FALSE(spoil([](auto& index) { index.names[0].size = 0; }));
  CHECK_FALSE(spoil([](auto& index) { index.names[1].separator = ""; index.names[0].separator = "k"; }));
  CHECK_FALSE(spoil([](auto& index) { index.chunks[1].size = 0xFFFFFFFF; }));
  CHECK(spoil([](auto&) {}));
}

TEST_CASE("a key that nothing is narrowed by has no names") {
  ColumnKey key = two_keys()[0];
  key.filter = false;
  CHECK_FALSE(parse(encode_column_index(author_index()), key));
  ColumnIndex index = author_index();
  index.names.clear();
  CHECK(parse(encode_column_index(index), key));
}

TEST_CASE("a directory or an index of any bytes is an error or sound") {
  check_property(
      [] {
        const Bytes payload = *rc::gen::element(0, 1, 2) == 0
                                  ? arbitrary_bytes()
                                  : spoiled(encode_column_directory(two_keys()));
        const auto keys = parse_column_directory(kColumnsName, payload);
        if (!keys) return require_named(keys.error(), kColumnsName);
        for (const ColumnKey& key : *keys) RC_ASSERT(key.values > 0);
      },
      1000);
  check_property(
      [] {
        const auto index = parse(spoiled(encode_column_index(author_index())));
        if (!index) return require_named(index.error(), kColumnsName);
        RC_ASSERT(index->chunks.back().begin + index->chunks.back().size == 100u);
      },
      1000);
}

}  // namespace catchword::test
