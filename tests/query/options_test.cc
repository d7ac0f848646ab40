// The options of a request, as web/engine/request.js writes them (tests/web/engine_full.test.mjs).
#include "query/options.h"

#include <catch2/catch.hpp>
#include <string_view>

#include "base/byte_writer.h"
#include "search/request.h"

using namespace catchword;
using namespace std::string_view_literals;

namespace {

Bytes bytes_of(std::string_view text) {
  const ByteView view = as_bytes(text);
  return {view.begin(), view.end()};
}

}  // namespace

TEST_CASE("a request is read as it was written") {
  ByteWriter writer;
  writer.u8(1);
  writer.string("lamp");
  for (const std::uint32_t number : {5u, 20u, 100u, 2u, 3u}) writer.varint(number);
  writer.string("de");
  writer.append(as_bytes("rest"));
  const Bytes bytes = writer.take();
  const Result<Request> request = read_request(bytes);
  REQUIRE(request.ok());
  CHECK(request->verb == Verb::kSuggest);
  CHECK(request->query == "lamp");
  CHECK(request->limit == 5);
  CHECK(request->offset == 20);
  CHECK(request->snippet == 100);
  CHECK(request->passages == 2);
  CHECK(request->complete);
  CHECK_FALSE(request->correct);
  CHECK(request->language == "de");
  CHECK(as_text(request->options) == "rest");
  for (std::size_t size = 0; size < bytes.size() - 4; ++size) {
    CHECK_FALSE(read_request(ByteView(bytes).first(size)).ok());
  }
}

TEST_CASE("no options are no filter, no order and no facets") {
  const Result<Options> options = read_options({});
  REQUIRE(options.ok());
  CHECK_FALSE(options->lists_documents());
  CHECK(options->facets.empty());
  CHECK_FALSE(options->all_facets);
}

TEST_CASE("every option is read, one behind the other") {
  const Bytes bytes = bytes_of(
      "\x01\x00\x01\x00\x02\x03\x01k\x02\x01v\x01w\x06\x01l\x01\x31\x00"
      "\x02\x02\x01k\x00\x01l\x01"
      "\x03\x01\x01k\x03\x02"
      "\x04"
      "\x05"sv);
  const Result<Options> options = read_options(bytes);
  REQUIRE(options.ok());
  REQUIRE(options->filter.children.size() == 1);
  const Filter& both = options->filter.children[0];
  REQUIRE(both.children.size() == 2);
  CHECK(both.children[0].kind == Filter::kAny);
  CHECK(both.children[0].values == std::vector<std::string>{"v", "w"});
  CHECK(both.children[1].kind == Filter::kRange);
  CHECK(both.children[1].values == std::vector<std::string>{"1", ""});
  REQUIRE(options->order.size() == 2);
  CHECK_FALSE(options->order[0].descending);
  CHECK(options->order[1].descending);
  REQUIRE(options->facets.size() == 1);
  CHECK(options->facets[0].limit == 3);
  CHECK(options->facets[0].interval == FacetRequest::kMonth);
  CHECK(options->all_facets);
  CHECK(options->explain);
  CHECK(options->lists_documents());
}

TEST_CASE("options that make no sense are refused") {
  const auto wrong = GENERATE(as<std::string>(), "\x07", "\x01\x07", "\x01", "\x02\x09", "\x03\x01\x01k\x01\x04",
                              "\x05\x7F", "\x01\x02\xFF\xFF\xFF\xFF\x0F");
  const Result<Options> options = read_options(bytes_of(wrong));
  REQUIRE_FALSE(options.ok());
  CHECK(options.error().kind == ErrorKind::kUsage);
}

TEST_CASE("filters within filters are read down to 32, and no further") {
  const auto nested = [](int depth) {
    Bytes bytes{1};
    for (int i = 0; i < depth; ++i) bytes.insert(bytes.end(), {2, 1});
    bytes.insert(bytes.end(), {0, 0});
    return bytes;
  };
  CHECK(read_options(nested(32)).ok());
  CHECK_FALSE(read_options(nested(33)).ok());
  CHECK_FALSE(read_options(nested(100000)).ok());
}
