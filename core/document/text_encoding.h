// Bytes of a text file -> UTF-8, for the formats that don't declare their encoding.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace catchword {

/// Text as UTF-8 and how it was found.
struct DecodedText {
  std::string text;             ///< valid UTF-8 without byte order mark
  std::string_view encoding;    ///< "UTF-8", "UTF-16LE", "GB18030"...
  bool guessed = false;         ///< by the frequency of its bytes, or windows-1252 for want of better
};

/// Decodes by byte order mark, else as UTF-8 where that is valid, else as one of GB18030, Big5,
/// Shift_JIS, EUC-JP, EUC-KR, windows-1251 and KOI8-R where its bytes are those, else as windows-1252.
/// Fails with kInput on binary data: a NUL outside UTF-16, or many control bytes.
Result<DecodedText> decode_text(std::string_view bytes);

/// Whether `bytes` look like no text at all. Looks at the first 64 kB.
bool looks_binary(std::string_view bytes);

/// Windows-1252 (as the WHATWG has it: its holes are control characters) to UTF-8.
std::string decode_windows_1252(std::string_view bytes);

/// Replaces every CR LF and lone CR by LF, in place.
void normalize_line_ends(std::string& text);

}  // namespace catchword
