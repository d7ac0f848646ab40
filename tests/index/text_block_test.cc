// Text blocks: every part comes back, and nothing but a whole block is taken.
#include "index/text_block.h"

#include "support/decoded.h"
#include "support/property.h"

namespace catchword::test {
namespace {

constexpr std::string_view kTextName = "text/abcdefgh-0.bin";

struct OwnedPart {
  std::uint32_t blocks_before;
  std::uint32_t slot;
  std::string id, url, title;
  std::vector<std::pair<std::string, std::vector<std::string>>> metadata;
  std::vector<std::array<std::string, 3>> passages;
};

OwnedPart arbitrary_part() {
  const auto text = [] { return *rc::gen::arbitrary<std::string>(); };
  OwnedPart part{*rc::gen::arbitrary<std::uint32_t>(),
                 *rc::gen::arbitrary<std::uint32_t>(),
                 text(),
                 text(),
                 text(),
                 {},
                 {}};
  part.metadata = *rc::gen::resize(5, rc::gen::arbitrary<decltype(part.metadata)>());
  part.passages = *rc::gen::resize(9, rc::gen::container<std::vector<std::array<std::string, 3>>>(
                                          rc::gen::arbitrary<std::array<std::string, 3>>()));
  return part;
}

TextPart view_of(const OwnedPart& part) {
  TextPart view{part.blocks_before, part.slot, part.id, part.url, part.title, {}, {}};
  for (const auto& [key, values] : part.metadata) {
    view.metadata.push_back({key, {values.begin(), values.end()}});
  }
  for (const auto& [heading, anchor, text] : part.passages) {
    view.passages.push_back({heading, anchor, text});
  }
  return view;
}

// A part as lines of text, each field as its length and bytes.
std::string describe(const TextPart& part) {
  std::string text = std::to_string(part.blocks_before) + " " + std::to_string(part.slot);
  const auto add = [&text](std::string_view field) {
    text += " " + std::to_string(field.size()) + ":" + std::string(field);
  };
  for (const std::string_view field : {part.id, part.url, part.title}) add(field);
  for (const TextMetadata& entry : part.metadata) {
    add("\nmetadata");
    add(entry.key);
    for (const std::string_view value : entry.values) add(value);
  }
  for (const TextPassage& passage : part.passages) {
    add("\npassage");
    for (const std::string_view field : {passage.heading, passage.anchor, passage.text}) add(field);
  }
  return text;
}

Bytes small_block() {
  const TextPart part{
      1, 2, "id", "url", "title", {{"key", {"one", "two"}}}, {{"h", "a", "text\n"}}};
  const TextPart parts[] = {part, part};
  return encode_text_block(parts);
}

}  // namespace

TEST_CASE("every part of a text block comes back") {
  check_property([] {
    std::vector<OwnedPart> owned;
    for (auto count = *rc::gen::inRange(0, 6); count > 0; --count)
      owned.push_back(arbitrary_part());
    std::vector<TextPart> parts;
    for (const OwnedPart& part : owned) parts.push_back(view_of(part));
    const Bytes payload = encode_text_block(parts);
    const auto parsed = parse_text_block(kTextName, payload);
    RC_ASSERT(parsed.ok());
    RC_ASSERT(parsed->size() == parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      RC_ASSERT(describe((*parsed)[i]) == describe(parts[i]));
    }
  });
}

TEST_CASE("every truncated text block is damage, and so is one with bytes behind it") {
  Bytes payload = small_block();
  for (std::size_t size = 0; size < payload.size(); ++size) {
    INFO("cut to " << size);
    const auto parsed = parse_text_block(kTextName, ByteView(payload).first(size));
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().kind == ErrorKind::kDamaged);
    CHECK(parsed.error().where == kTextName);
  }
  payload.push_back(0);
  CHECK_FALSE(parse_text_block(kTextName, payload));
}

TEST_CASE("a count that the block can't hold takes no memory") {
  const Bytes payload{0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0, 0, 0, 0, 0, 0};
  CHECK_FALSE(parse_text_block(kTextName, payload));
}

}  // namespace catchword::test
