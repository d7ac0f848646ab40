// Layout of the stream:
//   number of classes
//   per class: number of characters less two
//              per character: what it is more than the one before; the first of a class: than that of the class before

#include "index/homophones.h"

#include "codec/number_model.h"
#include "index/block_file.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMost = 1u << 12;  // classes, and characters of one
constexpr std::uint32_t kLeast = 2;        // characters of a class
constexpr char32_t kLastCharacter = 0x10FFFF;

// One description for both directions: an encoder codes what it is given, and a decoder ignores it.
template <Coder C>
class HomophonesCodec {
 public:
  explicit HomophonesCodec(C& coder) : coder_(coder) {}

  std::uint32_t classes(std::size_t in) { return sizes_.code(coder_, static_cast<std::uint32_t>(in)); }
  std::uint32_t size(std::size_t in) { return sizes_.code(coder_, static_cast<std::uint32_t>(in - kLeast)) + kLeast; }
  char32_t first(char32_t before, char32_t in) { return before + firsts_.code(coder_, in - before); }
  char32_t next(char32_t before, char32_t in) { return before + gaps_.code(coder_, in - before); }

 private:
  C& coder_;
  NumberModel sizes_, firsts_, gaps_;
};

}  // namespace

std::u32string Homophones::of(char32_t character) const {
  std::u32string others;
  for (const std::u32string& one : classes) {
    if (one.find(character) == one.npos) continue;
    for (const char32_t other : one) {
      if (other != character) others.push_back(other);
    }
  }
  return others;
}

Bytes encode_homophones(const Homophones& homophones) {
  RangeEncoder coder;
  HomophonesCodec codec(coder);
  codec.classes(homophones.classes.size());
  char32_t first = 0;
  for (const std::u32string& one : homophones.classes) {
    codec.size(one.size());
    char32_t before = first = codec.first(first, one[0]);
    for (std::size_t i = 1; i < one.size(); ++i) before = codec.next(before, one[i]);
  }
  return coder.finish();
}

Result<Homophones> decode_homophones(std::string_view name, ByteView payload) {
  RangeDecoder coder(payload);
  HomophonesCodec codec(coder);
  const std::uint32_t classes = codec.classes(0);
  if (classes > kMost) return damaged(name, "too many classes");
  Homophones homophones{std::vector<std::u32string>(classes)};
  char32_t first = 0;
  for (std::u32string& one : homophones.classes) {
    const std::uint32_t size = codec.size(kLeast);
    if (size > kMost) return damaged(name, "a class is too large");
    one.push_back(first = codec.first(first, first));
    while (one.size() < size && one.back() <= kLastCharacter) one.push_back(codec.next(one.back(), one.back()));
    if (one.back() > kLastCharacter) return damaged(name, "a number is no character's");
    if (!coder.ok()) return damaged(name, "the stream ends early");
  }
  return homophones;
}

}  // namespace catchword
