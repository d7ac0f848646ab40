#include "document/formats_library.h"

#include <dlfcn.h>

#include <mutex>
#include <string>

namespace catchword {
namespace {

/// Never unloaded, for its readers live as long as the program.
class LoadedReader final : public DocumentReader {
 public:
  LoadedReader(Format format, const HtmlOptions& html) : format_(format), html_(html) {}

  void read(const SourceFile& file, const ReadSink& sink) const override {
    std::call_once(loaded_, [this] { load(); });
    if (reader_) return reader_->read(file, sink);
    sink.notice({Notice::Kind::kFailed, std::string(file.path), "unsupported: " + failure_});
  }

 private:
  void load() const {
    void* const library = ::dlopen("$ORIGIN/catchword-formats.so", RTLD_NOW | RTLD_LOCAL);
    void* const make = library == nullptr ? nullptr : ::dlsym(library, kMakeFormatReader);
    if (make != nullptr) {
      reader_.reset(reinterpret_cast<MakeFormatReader*>(make)(format_, html_));
    } else {
      failure_ = ::dlerror();
    }
  }

  const Format format_;
  const HtmlOptions html_;
  mutable std::once_flag loaded_;
  mutable std::unique_ptr<DocumentReader> reader_;
  mutable std::string failure_;  // where there is no reader
};

}  // namespace

std::unique_ptr<DocumentReader> make_loaded_reader(Format format, const HtmlOptions& html) {
  return std::make_unique<LoadedReader>(format, html);
}

}  // namespace catchword
