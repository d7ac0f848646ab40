// Speller: answers plain questions as the lean Searcher does, which it stands on, and those with a word that
// no document has: by its stem, or by what was probably meant. The full searcher stands on it in its turn.
#pragma once

#include <memory>
#include <string_view>

#include "base/result.h"
#include "search/search.h"
#include "search/searcher.h"
#include "spelling/correction.h"
#include "spelling/file_store.h"
#include "spelling/spelling_lists.h"

namespace catchword {

class Speller {
 public:
  /// As Searcher::open.
  static Result<Speller> open(std::string_view name, ByteView root_file);

  /// Takes a file that an answer named as missing.
  Status supply(std::string_view name, ByteView file);

  /// Makes `answer`, which is empty, an answer, the names of what it needs first (files, or scripts:
  /// unknown_forms.h), or that only the full searcher can tell. Error: kDamaged.
  Status search(const Request& request, CorrectedAnswer& answer);

  /// Whether files were missing; the answer then names them.
  bool lacks_files(Search& search, Answer& answer);

  [[nodiscard]] const Root& root() const { return searcher_.root(); }
  [[nodiscard]] BlockStore& store() { return searcher_.store(); }
  [[nodiscard]] FileStore& files() { return *files_; }
  [[nodiscard]] SpellingLists& lists() { return *lists_; }

 private:
  explicit Speller(Searcher searcher);

  // Behind pointers, since they borrow from one another and the speller may be moved.
  Searcher searcher_;
  std::unique_ptr<FileStore> files_;
  std::unique_ptr<SpellingLists> lists_;
};

}  // namespace catchword
