#include "document/collection.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <iterator>
#include <memory>
#include <system_error>
#include <utility>

#include "base/parallel.h"
#include "document/format.h"
#include "document/json_lines/reader.h"
#include "document/language.h"

namespace catchword {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{4} << 20;  // of files that are in memory at a time

// Takes what one file gives.
class Receiver {
 public:
  Receiver(Collection& collection, const std::string& language) : collection_(collection), language_(language) {}

  [[nodiscard]] ReadSink sink() {
    return {[this](Document document) { add(std::move(document)); },
            [this](Notice notice) { collection_.notices.push_back(std::move(notice)); }};
  }

  [[nodiscard]] Status status() const { return status_; }

 private:
  void add(Document document) {
    if (document.language.empty()) document.language = language_.empty() ? detect_language(document) : language_;
    if (status_) status_ = collection_.documents.add(std::move(document));
  }

  Collection& collection_;
  const std::string& language_;
  Status status_;
};

// One reader a format, shared by all threads.
class Readers {
 public:
  explicit Readers(const HtmlOptions& html) {
    for (const Format format : {Format::kHtml, Format::kMarkdown, Format::kText, Format::kMail,
                                Format::kJsonLines, Format::kEpub, Format::kPdf}) {
      readers_[static_cast<std::size_t>(format)] = make_reader(format, html);
    }
  }

  [[nodiscard]] const DocumentReader* of(Format format) const {
    return readers_[static_cast<std::size_t>(format)].get();
  }

 private:
  std::array<std::unique_ptr<DocumentReader>, 8> readers_;
};

Format format_of(const InputFile& input, const SourceFile& source) {
  return input.named ? choose_format_of_named_file(source) : choose_format(source);
}

// From the first piece on, which is there. Error: of the file.
Status read_lines(std::string_view name, std::string_view piece, PieceReader& pieces, const DocumentReader& reader,
                  Receiver& receiver, Collection& collection) {
  for (std::size_t lines = 0; !piece.empty();) {
    reader.read({name, piece, lines}, receiver.sink());
    lines += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
    collection.bytes += piece.size();
    const Result<std::string_view> next = pieces.next(kPieceBytes);
    if (!next) return next.error();
    piece = *next;
  }
  return {};
}

/// Reads one file after the other.
class CollectionReader {
 public:
  CollectionReader(const Readers& readers, const std::string& language) : readers_(readers), language_(language) {}

  Status read(const InputFile& input, Collection& collection) {
    Receiver receiver(collection, language_);
    ++collection.files;
    const Status done = is_large(input) ? read_large(input, collection, receiver) : read_whole(input, collection, receiver);
    if (!done) collection.notices.push_back({Notice::Kind::kFailed, input.name, done.error().message});
    return receiver.status();
  }

 private:
  static bool is_large(const InputFile& input) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(input.path, error);
    return !error && size > kPieceBytes;
  }

  // Errors: of the file.
  Status read_whole(const InputFile& input, Collection& collection, Receiver& receiver) {
    const Result<std::string_view> content = file_.read(input.path);
    if (!content) return content.error();
    const SourceFile source{input.name, *content};
    const DocumentReader* reader = readers_.of(format_of(input, source));
    if (reader == nullptr) return ignore(collection);
    collection.bytes += content->size();
    reader->read(source, receiver.sink());
    return {};
  }

  static Status ignore(Collection& collection) {
    --collection.files;
    ++collection.ignored;
    return {};
  }

  // Of JSON lines no more than a piece is in memory, and of what is no document.
  Status read_large(const InputFile& input, Collection& collection, Receiver& receiver) {
    Result<PieceReader> pieces = PieceReader::open(input.path);
    if (!pieces) return pieces.error();
    const Result<std::string_view> first = pieces->next(kPieceBytes);
    if (!first) return first.error();
    const Format format = format_of(input, {input.name, *first});
    if (readers_.of(format) == nullptr) return ignore(collection);
    if (format != Format::kJsonLines || !can_be_read_in_pieces(*first)) return read_whole(input, collection, receiver);
    return read_lines(input.name, *first, *pieces, *readers_.of(format), receiver, collection);
  }

  const Readers& readers_;
  const std::string& language_;
  FileReader file_;
};

Status append(Collection more, Collection& all) {
  all.files += more.files;
  all.ignored += more.ignored;
  all.bytes += more.bytes;
  std::move(more.notices.begin(), more.notices.end(), std::back_inserter(all.notices));
  return all.documents.append(std::move(more.documents));
}

// The end of the files from `begin` on that are read at the same time, each into memory: all, where that is where
// documents are kept.
std::size_t window_end(const std::vector<InputFile>& files, std::size_t begin, const Documents& documents) {
  if (documents.in_memory()) return files.size();
  std::size_t end = begin;
  for (std::uintmax_t bytes = 0; end < files.size() && (end == begin || bytes < kPieceBytes); ++end) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(files[end].path, error);
    if (!error) bytes += size;
  }
  return end;
}

}  // namespace

Status read_collection(const std::vector<InputFile>& files, const CollectionOptions& options, Collection& collection) {
  const Readers readers(options.html);
  std::vector<CollectionReader> file_readers(options.jobs, CollectionReader(readers, options.language));
  std::atomic<std::size_t> done{0};
  for (std::size_t begin = 0, end = 0; begin < files.size(); begin = end) {
    end = window_end(files, begin, collection.documents);
    if (end - begin == 1) {
      if (const Status read = file_readers[0].read(files[begin], collection); !read) return read;
      options.progress(++done);
      continue;
    }
    std::vector<Collection> results(end - begin);
    parallel_for(results.size(), options.jobs, [&](std::size_t i, unsigned worker) {
      static_cast<void>(file_readers[worker].read(files[begin + i], results[i]));  // memory takes all
      options.progress(++done);
    });
    for (Collection& result : results) {
      if (const Status appended = append(std::move(result), collection); !appended) return appended;
    }
  }
  return {};
}

Status read_standard_input(const CollectionOptions& options, Collection& collection) {
  PieceReader pieces = PieceReader::standard_input();
  const Result<std::string_view> first = pieces.next(kPieceBytes);
  if (!first) return first.error();
  Receiver receiver(collection, options.language);
  ++collection.files;
  const Status read = read_lines("standard input", *first, pieces, *make_json_lines_reader(), receiver, collection);
  return read ? receiver.status() : read;
}

}  // namespace catchword
