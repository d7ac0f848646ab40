// Numbers in decimal.
#pragma once

#include <cstdint>
#include <string>

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

}  // namespace catchword
