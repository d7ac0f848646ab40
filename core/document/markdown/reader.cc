// Front matter, then HTML by cmark-gfm, then the HTML reader; what the front matter says wins.
#include "document/markdown/reader.h"

#include <algorithm>
#include <utility>

#include "document/markdown/front_matter.h"
#include "document/markdown/html.h"
#include "document/metadata_builder.h"
#include "document/source_path.h"
#include "document/text_encoding.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

/// The reason for which the front matter keeps the page out of the search; else empty.
std::string_view reason_to_skip(const FrontMatter& front_matter) {
  if (!front_matter.search) return "search: false";
  return front_matter.draft ? "draft" : "";
}

bool is_language_tag(std::string_view tag) {
  return !tag.empty() && std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string wrap(std::string_view body, std::string_view language) {
  std::string page = "<!DOCTYPE html>\n<html";
  if (is_language_tag(language)) page.append(" lang=\"").append(language).append("\"");
  page.append("><head><meta charset=\"utf-8\"></head><body>\n").append(body).append("</body></html>\n");
  return page;
}

/// The first heading of level 1, written as `# heading` or as raw `<h1>`.
std::string first_heading(const Document& document, std::string written) {
  if (!written.empty()) return written;
  const auto found = std::find_if(document.passages.begin(), document.passages.end(),
                                  [](const Passage& passage) { return passage.level == 1; });
  return found == document.passages.end() ? std::string() : found->heading;
}

/// A first heading that only says the title again heads nothing: its text belongs to the page.
void drop_heading_equal_to_title(Document& document) {
  const auto found = std::find_if(document.passages.begin(), document.passages.end(),
                                  [](const Passage& passage) { return passage.level == 1; });
  if (found == document.passages.end() || found->heading != document.title) return;
  found->heading.clear();
  found->level = 0;
  if (found->text.empty()) document.passages.erase(found);
}

class MarkdownReader final : public DocumentReader {
 public:
  explicit MarkdownReader(std::unique_ptr<DocumentReader> html) : html_(std::move(html)) {}

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
    normalize_line_ends(decoded->text);
    read_text(path, decoded->text, sink);
  }

 private:
  void read_text(const std::string& path, std::string_view text, const ReadSink& sink) const {
    FrontMatter front_matter = parse_front_matter(text);
    if (const std::string_view reason = reason_to_skip(front_matter); !reason.empty()) {
      sink.notice({Notice::Kind::kSkipped, path, std::string(reason)});
      return;
    }
    if (!front_matter.problem.empty()) {
      sink.notice({Notice::Kind::kWarning, path + ':' + std::to_string(front_matter.problem_line),
                   front_matter.problem});
    }
    read_body(path, text.substr(front_matter.body), std::move(front_matter), sink);
  }

  void read_body(const std::string& path, std::string_view markdown, FrontMatter front_matter,
                 const ReadSink& sink) const {
    MarkdownHtml rendered = render_markdown(markdown);
    const std::string page = wrap(rendered.html, front_matter.language);
    const ReadSink amended = {
        [&](Document document) {
          amend(document, path, front_matter, rendered.first_heading);
          sink.document(std::move(document));
        },
        [&](Notice notice) {
          notice.where = path;  // its line would be one of the HTML, which nobody has seen
          sink.notice(std::move(notice));
        }};
    html_->read({path, page}, amended);
  }

  static void amend(Document& document, const std::string& path, const FrontMatter& front_matter,
                    const std::string& heading) {
    document.id = path;
    document.url = percent_encode_path(path);
    document.title = front_matter.title;
    if (document.title.empty()) document.title = first_heading(document, heading);
    if (document.title.empty()) document.title = file_name(path);
    if (!front_matter.language.empty()) document.language = front_matter.language;
    if (document.extent == Extent::kWhole) document.extent = Extent::kMain;  // no navigation in it
    MetadataBuilder metadata;
    metadata.add_missing(front_matter.metadata);
    metadata.add_missing(document.metadata);
    document.metadata = metadata.take();
    drop_heading_equal_to_title(document);
  }

  std::unique_ptr<DocumentReader> html_;
};

}  // namespace

std::unique_ptr<DocumentReader> make_markdown_reader(std::unique_ptr<DocumentReader> html) {
  return std::make_unique<MarkdownReader>(std::move(html));
}

}  // namespace catchword
