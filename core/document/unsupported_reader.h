// A reader for a format whose library was missing when the program was built.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "document/reader.h"

namespace catchword {

/// Reports every file as kFailed with "unsupported: FORMAT (built without LIBRARY)".
class UnsupportedReader final : public DocumentReader {
 public:
  UnsupportedReader(const std::string& format, const std::string& library)
      : reason_("unsupported: " + format + " (built without " + library + ")") {}

  void read(const SourceFile& file, const ReadSink& sink) const override {
    sink.notice({Notice::Kind::kFailed, std::string(file.path), reason_});
  }

 private:
  std::string reason_;
};

}  // namespace catchword
