// Collection: all the Documents of some input files, in their order, with what the readers noticed.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "document/document.h"
#include "document/html/reader.h"
#include "document/input.h"
#include "document/reader.h"

namespace catchword {

struct Collection {
  std::vector<Document> documents;  ///< in the order of the files, then of each file
  std::vector<Notice> notices;      ///< in the same order
  std::size_t files = 0;            ///< read
  std::size_t bytes = 0;            ///< of these
  std::size_t ignored = 0;          ///< files of no format that is read: images, style sheets
};

struct CollectionOptions {
  unsigned jobs = 1;
  HtmlOptions html;
  std::string language;  ///< of documents that don't say theirs; empty: it is detected
  /// Called now and then from any thread with the number of files done.
  std::function<void(std::size_t done)> progress = [](std::size_t) {};
};

/// Reads all `files`. A file that can't be read is a notice; the others go on.
Collection read_collection(const std::vector<InputFile>& files, const CollectionOptions& options);

/// Reads one text as JSON lines (standard input).
Collection read_json_lines(std::string_view name, std::string_view text,
                           const std::string& language = {});

}  // namespace catchword
