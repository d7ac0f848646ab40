// HtmlText: characters in, text as a browser lays it out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace catchword {

/// Collapses white space, keeps that of preformatted text, and ends blocks with '\n'.
/// A soft hyphen vanishes (the word was never two); a no-break space becomes a space, for it
/// looks like one; control characters are dropped, NUL among them.
class HtmlText {
 public:
  /// Appends valid UTF-8 without markup.
  void append(std::string_view text, bool preformatted);

  /// What follows stands on a new line. Nothing at the beginning of a line.
  void break_line();

  /// What follows is another word.
  void break_word() { space_ = true; }

  /// Takes back everything behind `size`.
  void truncate(std::size_t size);

  /// Notes that the text from `begin` on is the text of a link.
  void mark_link(std::size_t begin);

  [[nodiscard]] const std::string& str() const { return text_; }
  [[nodiscard]] std::size_t line() const { return line_; }  ///< where the current line begins
  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] std::size_t size() const { return text_.size(); }

  /// Offsets of the lines that consist of link texts, signs and spaces.
  [[nodiscard]] const std::vector<std::uint32_t>& link_lines() const { return link_lines_; }

  /// Begins and ends of the preformatted parts.
  std::vector<std::uint32_t> take_code_ranges() { return std::move(code_ranges_); }

  std::string take() { return std::move(text_); }
  std::vector<std::uint32_t> take_link_lines() { return std::move(link_lines_); }

 private:
  void append_collapsed(std::string_view text);
  void append_preformatted(std::string_view text);
  void mark_code(std::size_t begin);
  void end_line();
  void flush_space();

  std::string text_;
  bool space_ = false;  ///< white space was seen and not yet written
  std::size_t line_ = 0;    ///< where the current line begins
  std::size_t linked_ = 0;  ///< bytes of the current line that are text of links
  std::vector<std::uint32_t> link_lines_;
  std::vector<std::uint32_t> code_ranges_;
};

/// `text` on one line, trimmed.
std::string on_one_line(std::string_view text);

}  // namespace catchword
