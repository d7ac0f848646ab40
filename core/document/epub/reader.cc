// The package document says which files are the chapters; each goes through the HTML reader.
#include "document/epub/reader.h"

#include "document/unsupported_reader.h"

#ifdef CATCHWORD_HAVE_LIBZIP

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "document/epub/package.h"
#include "document/metadata_builder.h"
#include "document/source_path.h"
#include "document/epub/zip_archive.h"

namespace catchword {
namespace {

using Titles = std::unordered_map<std::string, std::string>;

bool is_chapter(const EpubItem& item) {
  return item.media_type == "application/xhtml+xml" || item.media_type == "text/html";
}

std::string first_heading(const Document& document) {
  const auto found = std::find_if(document.passages.begin(), document.passages.end(),
                                  [](const Passage& passage) { return !passage.heading.empty(); });
  return found == document.passages.end() ? std::string() : found->heading;
}

/// One book on its way through the reader.
class Book {
 public:
  Book(const SourceFile& file, const ReadSink& sink, const DocumentReader& html)
      : path_(file.path), sink_(sink), html_(html) {}

  void read(std::string_view bytes) {
    Result<ZipArchive> archive = ZipArchive::open(bytes);
    if (!archive) return fail(archive.error().message);
    if (archive->has("META-INF/rights.xml") || archive->has("META-INF/license.lcpl")) {
      return fail("protected against copying (DRM)");
    }
    if (!read_package(*archive)) return fail("not an EPUB: no package document");
    for (const EpubItem& item : package_.spine) {
      if (is_chapter(item)) read_chapter(*archive, item);
    }
    if (chapters_ == 0 && !failed_) fail("no chapter with text in it");
  }

 private:
  void fail(const std::string& reason) {
    failed_ = true;
    sink_.notice({Notice::Kind::kFailed, path_, reason});
  }

  bool read_package(ZipArchive& archive) {
    const std::optional<std::string> container = archive.read("META-INF/container.xml");
    const std::string path = container ? parse_epub_container(*container) : "";
    const std::optional<std::string> package = path.empty() ? std::nullopt : archive.read(path);
    if (!package) return false;
    package_ = parse_epub_package(path, *package);
    if (const auto contents = archive.read(package_.contents_path)) {
      titles_ = parse_epub_contents(package_.contents_path, *contents);
    }
    return true;
  }

  void read_chapter(ZipArchive& archive, const EpubItem& item) {
    const std::string id = path_ + '/' + item.path;
    const std::optional<std::string> content = archive.read(item.path);
    if (!content) {
      failed_ = true;
      sink_.notice({Notice::Kind::kFailed, id, "missing, damaged or too large in the archive"});
      return;
    }
    const ReadSink amended = {[&](Document document) { emit(std::move(document), id, item); },
                              [&](Notice notice) { sink_.notice(std::move(notice)); }};
    html_.read({id, *content}, amended);
  }

  void emit(Document document, const std::string& id, const EpubItem& item) {
    if (document.passages.empty()) return;  // a cover, or a plate
    ++chapters_;
    document.id = id;
    document.url = percent_encode_path(path_);
    document.title = chapter_title(document, item);
    document.extent = Extent::kMain;
    if (document.language.empty()) document.language = package_.language;
    MetadataBuilder metadata;
    metadata.add("book", package_.title);
    metadata.add_missing(package_.metadata);
    metadata.add_missing(document.metadata);
    document.metadata = metadata.take();
    // EPUB's own fragment (EPUB CFI): the chapter's place in the spine.
    const std::string anchor = "epubcfi(/6/" + std::to_string(item.spine_step) + ')';
    for (Passage& passage : document.passages) passage.anchor = anchor;
    sink_.document(std::move(document));
  }

  [[nodiscard]] std::string chapter_title(const Document& document, const EpubItem& item) const {
    if (const auto found = titles_.find(item.path); found != titles_.end()) return found->second;
    if (std::string heading = first_heading(document); !heading.empty()) return heading;
    if (!document.title.empty()) return document.title;
    return package_.title.empty() ? std::string(file_name(path_)) : package_.title;
  }

  std::string path_;
  const ReadSink& sink_;
  const DocumentReader& html_;
  EpubPackage package_;
  Titles titles_;
  size_t chapters_ = 0;  ///< handed on
  bool failed_ = false;  ///< something was reported as such
};

class EpubReader final : public DocumentReader {
 public:
  explicit EpubReader(std::unique_ptr<DocumentReader> html) : html_(std::move(html)) {}

  void read(const SourceFile& file, const ReadSink& sink) const override {
    Book(file, sink, *html_).read(file.bytes);
  }

 private:
  std::unique_ptr<DocumentReader> html_;
};

}  // namespace

std::unique_ptr<DocumentReader> make_epub_reader(std::unique_ptr<DocumentReader> html) {
  return std::make_unique<EpubReader>(std::move(html));
}

}  // namespace catchword

#else

namespace catchword {

std::unique_ptr<DocumentReader> make_epub_reader(std::unique_ptr<DocumentReader>) {
  return std::make_unique<UnsupportedReader>("EPUB", "libzip");
}

}  // namespace catchword

#endif  // CATCHWORD_HAVE_LIBZIP
