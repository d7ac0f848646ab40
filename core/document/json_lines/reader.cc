// Cuts the file into lines; each is parsed by itself, so that a bad one costs only itself.
#include "document/json_lines/reader.h"

#include <algorithm>
#include <utility>

#include "document/json_lines/handler.h"
#include "document/source_path.h"
#include "document/text_encoding.h"
#include "document/text_strings.h"
#include "document/utf8.h"

namespace catchword {
namespace {

bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string first_heading(const Document& document) {
  const auto found = std::find_if(document.passages.begin(), document.passages.end(),
                                  [](const Passage& passage) { return !passage.heading.empty(); });
  return found == document.passages.end() ? std::string() : found->heading;
}

/// Reads the lines of one file.
class LineReader {
 public:
  LineReader(const SourceFile& file, const ReadSink& sink)
      : path_(file.path), sink_(sink), line_(file.lines_before) {}

  void read(std::string_view text) {
    while (!text.empty()) {
      ++line_;
      const std::string_view line = take_until(text, '\n');
      if (trim(line).empty()) continue;
      if (is_utf8(line)) {
        read_line(line);
      } else {
        report(Notice::Kind::kWarning, "not UTF-8; read as windows-1252");
        read_line(decode_windows_1252(line));
      }
    }
  }

 private:
  void read_line(std::string_view line) {
    const bool good = nlohmann::json::sax_parse(line.begin(), line.end(), &handler_);
    if (good) {
      emit(handler_.take());
    } else {
      report_problem();
      handler_.reset();
    }
  }

  void emit(Document document) {
    const std::string place = path_ + '#' + std::to_string(line_);
    if (document.url.empty()) {
      document.url = percent_encode_path(document.id.empty() ? path_ : document.id);
    }
    if (document.title.empty()) document.title = first_heading(document);
    if (document.title.empty()) document.title = document.id.empty() ? place : document.id;
    if (document.id.empty()) document.id = place;
    sink_.document(std::move(document));
  }

  void report_problem() {
    std::string reason = handler_.problem();
    if (handler_.problem_byte() > 0) {
      reason += " (byte " + std::to_string(handler_.problem_byte()) + " of the line)";
    }
    report(Notice::Kind::kFailed, reason + "; expected one JSON object a line");
  }

  void report(Notice::Kind kind, std::string reason) {
    sink_.notice({kind, path_ + ':' + std::to_string(line_), std::move(reason)});
  }

  std::string path_;
  const ReadSink& sink_;
  JsonLineHandler handler_;
  size_t line_;
};

class JsonLinesReader final : public DocumentReader {
 public:
  void read(const SourceFile& file, const ReadSink& sink) const override {
    std::string_view bytes = file.bytes;
    if (file.lines_before == 0) {
      if (!can_be_read_in_pieces(bytes)) return read_decoded(file, sink);
      if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    }
    LineReader(file, sink).read(bytes);
  }

 private:
  /// The rare case, in which the whole file is copied.
  static void read_decoded(const SourceFile& file, const ReadSink& sink) {
    const Result<DecodedText> decoded = decode_text(file.bytes);
    if (!decoded) {
      sink.notice({Notice::Kind::kFailed, std::string(file.path), decoded.error().message});
      return;
    }
    LineReader(file, sink).read(decoded->text);
  }
};

}  // namespace

bool can_be_read_in_pieces(std::string_view beginning) {
  return !has_utf16_mark(beginning) && !looks_binary(beginning);
}

std::unique_ptr<DocumentReader> make_json_lines_reader() {
  return std::make_unique<JsonLinesReader>();
}

}  // namespace catchword
