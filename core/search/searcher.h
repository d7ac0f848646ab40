// Searcher: answers questions about one bundle. It does no I/O: it names the files that it lacks, is
// handed their bytes, and is asked again. The command line feeds it from disk, a page from `fetch`,
// a test from memory.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/answer.h"
#include "search/block_store.h"

namespace catchword {

struct Request {
  std::string_view query;        ///< UTF-8 of any content
  std::size_t offset = 0;        ///< results to skip
  std::size_t limit = 10;        ///< results wanted
  bool complete = false;         ///< the last word is finished: no completions of it
  bool texts = true;             ///< results have their texts; else only numbers and scores
};

class Searcher {
 public:
  /// Opens a bundle by its root file. Cheap: checks the root and nothing else.
  static Result<Searcher> open(std::string_view name, ByteView root_file);

  /// Takes a file that an Answer named as missing, text inflated (index/block_file.h).
  Status supply(std::string_view name, ByteView file) { return store_->supply(name, file); }

  /// An answer, or the names of the files that it needs first: at most five rounds. With all blocks
  /// there, linear in the postings of the words. Error: kDamaged.
  Result<Answer> search(const Request& request);

  [[nodiscard]] const Root& root() const { return store_->root(); }

 private:
  explicit Searcher(Root root) : store_(std::make_unique<BlockStore>(std::move(root))) {}

  std::unique_ptr<BlockStore> store_;
};

}  // namespace catchword
