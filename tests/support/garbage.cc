#include "support/garbage.h"

#include <rapidcheck.h>

namespace catchword::test {

Bytes spoiled(Bytes payload) {
  const auto place = [&] { return *rc::gen::inRange<std::size_t>(0, payload.size()); };
  for (int times = *rc::gen::inRange(1, 4); times > 0 && !payload.empty(); --times) {
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        payload[place()] = *rc::gen::arbitrary<std::uint8_t>();
        break;
      case 1:
        payload[place()] ^= static_cast<std::uint8_t>(1u << *rc::gen::inRange(0, 8));
        break;
      case 2:
        payload.resize(place());
        break;
      default:
        payload.insert(payload.begin() + static_cast<std::ptrdiff_t>(place()), 0xFF);
        break;
    }
  }
  return payload;
}

Bytes arbitrary_bytes() {
  const std::uint8_t fill = *rc::gen::element<std::uint8_t>(0x00, 0xFF, 0x80, 0x7F);
  return *rc::gen::oneOf(rc::gen::arbitrary<Bytes>(),
                         rc::gen::map(rc::gen::inRange<std::size_t>(0, 3000),
                                      [fill](std::size_t size) { return Bytes(size, fill); }));
}

void require_named(const Error& error, std::string_view name) {
  RC_ASSERT(error.kind == ErrorKind::kDamaged || error.kind == ErrorKind::kUnsupported);
  RC_ASSERT(error.where == name);
}

}  // namespace catchword::test
