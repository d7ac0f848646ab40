// poppler gives the text of a page in reading order; running heads, wrapped lines and hyphens at
// their ends are undone as in plain text.
#include "document/pdf/reader.h"

#include "document/unsupported_reader.h"

#ifdef CATCHWORD_HAVE_POPPLER

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <limits>
#include <mutex>
#include <utility>
#include <vector>

#include "document/metadata_builder.h"
#include "document/source_path.h"
#include "document/text/blocks.h"
#include "document/text/lines.h"
#include "document/text_strings.h"
#include "document/utf8.h"

namespace catchword {
namespace {

using PdfFile = std::unique_ptr<poppler::document>;

std::string to_utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string utf8(bytes.begin(), bytes.end());
  return is_utf8(utf8) ? utf8 : utf8.substr(0, utf8_valid_prefix(utf8));
}

PdfFile open(std::string_view bytes) {
  static std::once_flag silenced;  // poppler writes what it finds odd to standard error
  std::call_once(silenced, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
  if (bytes.size() > static_cast<size_t>(std::numeric_limits<int>::max())) return nullptr;
  return PdfFile(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
}

std::string page_text(const poppler::document& file, int number) {
  const std::unique_ptr<poppler::page> page(file.create_page(number));
  if (!page) return {};
  std::string text = to_utf8(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout));
  std::replace(text.begin(), text.end(), '\f', '\n');  // the mark between pages is ours
  return text;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether the "- " at `at` parts a word that didn't fit on its line. "two- and three-fold" stays.
bool parts_word(std::string_view text, size_t at) {
  if (at == 0 || text.size() - at < 3 || !is_ascii_letter(text[at - 1])) return false;
  const std::string_view next = text.substr(at + 2);
  return next[0] >= 'a' && next[0] <= 'z' && !next.starts_with("and ") && !next.starts_with("or ");
}

std::string join_hyphenated(const std::string& text) {
  std::string joined;
  joined.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '-' && i + 1 < text.size() && text[i + 1] == ' ' && parts_word(text, i)) ++i;
    else joined += text[i];
  }
  return joined;
}

std::string text_of_lines(const std::vector<TextLine>& lines) {
  std::string text;
  for (const TextBlock& block : make_text_blocks(lines)) {
    const std::string part = block_text(block);
    append_block(block.shape == BlockShape::kLines ? part : join_hyphenated(part), text);
  }
  return text;
}

std::vector<Passage> read_pages(const poppler::document& file) {
  std::string text;
  for (int number = 0; number < file.pages(); ++number) text += page_text(file, number) + '\f';
  std::vector<Passage> passages;
  size_t number = 0;
  for (const std::vector<TextLine>& lines : split_text_pages(text)) {
    ++number;
    std::string page = text_of_lines(lines);
    if (page.empty()) continue;
    Passage& passage = passages.emplace_back();
    passage.anchor = "page=" + std::to_string(number);
    passage.text = std::move(page);
  }
  return passages;
}

/// What word processors and converters write where nobody gave a title.
bool is_no_title(const std::string& title) {
  static constexpr std::string_view kEnds[] = {".doc", ".docx", ".dvi", ".tex", ".indd", ".odt", ".rtf"};
  const std::string lower = ascii_lower(title);
  return lower.empty() || lower.starts_with("microsoft word") || lower.starts_with("untitled") ||
         std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::string_view end) { return lower.ends_with(end); });
}

/// "D:20021011120000Z" -> "2002-10-11".
std::string iso_date(std::string_view written) {
  if (written.starts_with("D:")) written.remove_prefix(2);
  const size_t digits = std::min(written.find_first_not_of("0123456789"), written.size());
  if (digits < 8) return {};
  return std::string(written.substr(0, 4)).append("-").append(written.substr(4, 2)).append("-").append(
      written.substr(6, 2));
}

std::vector<Metadata> read_metadata(const poppler::document& file) {
  MetadataBuilder metadata;
  metadata.add("author", to_utf8(file.get_author()));
  metadata.add("description", to_utf8(file.get_subject()));
  std::string keywords = to_utf8(file.get_keywords());
  std::replace(keywords.begin(), keywords.end(), ';', ',');
  for (std::string_view rest = keywords; !rest.empty();) metadata.add("keywords", take_until(rest, ','));
  metadata.add("date", iso_date(to_utf8(file.info_key("CreationDate"))));
  return metadata.take();
}

void read_pdf(const SourceFile& source, const ReadSink& sink) {
  const std::string path(source.path);
  const PdfFile file = open(source.bytes);
  if (!file) return sink.notice({Notice::Kind::kFailed, path, "not a PDF, or a damaged one"});
  if (file->is_locked()) {
    return sink.notice({Notice::Kind::kFailed, path, "encrypted: it opens with a password only"});
  }
  Document document;
  document.id = path;
  document.url = percent_encode_path(path);
  document.title = collapse_white_space(to_utf8(file->get_title()));
  if (is_no_title(document.title)) document.title = file_name(path);
  document.metadata = read_metadata(*file);
  document.passages = read_pages(*file);
  if (document.passages.empty()) {
    sink.notice({Notice::Kind::kWarning, path, "no text in it; its pages may be scanned images"});
  }
  sink.document(std::move(document));
}

class PdfReader final : public DocumentReader {
 public:
  void read(const SourceFile& file, const ReadSink& sink) const override { read_pdf(file, sink); }
};

}  // namespace

std::unique_ptr<DocumentReader> make_pdf_reader() { return std::make_unique<PdfReader>(); }

}  // namespace catchword

#else

namespace catchword {

std::unique_ptr<DocumentReader> make_pdf_reader() {
  return std::make_unique<UnsupportedReader>("PDF", "poppler");
}

}  // namespace catchword

#endif  // CATCHWORD_HAVE_POPPLER
