// The manifest: names come back, numbered ones told together; what names no file of ours is refused.
#include "build/manifest.h"

#include "support/property.h"

namespace catchword::test {
namespace {

Manifest manifest_of(const std::vector<std::uint32_t>& numbers) {
  Manifest manifest;
  manifest.files = {"catchword.js", "root-abcdefgh.bin", "terms/abcdefgh.bin", "terms/bcdefghi.bin",
                    "parts/abcdefgh-zh-hans.js"};
  for (const std::uint32_t number : numbers) {
    manifest.files.push_back("text/abcdefgh-" + std::to_string(number) + ".bin");
    manifest.files.push_back("columns/abcdefgh-" + std::to_string(number) + ".bin");
    manifest.previous.push_back("text/bcdefghi-" + std::to_string(number) + ".bin");
    if (number % 2 == 0) manifest.previous.push_back("text/cdefghij-" + std::to_string(number) + ".bin");
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

TEST_CASE("names that differ by hashes are told together, and text blocks of a group by their numbers") {
  Manifest manifest;
  manifest.files = {"catchword.js", "terms/abcdefgh.bin", "terms/bcdefghi.bin"};
  for (const int number : {0, 1, 2, 7, 9, 10}) {
    for (const char* group : {"text/abcdefgh-", "text/bcdefghi-"}) {
      manifest.files.push_back(group + std::to_string(number) + ".bin");
    }
  }
  CHECK(to_json(manifest) ==
        R"({"files":{"catchword.js":"","terms/*.bin":"abcdefghbcdefghi",)"
        R"("text/*-{0-2,7,9-10}.bin":"abcdefghbcdefghi"},"previous":{}})");
}

TEST_CASE("lists of what the indexer never writes are refused") {
  for (const auto& [pattern, hashes] : std::initializer_list<std::pair<const char*, const char*>>{
           {"../x", ""}, {"text/*-{}.bin", "abcdefgh"}, {"text/*-{3-1}.bin", "abcdefgh"},
           {"text/*-{1,}.bin", "abcdefgh"}, {"text/*-{1}.js", "abcdefgh"}, {"text/*-}1{.bin", "abcdefgh"},
           {"text/*-{1", "abcdefgh"}, {"text/*-{a}.bin", "abcdefgh"}, {"text/*-{0-4294967295}.bin", "abcdefgh"},
           {"text/*-{0-1048576}.bin", "abcdefgh"}, {"text/*-{0-600000}.bin", "abcdefghbcdefghi"},
           {"text/*-{99999999999}.bin", "abcdefgh"}, {"../{1}.bin", ""}, {"../*.bin", "abcdefgh"},
           {"terms/*.bin", ""}, {"terms/*.bin", "abcdefg"}, {"terms/*.bin", "abcdefghb"},
           {"terms/*.bin", "ABCDEFGH"}, {"terms/*.bin", "../../.."}, {"terms/*/*.bin", "abcdefgh"},
           {"terms/abcdefgh.bin", "abcdefgh"}}) {
    INFO(pattern << ": " << hashes);
    const std::string json =
        std::string(R"({"files":{")") + pattern + R"(":")" + hashes + R"("},"previous":{}})";
    const Result<Manifest> parsed = parse_manifest(json, "files.json");
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().kind == ErrorKind::kDamaged);
    CHECK(parsed.error().where == "files.json");
  }
}

TEST_CASE("what is no list is refused, of an earlier version of Catchword too") {
  for (const char* json : {"", "[]", "{}", R"({"files":{}})", R"({"files":["catchword.js"],"previous":[]})",
                           R"({"files":{"catchword.js":1},"previous":{}})"}) {
    INFO(json);
    CHECK_FALSE(parse_manifest(json, "files.json"));
  }
}

}  // namespace catchword::test
