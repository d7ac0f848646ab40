// A bundle in memory, and a searcher fed from it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "build/bundle.h"
#include "index/root.h"
#include "query/full_searcher.h"

namespace catchword::test {

/// The files of a bundle, by name.
struct MemoryBundle {
  std::string root;
  std::map<std::string, Bytes, std::less<>> files;

  explicit MemoryBundle(const Bundle& bundle);

  /// The root, with the whole table of term blocks in it, whatever pages it has.
  [[nodiscard]] Root whole_root() const;

  /// Opens it, and fails the test when that fails.
  [[nodiscard]] FullSearcher open() const;
  [[nodiscard]] Speller open_speller() const;
  [[nodiscard]] Searcher open_lean() const;

  /// Searches, handing over what is missing. A file that the bundle lacks is an error of kind
  /// kInput; so is a searcher that goes on asking.
  [[nodiscard]] Result<FullAnswer> search(FullSearcher& searcher, const Request& request,
                                          const Options& options = {}) const;
  [[nodiscard]] Result<CorrectedAnswer> search(Speller& searcher, const Request& request) const;
  [[nodiscard]] Result<Answer> search(Searcher& searcher, const Request& request) const;
};

/// Builds, and fails the test when that fails.
Bundle build(const std::vector<Document>& documents, const BuildOptions& options = {});

}  // namespace catchword::test
