// Searcher: answers plain questions, words, about one bundle. The speller (spelling/spelling_searcher.h)
// and the full searcher (query/full_searcher.h) answer them just so, and know of more. It does no I/O: it
// names the files that it lacks, is handed their bytes, and is asked again. The command line feeds it from
// disk, a page from `fetch`, a test from memory.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/answer.h"
#include "search/block_store.h"
#include "search/request.h"

namespace catchword {

class Searcher {
 public:
  /// Opens a bundle by its root file. Cheap: checks the root and nothing else.
  static Result<Searcher> open(std::string_view name, ByteView root_file);

  /// Takes a file that an Answer named as missing.
  Status supply(std::string_view name, ByteView file) { return store_->supply(name, file); }

  /// Makes `answer`, which is empty, an answer; or the names of the files that are needed first: at most
  /// eight rounds; or who else can tell. With all blocks there, linear in the postings of
  /// the words. REQUIRES: request.plain is right.
  /// Error: kDamaged.
  Status search(const Request& request, Answer& answer);

  [[nodiscard]] const Root& root() const { return store_->root(); }

  /// Where the others look words up, too.
  [[nodiscard]] BlockStore& store() { return *store_; }

 private:
  explicit Searcher(std::unique_ptr<BlockStore> store) : store_(std::move(store)) {}

  std::unique_ptr<BlockStore> store_;
};

}  // namespace catchword
