// Plain structs as they lie in memory, for temporary files: who writes them reads them.
#pragma once

#include <cstring>
#include <span>
#include <type_traits>

#include "base/bytes.h"

namespace catchword {

template <class T>
void append_raw(Bytes& bytes, std::span<const T> values) {
  static_assert(std::is_trivially_copyable_v<T>);
  const auto* begin = reinterpret_cast<const std::uint8_t*>(values.data());
  bytes.insert(bytes.end(), begin, begin + values.size_bytes());
}

template <class T>
void append_raw(Bytes& bytes, const T& value) {
  append_raw(bytes, std::span<const T>(&value, 1));
}

/// Takes the values from the beginning of `bytes`. REQUIRES: they are there.
template <class T>
void take_raw(ByteView& bytes, std::span<T> values) {
  static_assert(std::is_trivially_copyable_v<T>);
  if (!values.empty()) std::memcpy(values.data(), bytes.data(), values.size_bytes());
  bytes = bytes.subspan(values.size_bytes());
}

template <class T>
T take_raw(ByteView& bytes) {
  T value;
  take_raw(bytes, std::span<T>(&value, 1));
  return value;
}

}  // namespace catchword
