#include "document/collection.h"

#include <array>
#include <atomic>
#include <iterator>
#include <memory>

#include "base/parallel.h"
#include "document/format.h"
#include "document/json_lines/reader.h"
#include "document/language.h"

namespace catchword {
namespace {

// What one file gave.
struct FileResult {
  std::vector<Document> documents;
  std::vector<Notice> notices;
  std::size_t bytes = 0;
  bool ignored = false;
};

ReadSink sink_into(FileResult& result, const std::string& language) {
  return {[&](Document document) {
            if (document.language.empty()) {
              document.language = language.empty() ? detect_language(document) : language;
            }
            result.documents.push_back(std::move(document));
          },
          [&result](Notice notice) { result.notices.push_back(std::move(notice)); }};
}

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

FileResult read_one(const InputFile& input, FileReader& file, const Readers& readers,
                    const std::string& language) {
  FileResult result;
  const Result<std::string_view> content = file.read(input.path);
  if (!content) {
    result.notices.push_back({Notice::Kind::kFailed, input.name, content.error().message});
    return result;
  }
  const SourceFile source{input.name, *content};
  const Format format = input.named ? choose_format_of_named_file(source) : choose_format(source);
  const DocumentReader* reader = readers.of(format);
  if (reader == nullptr) {
    result.ignored = true;
    return result;
  }
  result.bytes = content->size();
  reader->read(source, sink_into(result, language));
  return result;
}

void append(Collection& collection, FileResult result) {
  collection.files += result.ignored ? 0 : 1;
  collection.ignored += result.ignored ? 1 : 0;
  collection.bytes += result.bytes;
  std::move(result.documents.begin(), result.documents.end(),
            std::back_inserter(collection.documents));
  std::move(result.notices.begin(), result.notices.end(), std::back_inserter(collection.notices));
}

}  // namespace

Collection read_collection(const std::vector<InputFile>& files, const CollectionOptions& options) {
  const Readers readers(options.html);
  std::vector<FileResult> results(files.size());
  std::atomic<std::size_t> done{0};
  std::vector<FileReader> file_readers(options.jobs);
  parallel_for(files.size(), options.jobs, [&](std::size_t i, unsigned worker) {
    results[i] = read_one(files[i], file_readers[worker], readers, options.language);
    options.progress(++done);
  });
  Collection collection;
  for (FileResult& result : results) append(collection, std::move(result));
  return collection;
}

Collection read_json_lines(std::string_view name, std::string_view text,
                           const std::string& language) {
  FileResult result;
  result.bytes = text.size();
  make_json_lines_reader()->read({name, text}, sink_into(result, language));
  Collection collection;
  append(collection, std::move(result));
  return collection;
}

}  // namespace catchword
