// External interface: HtmlText, on_one_line.
#include "document/html/text.h"

#include <array>

namespace catchword {
namespace {

enum Class : std::uint8_t { kWord, kSpace, kControl, kLatinLead };

// U+00A0 and U+00AD are 0xC2 and one of these.
constexpr char kNoBreakSpace = '\xA0';
constexpr char kSoftHyphen = '\xAD';

// A line of links may hold other bytes, as separators and numbers: these, and a fifth of it.
constexpr std::size_t kUnlinkedBytes = 4;
constexpr std::size_t kUnlinkedPart = 5;

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (int c = 0; c < 0x20; ++c) classes[static_cast<std::size_t>(c)] = kControl;
  for (const char c : {' ', '\n', '\t', '\r', '\f'}) {
    classes[static_cast<unsigned char>(c)] = kSpace;
  }
  classes[0x7F] = kControl;
  classes[0xC2] = kLatinLead;
  return classes;
}
constexpr auto kClasses = make_classes();

Class class_of(char c) { return static_cast<Class>(kClasses[static_cast<unsigned char>(c)]); }

// What stands at `at`, where 0xC2 leads one of the two characters with a meaning here.
bool is_pair(std::string_view text, std::size_t at, char second) {
  return at + 1 < text.size() && text[at + 1] == second;
}

// The end of the run of ordinary bytes at `at`.
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Class c = class_of(text[at]);
    if (c == kLatinLead) {
      if (is_pair(text, at, kNoBreakSpace) || is_pair(text, at, kSoftHyphen)) break;
    } else if (c != kWord) {
      break;
    }
    ++at;
  }
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
    const std::size_t end = word_end(text, at);
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
    const std::size_t end = word_end(text, at);
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
    } else if (c == ' ' || c == '\t' || (class_of(c) == kLatinLead && text[at + 1] == kNoBreakSpace)) {
      flush_space();
      text_ += c == '\t' ? '\t' : ' ';
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
