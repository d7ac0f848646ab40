// The order of tests: byte order mark, binary, UTF-8, what ICU's detector is sure of, and at last
// windows-1252.
#include "document/text_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#include "document/utf8.h"

namespace catchword {
namespace {

constexpr size_t kSniffedBytes = size_t{64} * 1024;
/// Text has hardly any control bytes; one in this many is taken as a sign of binary data.
constexpr size_t kBytesPerControl = 50;

bool is_odd_control(unsigned char byte) {
  const bool usual = byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f' ||
                     byte == '\b' || byte == 0x0B || byte == 0x1B || byte == 0x1A;
  return byte == 0x7F || (byte < 0x20 && !usual);
}

/// ICU counts in 32 bits; what doesn't fit is not a text that anybody reads.
std::string convert(std::string_view bytes, const char* encoding) {
  if (bytes.size() > std::numeric_limits<int32_t>::max() / 4) return {};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> source(ucnv_open(encoding, &status),
                                                                  &ucnv_close);
  if (U_FAILURE(status)) return {};
  std::string text(bytes.size() * 3 + 16, '\0');
  const int32_t size =
      ucnv_toAlgorithmic(UCNV_UTF8, source.get(), text.data(), static_cast<int32_t>(text.size()),
                         bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  text.resize(U_FAILURE(status) ? 0 : static_cast<size_t>(size));
  return text;
}

struct GuessedEncoding {
  std::string_view name;   ///< as ICU's detector and converters call it
  int least_confidence;    ///< of 100; detectors by letters are less sure than those by byte pairs
  size_t bytes_per_mark;   ///< at least one byte in so many is beyond ASCII in such a text
};

constexpr GuessedEncoding kGuessed[] = {
    {"GB18030", 50, 8}, {"Big5", 50, 8},         {"Shift_JIS", 50, 8}, {"EUC-JP", 50, 8},
    {"EUC-KR", 50, 8},  {"windows-1251", 20, 2}, {"KOI8-R", 20, 2},
};

/// The encoding that ICU's detector finds in the first bytes; empty when it is none of the above,
/// or not sure.
std::string_view guess_encoding(std::string_view bytes) {
  bytes = bytes.substr(0, kSniffedBytes);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  const std::string_view name = ucsdet_getName(match, &status);
  const int confidence = ucsdet_getConfidence(match, &status);
  const auto marks = static_cast<size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char byte) { return (byte & 0x80) != 0; }));
  for (const GuessedEncoding& known : kGuessed) {
    if (known.name != name) continue;
    const bool sure = confidence >= known.least_confidence && marks * known.bytes_per_mark >= bytes.size();
    return sure ? known.name : std::string_view();
  }
  return {};
}

Result<DecodedText> decode_utf16(std::string_view bytes, const char* encoding) {
  DecodedText decoded{convert(bytes.substr(2), encoding), encoding, false};
  if (decoded.text.empty() && bytes.size() > 2) {
    return Error{ErrorKind::kInput, std::string("not readable as ") + encoding, "",
                 "Save the file as UTF-8"};
  }
  return decoded;
}

}  // namespace

bool looks_binary(std::string_view bytes) {
  bytes = bytes.substr(0, kSniffedBytes);
  if (bytes.find('\0') != std::string_view::npos) return true;
  const auto odd = static_cast<size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char byte) { return is_odd_control(byte); }));
  return odd > bytes.size() / kBytesPerControl;
}

std::string decode_windows_1252(std::string_view bytes) {
  return convert(bytes, "ibm-5348_P100-1997");  // ICU's name for it, the euro sign included
}

Result<DecodedText> decode_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE")) return decode_utf16(bytes, "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return decode_utf16(bytes, "UTF-16BE");
  if (looks_binary(bytes)) {
    return Error{ErrorKind::kInput, "binary data, not text", "",
                 "Leave it out of the input, or give it the extension of its format"};
  }
  if (is_utf8(bytes)) return DecodedText{std::string(bytes), "UTF-8", false};
  if (const std::string_view encoding = guess_encoding(bytes); !encoding.empty()) {
    std::string text = convert(bytes, encoding.data());
    if (!text.empty()) return DecodedText{std::move(text), encoding, true};
  }
  DecodedText decoded{decode_windows_1252(bytes), "windows-1252", true};
  if (decoded.text.empty()) return Error{ErrorKind::kInput, "not UTF-8", "", "Save it as UTF-8"};
  return decoded;
}

void normalize_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  size_t to = 0;
  for (size_t from = 0; from < text.size(); ++from) {
    const bool pair = text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n';
    if (!pair) text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text.resize(to);
}

}  // namespace catchword
