// Lines of plain text -> blocks between blank lines, and each block's shape: prose whose lines
// were only wrapped, or lines that mean something (verse, code, tables, logs).
#pragma once

#include <string>
#include <vector>

#include "document/text/lines.h"

namespace catchword {

enum class BlockShape {
  kProse,      ///< its line breaks only fill the width: joined by spaces
  kLines,      ///< its line breaks are the author's: kept
  kList,       ///< items that begin with a bullet or number: one line an item
  kUnderlined  ///< a heading with a line of '=', '-' or the like below it
};

/// Lines without a blank one between them (or what stands between two fences, blank lines gone).
struct TextBlock {
  std::vector<TextLine> lines;  ///< at least one; none is blank
  BlockShape shape = BlockShape::kProse;
  char underline = '\0';        ///< of kUnderlined, whose only line is the heading
  bool fenced = false;          ///< stood between two lines of "```" or "----"
  bool quoted = false;          ///< its lines began with ">"
};

/// Cuts `lines` into blocks and tells their shapes.
std::vector<TextBlock> make_text_blocks(const std::vector<TextLine>& lines);

/// The block's text: one line for prose, one line an item for a list, else its lines as they are
/// (indentation relative to the least indented one).
std::string block_text(const TextBlock& block);

/// Whether `line` begins with a bullet or an item's number: "- ", "* ", "• ", "1. ", "b) ", "(3) ".
bool begins_item(std::string_view line);

/// Whether `line` looks like source code or a command.
bool looks_like_code(std::string_view line);

}  // namespace catchword
