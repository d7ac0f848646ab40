// The JSON lines reader: json_lines_cases.txt, and every truncation of a line.
#include <catch2/catch.hpp>

#include "document/json_lines/reader.h"
#include "reader_cases.h"

namespace catchword::test {
namespace {

TEST_CASE("JSON lines: every case gives its documents") {
  check_cases(*make_json_lines_reader(), "json_lines_cases.txt", 22);
}

TEST_CASE("JSON lines: every truncated line is one failure, and the next line is read") {
  const auto reader = make_json_lines_reader();
  const std::string line = R"({"id":"1","title":"A","tags":["x",{"y":1.5}],"sections":[{"heading":"H"}]})";
  for (size_t size = 1; size < line.size(); ++size) {
    const std::string found = describe(*reader, "a.jsonl", line.substr(0, size) + "\n{\"id\":\"2\"}\n");
    INFO(size);
    CHECK(found.rfind("failed a.jsonl:1: ", 0) == 0);
    CHECK(found.find("title: 2\n") != std::string::npos);
    CHECK(found.find("title: A\n") == std::string::npos);
  }
}

TEST_CASE("JSON lines: a failed line leaves nothing behind for the next") {
  const std::string found = describe(*make_json_lines_reader(), "a.jsonl",
                                     "{\"title\":\"A\",\"k\":\"v\",\"text\":\"T\",\"sections\":[{\"heading\":\"H\"}],\n"
                                     "{\"id\":\"2\"}\n");
  CHECK(found.find("id: 2\ntitle: 2\n") != std::string::npos);
  CHECK(found.find("k: ") == std::string::npos);
}

TEST_CASE("JSON lines: a message does not quote a whole long string") {
  const std::string found =
      describe(*make_json_lines_reader(), "a.jsonl", "{\"title\":\"" + std::string(100'000, 'x'));
  CHECK(found.rfind("failed a.jsonl:1: not JSON", 0) == 0);
  CHECK(found.size() < 400);
}

}  // namespace
}  // namespace catchword::test
