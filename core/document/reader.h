// DocumentReader: one file's bytes in, Documents out. One implementation per format.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace catchword {

/// One file as the indexer found it. Both views outlive the call.
struct SourceFile {
  std::string_view path;   ///< relative to the input, '/' between folders; never empty
  std::string_view bytes;  ///< the whole content, not yet validated; of JSON lines perhaps a piece, of whole lines
  std::size_t lines_before = 0;  ///< of the file, where `bytes` is a later piece
};

/// What a reader has to say beside the Documents.
struct Notice {
  enum class Kind {
    kSkipped,  ///< left out on purpose (noindex, redirect, `search: false`)
    kFailed,   ///< could not be read; the rest of the input goes on
    kWarning,  ///< read, with something that its author may want to mend
  };
  Kind kind = Kind::kWarning;
  std::string where;   ///< the path, with ":line" where known
  std::string reason;  ///< for kSkipped a short fixed phrase ("noindex"), by which notices are counted
};

/// Receives what a reader finds, in the order of the file. Called from the thread of `read`.
struct ReadSink {
  std::function<void(Document)> document;
  std::function<void(Notice)> notice;
};

/// Reads one format. Stateless: `read` may be called from several threads at once.
/// Nothing that a file contains makes a reader fail the run: it reports a Notice.
class DocumentReader {
 public:
  virtual ~DocumentReader() = default;

  /// Reports every Document and Notice of `file` to `sink`. Linear in the file's size.
  virtual void read(const SourceFile& file, const ReadSink& sink) const = 0;
};

}  // namespace catchword
