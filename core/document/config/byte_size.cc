// External interface: parse_memory.
#include "document/config/byte_size.h"

#include <charconv>
#include <string>

#include "document/text_strings.h"

namespace catchword {
namespace {

// The power of two that the unit is; -1 for none that is known.
int shift_of(std::string_view unit) {
  if (unit.empty() || unit == "B") return 0;
  if (unit.size() > 2 || (unit.size() == 2 && unit[1] != 'B')) return -1;
  switch (unit[0]) {
    case 'k':
    case 'K': return 10;
    case 'M': return 20;
    case 'G': return 30;
    default: return -1;
  }
}

}  // namespace

Result<std::uint64_t> parse_memory(std::string_view text) {
  const std::string_view trimmed = trim(text);
  std::uint64_t number = 0;
  const char* const end = trimmed.data() + trimmed.size();
  const auto [behind, fault] = std::from_chars(trimmed.data(), end, number);
  const int shift = shift_of(trim(std::string_view(behind, static_cast<std::size_t>(end - behind))));
  const bool good = fault == std::errc() && shift >= 0 && number <= UINT64_MAX >> shift;
  if (good && number << shift >= kLeastMemory) return number << shift;
  return Error{ErrorKind::kUsage, good ? "this is too little memory" : "this is no amount of memory",
               std::string(text), "Write it like 512M or 2G, and at least 1M"};
}

}  // namespace catchword
