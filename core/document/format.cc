// Two tables: extensions, and what the first bytes of a format look like.
#include "document/format.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "document/formats_library.h"
#include "document/html/reader.h"
#include "document/json_lines/reader.h"
#include "document/markdown/reader.h"
#include "document/source_path.h"
#include "document/text_encoding.h"
#include "document/text/reader.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

constexpr size_t kSniffedBytes = 4096;

using Extension = std::pair<std::string_view, Format>;

constexpr std::array<Extension, 24> kDocuments = {{
    {"html", Format::kHtml},         {"htm", Format::kHtml},      {"xhtml", Format::kHtml},
    {"xht", Format::kHtml},          {"shtml", Format::kHtml},    {"md", Format::kMarkdown},
    {"markdown", Format::kMarkdown}, {"mdown", Format::kMarkdown}, {"mkd", Format::kMarkdown},
    {"mkdn", Format::kMarkdown},     {"txt", Format::kText},      {"text", Format::kText},
    {"asc", Format::kText},          {"rst", Format::kText},      {"adoc", Format::kText},
    {"org", Format::kText},          {"log", Format::kText},      {"eml", Format::kMail},
    {"csv", Format::kText},          {"jsonl", Format::kJsonLines}, {"ndjson", Format::kJsonLines},
    {"jsonlines", Format::kJsonLines}, {"epub", Format::kEpub},   {"pdf", Format::kPdf},
}};

/// Text that a site or a project keeps beside its documents.
constexpr std::array<std::string_view, 34> kNoDocuments = {
    "css",  "js",   "mjs",  "cjs",  "ts",   "json", "map",  "svg",  "xml", "rss",  "atom", "yaml",
    "yml",  "toml", "ini",  "cfg",  "conf", "lock", "c",    "cc",   "cpp", "h",    "hpp",  "py",
    "sh",   "java", "go",   "rs",   "rb",   "php",  "tsv",  "webmanifest", "wasm", "vtt"};

Format format_of_extension(std::string_view extension) {
  const auto found = std::find_if(kDocuments.begin(), kDocuments.end(),
                                  [&](const Extension& known) { return known.first == extension; });
  return found == kDocuments.end() ? Format::kNone : found->second;
}

bool is_no_document(std::string_view extension) {
  return std::find(kNoDocuments.begin(), kNoDocuments.end(), extension) != kNoDocuments.end();
}

/// Formats whose first bytes can't be mistaken.
Format format_of_signature(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return Format::kPdf;
  if (looks_like_mime(bytes.substr(0, kSniffedBytes))) return Format::kMail;
  const bool is_zip = bytes.starts_with("PK\x03\x04");
  const bool is_epub = is_zip && bytes.substr(0, 100).find("application/epub+zip") != std::string_view::npos;
  return is_epub ? Format::kEpub : Format::kNone;
}

bool looks_like_html(std::string_view text) {
  const std::string start = ascii_lower(trim(text).substr(0, 1000));
  return start.starts_with("<!doctype html") || start.starts_with("<html") ||
         (start.starts_with("<?xml") && start.find("<html") != std::string::npos);
}

// The last line may be cut off. Other lines between them are the output of some program.
bool looks_like_json_lines(std::string_view text) {
  std::string_view rest = trim(text);
  const std::string_view first = trim(take_until(rest, '\n'));
  if (!first.starts_with("{\"") || !(first.ends_with('}') || rest.empty())) return false;
  while (!rest.empty()) {
    const std::string_view line = trim(take_until(rest, '\n'));
    if (!line.empty() && line.front() != '{') return false;
  }
  return true;
}

bool has_byte_order_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

Format format_of_content(std::string_view bytes) {
  bytes = bytes.substr(0, kSniffedBytes);
  if (has_byte_order_mark(bytes)) return Format::kText;
  if (looks_binary(bytes)) return Format::kNone;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (looks_like_html(bytes)) return Format::kHtml;
  return looks_like_json_lines(bytes) ? Format::kJsonLines : Format::kText;
}

/// By signature or by a known extension; kNone when neither says.
Format known_format(const SourceFile& file) {
  const Format by_signature = format_of_signature(file.bytes);
  return by_signature == Format::kNone ? format_of_extension(file_extension(file.path)) : by_signature;
}

/// JSON lines come through a pipe when the path says nothing.
bool is_standard_input(std::string_view path) { return path == "-"; }

}  // namespace

std::string_view format_name(Format format) {
  switch (format) {
    case Format::kHtml: return "HTML";
    case Format::kMarkdown: return "Markdown";
    case Format::kText: return "plain text";
    case Format::kMail: return "mail";
    case Format::kJsonLines: return "JSON lines";
    case Format::kEpub: return "EPUB";
    case Format::kPdf: return "PDF";
    case Format::kNone: break;
  }
  return "unknown";
}

bool looks_like_mime(std::string_view bytes) {
  bool has_version = false;
  for (std::string_view rest = bytes; !rest.empty();) {
    const std::string_view line = take_until(rest, '\n');
    if (trim(line).empty()) break;
    const bool goes_on = line.front() == ' ' || line.front() == '\t';
    const std::size_t colon = line.find(':');
    const bool is_field = colon != 0 && colon < line.find(' ');
    const bool is_envelope = line.data() == bytes.data() && line.starts_with("From ");
    if (!goes_on && !is_field && !is_envelope) return false;
    has_version |= is_field && ascii_lower(line.substr(0, colon)) == "mime-version";
  }
  return has_version;
}

Format choose_format(const SourceFile& file) {
  if (is_standard_input(file.path)) return Format::kJsonLines;
  const Format known = known_format(file);
  if (known != Format::kNone) return known;
  const std::string extension = file_extension(file.path);
  if (extension == "xml") return looks_like_html(file.bytes.substr(0, kSniffedBytes)) ? Format::kHtml : Format::kNone;
  return is_no_document(extension) || file.bytes.empty() ? Format::kNone : format_of_content(file.bytes);
}

Format choose_format_of_named_file(const SourceFile& file) {
  const Format chosen = choose_format(file);
  return chosen == Format::kNone ? format_of_content(file.bytes) : chosen;
}

std::unique_ptr<DocumentReader> make_reader(Format format, const HtmlOptions& html) {
  switch (format) {
    case Format::kHtml: return make_html_reader(html);
    case Format::kMarkdown: return make_markdown_reader(make_html_reader(html));
    case Format::kText: return make_text_reader();
    case Format::kJsonLines: return make_json_lines_reader();
    case Format::kMail:
    case Format::kEpub:
    case Format::kPdf: return make_loaded_reader(format, html);
    case Format::kNone: break;
  }
  return nullptr;
}

}  // namespace catchword
