// External interface: HtmlText, on_one_line.
#include "document/html/text.h"

#include <array>
#include <bit>
#include <cstring>

namespace catchword {
namespace {

enum Class : std::uint8_t { kWord, kSpace, kControl, kLatinLead };

// U+00A0 and U+00AD are 0xC2 and one of these.
constexpr char kNoBreakSpace = '\xA0';
constexpr char kSoftHyphen = '\xAD';

// A line of links may hold other bytes, as separators and numbers: these, and a fifth of it.
constexpr std::size_t kUnlinkedBytes = 4;
constexpr std::size_t kUnlinkedPart = 5;

constexpr std::array<std::uint8_t, 256> make_text_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (int c = 0; c < 0x20; ++c) classes[static_cast<std::size_t>(c)] = kControl;
  for (const char c : {' ', '\n', '\t', '\r', '\f'}) {
    classes[static_cast<unsigned char>(c)] = kSpace;
  }
  classes[0x7F] = kControl;
  classes[0xC2] = kLatinLead;
  return classes;
}
constexpr auto kTextClasses = make_text_classes();

Class class_of(char c) { return static_cast<Class>(kTextClasses[static_cast<unsigned char>(c)]); }

// What stands at `at`, where 0xC2 leads one of the two characters with a meaning here.
bool is_pair(std::string_view text, std::size_t at, char second) {
  return at + 1 < text.size() && text[at + 1] == second;
}

// Whether the byte at `at` stands as it is.
inline bool is_ordinary(std::string_view text, std::size_t at) {
  const Class c = class_of(text[at]);
  return c == kWord || (c == kLatinLead && !is_pair(text, at, kNoBreakSpace) &&
                        !is_pair(text, at, kSoftHyphen));
}

// How many of eight bytes, the first being the lowest, are ordinary for certain or single spaces. The
// tricks for bytes in a word are exact up to the first that they find.
std::size_t count_plain(std::uint64_t bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighs = kOnes * 0x80;
  const auto zeros = [](std::uint64_t word) { return (word - kOnes) & ~word & kHighs; };
  const std::uint64_t controls = (bytes - kOnes * ' ') & ~bytes & kHighs;
  const std::uint64_t unlike_space = bytes ^ kOnes * ' ';
  const std::uint64_t spaces = ~(((unlike_space & ~kHighs) + ~kHighs) | unlike_space) & kHighs;
  const std::uint64_t others = controls | zeros(bytes ^ kOnes * 0x7F) | zeros(bytes ^ kOnes * 0xC2) |
                               (spaces & (spaces >> 8));
  return static_cast<std::size_t>(std::countr_zero(others)) / 8;
}

// The same of the bytes at `at`, without a space at their end; 0 when fewer than eight are left.
std::size_t count_plain(std::string_view text, std::size_t at) {
  if (text.size() - at < 8) return 0;
  std::uint64_t bytes;
  std::memcpy(&bytes, text.data() + at, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  const std::size_t count = count_plain(bytes);
  return count > 0 && text[at + count - 1] == ' ' ? count - 1 : count;
}

// The end of the words at `at` that have one space between them: text that needs no change.
std::size_t words_end(std::string_view text, std::size_t at) {
  if (!is_ordinary(text, at)) return at;
  ++at;
  while (at < text.size()) {
    const std::size_t plain = count_plain(text, at);
    at += plain;
    if (plain >= 7) continue;
    if (is_ordinary(text, at)) {
      ++at;
    } else if (text[at] == ' ' && at + 1 < text.size() && is_ordinary(text, at + 1)) {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

// The end of the preformatted words and spaces at `at` that need no change.
std::size_t code_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_ordinary(text, at) || text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

}  // namespace

void HtmlText::append(std::string_view text, bool preformatted) {
  if (!preformatted) return append_collapsed(text);
  const std::size_t begin = text_.size();
  append_preformatted(text);
  mark_code(begin);
}

void HtmlText::mark_code(std::size_t begin) {
  if (text_.size() == begin) return;
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (!code_ranges_.empty() && code_ranges_.back() == begin) {
    code_ranges_.back() = end;
  } else {
    code_ranges_.insert(code_ranges_.end(), {static_cast<std::uint32_t>(begin), end});
  }
}

void HtmlText::flush_space() {
  if (space_ && !text_.empty() && text_.back() != '\n') text_ += ' ';
  space_ = false;
}

void HtmlText::append_collapsed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = words_end(text, at);
    if (end > at) {
      flush_space();
      text_.append(text.data() + at, end - at);
      at = end;
      continue;
    }
    const Class c = class_of(text[at]);
    if (c == kSpace || (c == kLatinLead && text[at + 1] == kNoBreakSpace)) space_ = true;
    at += c == kLatinLead ? 2 : 1;
  }
}

void HtmlText::append_preformatted(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = code_end(text, at);
    if (end > at) {
      flush_space();
      text_.append(text.data() + at, end - at);
      at = end;
      continue;
    }
    const char c = text[at];
    if (c == '\n' || (c == '\r' && !is_pair(text, at, '\n'))) {
      space_ = false;
      end_line();
    } else if (class_of(c) == kLatinLead && text[at + 1] == kNoBreakSpace) {
      flush_space();
      text_ += ' ';
    }
    at += class_of(c) == kLatinLead ? 2 : 1;
  }
}

void HtmlText::break_line() {
  space_ = false;
  if (!text_.empty() && text_.back() != '\n') end_line();
}

void HtmlText::end_line() {
  if (text_.empty()) return;
  const std::size_t size = text_.size() - line_;
  if (linked_ > 0 && linked_ + kUnlinkedBytes + size / kUnlinkedPart >= size) {
    link_lines_.push_back(static_cast<std::uint32_t>(line_));
  }
  text_ += '\n';
  line_ = text_.size();
  linked_ = 0;
}

void HtmlText::truncate(std::size_t size) {
  if (size < line_ || size >= text_.size()) return;
  text_.resize(size);
}

void HtmlText::mark_link(std::size_t begin) {
  if (begin < line_) begin = line_;
  if (begin < text_.size()) linked_ += text_.size() - begin;
}

std::string on_one_line(std::string_view text) {
  HtmlText line;
  line.append(text, false);
  return line.take();
}

}  // namespace catchword
