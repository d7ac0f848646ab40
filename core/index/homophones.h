// Homophones: Han characters that read alike, which input methods put in each other's place. A file of its own, fetched
// only when a word is misspelled.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace catchword {

struct Homophones {
  /// Each two characters or more, ascending; the classes by their first characters. A character of several readings is in
  /// several.
  std::vector<std::u32string> classes;

  /// What reads like `character` in one way. May name one twice. Linear in the classes.
  [[nodiscard]] std::u32string of(char32_t character) const;
};

Bytes encode_homophones(const Homophones& homophones);

/// Decodes an unsealed payload. `name` is for the error. Error: kDamaged.
Result<Homophones> decode_homophones(std::string_view name, ByteView payload);

}  // namespace catchword
