#include "document/documents.h"

#include <string>
#include <type_traits>

#include "base/raw_bytes.h"

namespace catchword {
namespace {

// Both directions are one list of members: Packer appends what Unpacker fills in.
class Packer {
 public:
  explicit Packer(Bytes& bytes) : bytes_(bytes) {}

  void number(std::uint32_t value) {
    for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<std::uint8_t>(value | 0x80));
    bytes_.push_back(static_cast<std::uint8_t>(value));
  }

  template <class Number>
  void operator()(Number value) requires std::is_arithmetic_v<Number> || std::is_enum_v<Number> {
    number(static_cast<std::uint32_t>(value));
  }

  void operator()(const std::string& text) {
    number(static_cast<std::uint32_t>(text.size()));
    append_raw(bytes_, std::span<const char>(text));
  }

  template <class T>
  void operator()(const std::vector<T>& list);

 private:
  Bytes& bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(ByteView& bytes) : bytes_(bytes) {}

  std::uint32_t number() {
    std::uint32_t value = 0;
    std::size_t at = 0;
    for (int shift = 0;; shift += 7) {
      const std::uint8_t byte = bytes_[at++];
      value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
      if (byte < 0x80) break;
    }
    bytes_ = bytes_.subspan(at);
    return value;
  }

  template <class Number>
  void operator()(Number& value) requires std::is_arithmetic_v<Number> || std::is_enum_v<Number> {
    value = static_cast<Number>(number());
  }

  void operator()(std::string& text) {
    const std::uint32_t size = number();
    text = as_text(bytes_.first(size));
    bytes_ = bytes_.subspan(size);
  }

  template <class T>
  void operator()(std::vector<T>& list);

 private:
  ByteView& bytes_;
};

// `Item` is const where it is packed.
template <class Coder, class Item>
void code(Coder& coder, Item& item) {
  using T = std::remove_const_t<Item>;
  const auto code_all = [&](auto&... members) { (coder(members), ...); };
  if constexpr (std::is_same_v<T, DefinedTerm>) {
    code_all(item.begin, item.end);
  } else if constexpr (std::is_same_v<T, Passage>) {
    code_all(item.heading, item.level, item.anchor, item.text, item.language, item.weight, item.link_lines,
             item.code_ranges, item.terms);
  } else if constexpr (std::is_same_v<T, Metadata>) {
    code_all(item.key, item.values, item.searchable, item.filter, item.sort, item.type);
  } else if constexpr (std::is_same_v<T, Link>) {
    code_all(item.target, item.text);
  } else if constexpr (std::is_same_v<T, Document>) {
    code_all(item.id, item.url, item.title, item.language, item.metadata, item.passages, item.links, item.extent,
             item.canonical);
  } else {
    coder(item);
  }
}

template <class T>
void Packer::operator()(const std::vector<T>& list) {
  number(static_cast<std::uint32_t>(list.size()));
  for (const T& item : list) code(*this, item);
}

template <class T>
void Unpacker::operator()(std::vector<T>& list) {
  list.resize(number());
  for (T& item : list) code(*this, item);
}

}  // namespace

void append_packed(Bytes& bytes, const Document& document) {
  Packer packer(bytes);
  code(packer, document);
}

void take_packed(ByteView& bytes, Document& document) {
  Unpacker unpacker(bytes);
  code(unpacker, document);
}

}  // namespace catchword
