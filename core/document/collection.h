// Collection: all the Documents of some input files, in their order, with what the readers noticed.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "base/result.h"
#include "document/documents.h"
#include "document/html/reader.h"
#include "document/input.h"
#include "document/reader.h"

namespace catchword {

struct Collection {
  Documents documents;              ///< in the order of the files, then of each file
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

/// Adds all `files` to `collection`. A file that can't be read is a notice; the others go on. Error: kOutput, where the
/// documents can't be kept.
Status read_collection(const std::vector<InputFile>& files, const CollectionOptions& options, Collection& collection);

/// Adds standard input, as JSON lines. Error: kInput, and as above.
Status read_standard_input(const CollectionOptions& options, Collection& collection);

}  // namespace catchword
