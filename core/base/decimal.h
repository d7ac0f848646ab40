// Numbers in decimal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace catchword {

/// Appends `number`. std::to_string would do; it brings tables that the module has no room for.
inline void append_decimal(std::string& text, std::uint64_t number) {
  char digits[20];
  int count = 0;
  do {
    digits[count++] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0);
  while (count > 0) text.push_back(digits[--count]);
}

/// The number that `text` begins with, modulo 2^32; 0 where it begins with no digit.
inline std::uint32_t parse_decimal(std::string_view text) {
  std::uint32_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') break;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

}  // namespace catchword
