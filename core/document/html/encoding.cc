// External interface: decode_html, encoding_of_label.
#include "document/html/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <memory>

#include "document/html/tokenizer.h"
#include "document/text_encoding.h"
#include "document/text_strings.h"
#include "document/utf8.h"

namespace catchword {
namespace {

constexpr std::string_view kUtf8 = "UTF-8";
constexpr std::string_view kWindows1252 = "ibm-5348_P100-1997";
constexpr std::string_view kUtf16Le = "UTF-16LE";
constexpr std::string_view kUtf16Be = "UTF-16BE";

constexpr std::size_t kPrescanned = 1024;      // bytes in which the standard looks for <meta>
constexpr std::size_t kLookedAt = 4096;        // bytes that tell text from binary data
constexpr std::size_t kControlShare = 50;      // one control character in so many is too much,
constexpr std::size_t kFewControls = 6;        // but for these, in the shortest of files
constexpr std::size_t kEnoughSequences = 4;    // valid UTF-8 by chance is less likely than this

struct Encoding {
  std::string_view converter;
  std::string_view labels;
};
constexpr Encoding kEncodings[] = {
#define ENCODING(converter, labels) {converter, labels},
#include "document/html/encoding_labels.inc"
#undef ENCODING
};

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};
// Byte order marks, and the first characters of a page in UTF-16 that has none.
constexpr Mark kMarks[] = {{"\xEF\xBB\xBF", kUtf8}, {"\xFE\xFF", kUtf16Be}, {"\xFF\xFE", kUtf16Le}};
constexpr Mark kBareUtf16[] = {{std::string_view("<\0!\0", 4), kUtf16Le},
                               {std::string_view("<\0h\0", 4), kUtf16Le},
                               {std::string_view("<\0H\0", 4), kUtf16Le},
                               {std::string_view("\0<\0!", 4), kUtf16Be},
                               {std::string_view("\0<\0h", 4), kUtf16Be},
                               {std::string_view("\0<\0H", 4), kUtf16Be}};

// 1 for each control character that text has no use for. ISO-2022-JP escapes with ESC.
constexpr std::array<std::uint8_t, 256> make_controls() {
  std::array<std::uint8_t, 256> controls{};
  for (int c = 0; c < 0x20; ++c) {
    if (!is_html_space(static_cast<char>(c)) && c != 0x1B) controls[static_cast<std::size_t>(c)] = 1;
  }
  return controls;
}
constexpr auto kControls = make_controls();

bool looks_like_bytes(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kLookedAt);
  std::size_t controls = 0;
  for (const char c : head) controls += kControls[static_cast<unsigned char>(c)];
  return controls > kFewControls && controls > head.size() / kControlShare;
}

// The value of "charset=" in `content` of a meta element.
std::string_view charset_in(std::string_view content) {
  const std::string lower = ascii_lower(content);
  for (std::size_t at = 0; (at = lower.find("charset", at)) != std::string::npos;) {
    at += 7;
    std::string_view rest = trim(content.substr(at));
    if (!rest.starts_with('=')) continue;
    rest = trim(rest.substr(1));
    if (rest.empty()) return {};
    if (rest.front() == '"' || rest.front() == '\'') {
      const std::size_t close = rest.find(rest.front(), 1);
      return close == std::string_view::npos ? std::string_view() : rest.substr(1, close - 1);
    }
    return rest.substr(0, rest.find_first_of("; \t\n\f\r"));
  }
  return {};
}

std::string_view declared_by(const HtmlToken& meta) {
  if (const HtmlAttribute* charset = find_attribute(meta, "charset")) return charset->value;
  const HtmlAttribute* kind = find_attribute(meta, "http-equiv");
  const HtmlAttribute* content = find_attribute(meta, "content");
  if (kind == nullptr || content == nullptr) return {};
  return equals_ignoring_case(kind->value, "content-type") ? charset_in(content->value)
                                                            : std::string_view();
}

// What an XML declaration at the very beginning says.
std::string_view declared_by_xml(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, bytes.find('>'));
  const std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  std::string_view rest = trim(declaration.substr(at + 8));
  if (!rest.starts_with('=')) return {};
  rest = trim(rest.substr(1));
  if (rest.size() < 2) return {};
  const std::size_t close = rest.find(rest.front(), 1);
  return close == std::string_view::npos ? std::string_view() : rest.substr(1, close - 1);
}

// The label that the page declares. The standard's prescan reads tags as the tokenizer does.
// Browsers look past the first kilobyte too, when <meta> comes late in <head>: so does this.
std::string_view declared_label(std::string_view bytes) {
  HtmlTokenizer tokenizer(bytes);
  HtmlToken token;
  while (tokenizer.next(token, false)) {
    if (token.kind != HtmlToken::Kind::kStart) continue;
    if (token.tag == html_tag::kMeta) {
      const std::string_view label = declared_by(token);
      if (!encoding_of_label(label).empty()) return label;
    }
    if (has_trait(token.tag, html_tag::kRawText)) {
      tokenizer.enter(HtmlTokenizer::Content::kRawText, token.name);
    }
    if (token.tag == html_tag::kBody && bytes.size() - tokenizer.left() > kPrescanned) break;
  }
  return declared_by_xml(bytes);
}

struct Closer {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::unique_ptr<UConverter, Closer> open_converter(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  return std::unique_ptr<UConverter, Closer>(ucnv_open(std::string(name).c_str(), &status));
}

// False when ICU knows no such converter.
bool convert(std::string_view bytes, std::string_view encoding, std::string& out) {
  const auto from = open_converter(encoding);
  const auto to = open_converter(kUtf8);
  if (!from || !to) return false;
  constexpr std::size_t kPiece = 1 << 16;
  UChar pivot[4096];
  UChar* pivot_source = pivot;
  UChar* pivot_target = pivot;
  const char* source = bytes.data();
  const char* source_end = source + bytes.size();
  bool reset = true;
  for (;;) {
    const std::size_t used = out.size();
    out.resize(used + kPiece);
    char* target = out.data() + used;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, source_end,
                   pivot, &pivot_source, &pivot_target, pivot + std::size(pivot), reset, true,
                   &status);
    out.resize(static_cast<std::size_t>(target - out.data()));
    reset = false;
    if (status != U_BUFFER_OVERFLOW_ERROR) return U_SUCCESS(status) || !out.empty();
  }
}

struct Utf8Count {
  std::size_t sequences = 0;  ///< well-formed ones beyond ASCII
  std::size_t errors = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    if ((static_cast<unsigned char>(bytes[at]) & 0x80) == 0) {
      ++at;
      continue;
    }
    const std::size_t before = at;
    const char32_t code_point = next_code_point(bytes, at);
    const bool error = code_point == 0xFFFD && bytes.substr(before, 3) != "\xEF\xBF\xBD";
    ++(error ? count.errors : count.sequences);
  }
  return count;
}

void decode_named(std::string_view bytes, std::string_view encoding, HtmlText8& out) {
  if (!convert(bytes, encoding, out.converted)) {
    out.converted = decode_windows_1252(bytes);
    out.warning = "the declared encoding is not known to this build's ICU; read as windows-1252";
  }
  out.text = out.converted;
}

void decode_windows(std::string_view bytes, HtmlText8& out) {
  decode_named(bytes, kWindows1252, out);
}

// Not valid UTF-8, though it is what the page declares, or nothing is.
void decode_broken_utf8(std::string_view bytes, bool declared, HtmlText8& out) {
  const Utf8Count count = count_utf8(bytes);
  if (count.sequences > count.errors || (declared && count.sequences == count.errors)) {
    out.converted = repair_utf8(bytes);
    out.text = out.converted;
    out.warning = "is not valid UTF-8 throughout; damaged characters were replaced";
    return;
  }
  decode_windows(bytes, out);
  if (declared) out.warning = "declares UTF-8 and is not; read as windows-1252";
}

void decode_utf8(std::string_view bytes, bool declared, HtmlText8& out) {
  if (is_utf8(bytes)) {
    out.text = bytes;
  } else {
    decode_broken_utf8(bytes, declared, out);
  }
}

bool is_really_utf8(std::string_view bytes) {
  if (!is_utf8(bytes)) return false;
  return count_utf8(bytes).sequences >= kEnoughSequences;
}

void decode_declared(std::string_view bytes, std::string_view encoding, HtmlText8& out) {
  if (encoding.empty() || encoding == kUtf8) return decode_utf8(bytes, !encoding.empty(), out);
  if (encoding != "ISO-2022-JP" && is_really_utf8(bytes)) {
    out.text = bytes;
    out.warning = "declares another encoding and is UTF-8";
    return;
  }
  decode_named(bytes, encoding, out);
}

}  // namespace

std::string_view encoding_of_label(std::string_view label) {
  const std::string wanted = ascii_lower(trim(label));
  if (wanted.empty()) return {};
  for (const Encoding& encoding : kEncodings) {
    std::string_view labels = encoding.labels;
    while (!labels.empty()) {
      if (take_until(labels, ' ') == wanted) return encoding.converter;
    }
  }
  return {};
}

void decode_html(std::string_view bytes, HtmlText8& out) {
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    bytes.remove_prefix(mark.bytes.size());
    if (mark.encoding == kUtf8) return decode_utf8(bytes, true, out);
    return decode_named(bytes, mark.encoding, out);
  }
  for (const Mark& mark : kBareUtf16) {
    if (bytes.starts_with(mark.bytes)) return decode_named(bytes, mark.encoding, out);
  }
  if (looks_like_bytes(bytes)) {
    out.is_binary = true;
    return;
  }
  decode_declared(bytes, encoding_of_label(declared_label(bytes)), out);
}

}  // namespace catchword
