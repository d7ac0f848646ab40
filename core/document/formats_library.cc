#include "document/formats_library.h"

#include <dlfcn.h>

#include <mutex>
#include <string>
#include <string_view>

namespace catchword {
namespace {

constexpr const char* kFile = "$ORIGIN/catchword-formats.so";  // beside the program

/// Never unloaded, for its readers live as long as the program.
class LoadedReader final : public DocumentReader {
 public:
  LoadedReader(Format format, const HtmlOptions& html) : format_(format), html_(html) {}

  void read(const SourceFile& file, const ReadSink& sink) const override {
    std::call_once(loaded_, [this] { load(); });
    if (reader_) return reader_->read(file, sink);
    sink.notice({Notice::Kind::kFailed, std::string(file.path), failure_});
  }

 private:
  void load() const {
    void* const file = ::dlopen(kFile, RTLD_NOW | RTLD_LOCAL);
    const void* const found = file == nullptr ? nullptr : ::dlsym(file, kFormatsLibrary);
    if (found == nullptr) return fail(::dlerror());
    const auto& library = *static_cast<const FormatsLibrary*>(found);
    if (library.version != std::string_view(CATCHWORD_VERSION)) return fail("it is of another version");
    reader_.reset(library.make_reader(format_, html_));
  }

  void fail(std::string_view reason) const {
    failure_ = "unsupported: catchword-formats.so can't be loaded; copy it from where the program was built, beside the program (";
    failure_.append(reason).append(")");
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
