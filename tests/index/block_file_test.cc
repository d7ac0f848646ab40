// Names and checksums of files.
#include "index/block_file.h"

#include <set>

#include "support/property.h"

namespace catchword::test {

TEST_CASE("names of files") {
  const ContentHash hash{0x00, 0x44, 0x32, 0x14, 0xC7};
  CHECK(to_base32(hash) == "abcdefgh");
  CHECK(to_base32({0xFF, 0xFF, 0xFF, 0xFF, 0xFF}) == "77777777");
  CHECK(root_name(hash) == "root-abcdefgh.bin");
  CHECK(term_name(hash) == "terms/abcdefgh.bin");
  CHECK(position_name(hash) == "positions/abcdefgh.bin");
  CHECK(map_name(hash) == "documents/abcdefgh.bin");
  CHECK(primer_name(hash) == "primer-abcdefgh.bin");
  CHECK(text_name(hash, 0) == "text/abcdefgh-0.bin");
  CHECK(text_name(hash, 4096) == "text/abcdefgh-4096.bin");
}

TEST_CASE("different hashes have different names") {
  check_property([](const ContentHash& one, const ContentHash& other) {
    RC_ASSERT((to_base32(one) == to_base32(other)) == (one == other));
    RC_ASSERT(to_base32(one).find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") ==
              std::string::npos);
  });
}

TEST_CASE("what is sealed is unsealed, under its own name alone") {
  check_property([](const Bytes& payload) {
    const Bytes file = seal("terms/a.bin", payload);
    const Result<ByteView> same = unseal("terms/a.bin", file);
    RC_ASSERT(same.ok());
    RC_ASSERT(Bytes(same->begin(), same->end()) == payload);
    const Result<ByteView> other = unseal("terms/b.bin", file);
    RC_ASSERT(!other.ok());
    RC_ASSERT(other.error().kind == ErrorKind::kDamaged);
    RC_ASSERT(other.error().where == "terms/b.bin");
  });
}

TEST_CASE("a file shorter than its checksum is damaged") {
  for (std::size_t size = 0; size < kChecksumBytes; ++size) {
    CHECK(unseal("root-a.bin", Bytes(size)).error().kind == ErrorKind::kDamaged);
  }
}

TEST_CASE("an error says what, where and what to do") {
  const Error error = damaged("terms/a.bin", "the file is truncated");
  CHECK(error.to_string().starts_with("terms/a.bin: the file is truncated. "));
  CHECK_FALSE(error.remedy.empty());
}

TEST_CASE("a name of a part means these bytes of its file") {
  const Bytes file{10, 11, 12, 13};
  const auto part = [&](std::string_view name) {
    const ByteView bytes = part_of(file, name);
    return Bytes(bytes.begin(), bytes.end());
  };
  CHECK(part("text/a-0.bin") == file);
  CHECK(part(part_name("text/a-0.bin", {0, 4})) == file);
  CHECK(part("text/a-0.bin#1-2") == Bytes{11, 12});
  CHECK(part("text/a-0.bin#3-9") == Bytes{13});
  CHECK(part("text/a-0.bin#4-5").empty());
  CHECK(part("text/a-0.bin#3-1").empty());
  CHECK(file_of("text/a-0.bin#1-2") == "text/a-0.bin");
  CHECK(file_of("text/a-0.bin") == "text/a-0.bin");
}

}  // namespace catchword::test
