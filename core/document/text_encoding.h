// Bytes of a text file -> UTF-8, for the formats that don't declare their encoding.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace catchword {

/// Text as UTF-8 and how it was found.
struct DecodedText {
  std::string text;             ///< valid UTF-8 without byte order mark
  std::string_view encoding;    ///< "UTF-8", "UTF-16LE", "UTF-16BE" or "windows-1252"
  bool guessed = false;         ///< windows-1252, since nothing else fitted
};

/// Decodes by byte order mark, else as UTF-8 where that is valid, else as windows-1252.
/// Fails with kInput on binary data: a NUL outside UTF-16, or many control bytes.
Result<DecodedText> decode_text(std::string_view bytes);

/// Whether `bytes` look like no text at all. Looks at the first 64 kB.
bool looks_binary(std::string_view bytes);

/// Windows-1252 (as the WHATWG has it: its holes are control characters) to UTF-8.
std::string decode_windows_1252(std::string_view bytes);

/// Replaces every CR LF and lone CR by LF, in place.
void normalize_line_ends(std::string& text);

}  // namespace catchword
