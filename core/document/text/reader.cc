// Lines, blocks, front page, headings, and then passages.
#include "document/text/reader.h"

#include <algorithm>
#include <utility>

#include "document/source_path.h"
#include "document/text/blocks.h"
#include "document/text_encoding.h"
#include "document/text/front_page.h"
#include "document/text/headings.h"
#include "document/text/lines.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

/// Source code and logs have no title and no headings, whatever some of their lines look like.
bool is_mostly_code(const std::vector<TextLine>& lines) {
  size_t code = 0;
  size_t all = 0;
  for (const TextLine& line : lines) {
    if (line.blank()) continue;
    ++all;
    code += looks_like_code(line.text);
  }
  return code * 10 >= all * 3;
}

/// "## Scope ##" -> "Scope".
std::string heading_text(const TextBlock& block) {
  std::string text = collapse_white_space(block_text(block));
  if (!text.starts_with('#')) return text;
  const size_t first = text.find_first_not_of("# ");
  const size_t last = text.find_last_not_of("# ");
  return first == std::string::npos ? text : text.substr(first, last - first + 1);
}

std::vector<Passage> make_passages(const std::vector<TextBlock>& blocks, const TextFrontPage& front,
                                   const std::vector<int>& levels) {
  std::vector<Passage> passages(1);
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (front.taken[i]) continue;
    if (levels[i] > 0 && !front.no_heading[i]) {
      Passage& passage = passages.emplace_back();
      passage.heading = heading_text(blocks[i]);
      passage.level = levels[i];
    } else {
      append_block(block_text(blocks[i]), passages.back().text);
    }
  }
  if (passages.front().text.empty()) passages.erase(passages.begin());
  return passages;
}

/// Drops a first line that speaks to an editor, "-*- text -*-".
std::string_view without_mode_line(std::string_view text) {
  std::string_view rest = text;
  const std::string_view first = trim(take_until(rest, '\n'));
  const bool is_mode = first.size() > 6 && first.starts_with("-*-") && first.ends_with("-*-");
  return is_mode ? rest : text;
}

Document make_document(std::string_view path, std::string_view text) {
  const std::vector<TextLine> lines = split_text_lines(without_mode_line(text));
  const std::vector<TextBlock> blocks = make_text_blocks(lines);
  TextFrontPage front;
  std::vector<int> levels(blocks.size(), 0);
  if (is_mostly_code(lines)) {
    front.taken.resize(blocks.size());
    front.no_heading.resize(blocks.size());
  } else {
    front = read_text_front_page(blocks);
    levels = find_headings(blocks);
  }
  Document document;
  document.id = path;
  document.url = percent_encode_path(path);
  document.title = front.title.empty() ? std::string(file_name(path)) : std::move(front.title);
  document.metadata = front.metadata.take();
  document.passages = make_passages(blocks, front, levels);
  return document;
}

class TextReader final : public DocumentReader {
 public:
  void read(const SourceFile& file, const ReadSink& sink) const override {
    Result<DecodedText> decoded = decode_text(file.bytes);
    const std::string path(file.path);
    if (!decoded) {
      sink.notice({Notice::Kind::kFailed, path, decoded.error().message});
      return;
    }
    if (decoded->guessed) {
      sink.notice({Notice::Kind::kWarning, path, "not UTF-8; read as " + std::string(decoded->encoding)});
    }
    std::string text = clean_terminal_text(decoded->text);
    normalize_line_ends(text);
    sink.document(make_document(file.path, text));
  }
};

}  // namespace

std::unique_ptr<DocumentReader> make_text_reader() { return std::make_unique<TextReader>(); }

}  // namespace catchword
