// External interface: html_tag_of and the table of traits.
//
// Names are packed, lower-cased, into two 64-bit words and looked up in a small open-addressed
// table that the compiler fills.
#include "document/html/tags.h"

#include <array>

namespace catchword {

namespace html_tag {
const std::uint32_t kTraits[kCount] = {
    0,
#define TAG(identifier, name, traits) traits,
#include "document/html/tags.inc"
#undef TAG
};
}  // namespace html_tag

namespace {

constexpr std::size_t kLongestName = 16;
constexpr std::size_t kSlots = 512;

struct Key {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  constexpr bool operator==(const Key&) const = default;
};

// Eight bytes, their ASCII letters lowered. Other bytes from 0x40 on stay no part of any name.
constexpr std::uint64_t lowered(std::uint64_t bytes) {
  return bytes | (bytes & 0x4040404040404040) >> 1;
}

constexpr std::uint64_t pack_bytes(std::string_view bytes) {
  std::uint64_t packed = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    packed = packed << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return lowered(packed);
}

constexpr Key pack(std::string_view name) {
  return name.size() <= 8 ? Key{pack_bytes(name), 0}
                          : Key{pack_bytes(name.substr(0, 8)), pack_bytes(name.substr(8))};
}

constexpr std::size_t slot_of(const Key& key) {
  return ((key.low ^ (key.high << 7)) * 0x9E3779B97F4A7C15ull) >> 55;
}

struct Table {
  std::array<Key, kSlots> keys{};
  std::array<std::uint8_t, kSlots> tags{};

  constexpr void add(std::string_view name, std::uint8_t tag) {
    const Key key = pack(name);
    std::size_t slot = slot_of(key);
    while (tags[slot] != 0) slot = (slot + 1) % kSlots;
    keys[slot] = key;
    tags[slot] = tag;
  }
};

constexpr Table make_table() {
  Table table;
#define TAG(identifier, name, traits) table.add(name, html_tag::identifier);
#include "document/html/tags.inc"
#undef TAG
  return table;
}

constexpr Table kTagsByName = make_table();

}  // namespace

HtmlTag html_tag_of(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return html_tag::kOther;
  const Key key = pack(name);
  std::size_t slot = slot_of(key);
  while (kTagsByName.tags[slot] != 0) {
    if (kTagsByName.keys[slot] == key) return static_cast<HtmlTag>(kTagsByName.tags[slot]);
    slot = (slot + 1) % kSlots;
  }
  return html_tag::kOther;
}

}  // namespace catchword
