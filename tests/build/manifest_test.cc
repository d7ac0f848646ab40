// The manifest: names come back, numbered ones told together; what names no file of ours is refused.
#include "build/manifest.h"

#include "support/property.h"

namespace catchword::test {
namespace {

Manifest manifest_of(const std::vector<std::uint32_t>& numbers) {
  Manifest manifest;
  manifest.files = {"catchword.js", "root-abcdefgh.bin", "terms/abcdefgh.bin"};
  for (const std::uint32_t number : numbers) {
    manifest.files.push_back("text/abcdefgh-" + std::to_string(number) + ".bin");
    manifest.previous.push_back("text/bcdefghi-" + std::to_string(number) + ".bin");
  }
  std::sort(manifest.files.begin(), manifest.files.end());
  std::sort(manifest.previous.begin(), manifest.previous.end());
  return manifest;
}

}  // namespace

TEST_CASE("the names of a manifest come back") {
  check_property([] {
    const auto numbers = *rc::gen::unique<std::vector<std::uint32_t>>(
        rc::gen::inRange<std::uint32_t>(0, 60));
    const Manifest manifest = manifest_of(numbers);
    const Result<Manifest> parsed = parse_manifest(to_json(manifest), "files.json");
    RC_ASSERT(parsed.ok());
    RC_ASSERT(parsed->files == manifest.files);
    RC_ASSERT(parsed->previous == manifest.previous);
  });
}

TEST_CASE("text blocks of a group are told together") {
  CHECK(to_json(manifest_of({0, 1, 2, 7, 9, 10})).find("\"text/abcdefgh-{0-2,7,9-10}.bin\"") !=
        std::string::npos);
}

TEST_CASE("lists of what the indexer never writes are refused") {
  for (const char* name :
       {"../x", "text/abcdefgh-{}.bin", "text/abcdefgh-{3-1}.bin", "text/abcdefgh-{1,}.bin",
        "text/abcdefgh-{1}.js", "text/abcdefgh-}1{.bin", "text/abcdefgh-{1", "text/abcdefgh-{a}.bin",
        "text/abcdefgh-{0-4294967295}.bin", "text/abcdefgh-{99999999999}.bin", "../{1}.bin"}) {
    INFO(name);
    const std::string json = std::string(R"({"files":[")") + name + R"("],"previous":[]})";
    const Result<Manifest> parsed = parse_manifest(json, "files.json");
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().kind == ErrorKind::kDamaged);
    CHECK(parsed.error().where == "files.json");
  }
}

}  // namespace catchword::test
