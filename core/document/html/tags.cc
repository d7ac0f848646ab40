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

constexpr Key pack(std::string_view name) {
  Key key;
  for (std::size_t i = 0; i < name.size(); ++i) {
    auto byte = static_cast<unsigned char>(name[i]);
    if (byte >= 'A' && byte <= 'Z') byte |= 0x20;
    (i < 8 ? key.low : key.high) |= std::uint64_t{byte} << (8 * (i % 8));
  }
  return key;
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

constexpr Table kTable = make_table();

}  // namespace

HtmlTag html_tag_of(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return html_tag::kOther;
  const Key key = pack(name);
  std::size_t slot = slot_of(key);
  while (kTable.tags[slot] != 0) {
    if (kTable.keys[slot] == key) return static_cast<HtmlTag>(kTable.tags[slot]);
    slot = (slot + 1) % kSlots;
  }
  return html_tag::kOther;
}

}  // namespace catchword
