// BundleSource: a bundle in a folder, opened and searched.
#pragma once

#include <filesystem>
#include <string>

#include "base/bytes.h"
#include "base/result.h"
#include "build/description.h"
#include "query/full_searcher.h"

namespace catchword {

/// The description in `folder`/catchword.js. Error: kInput when the folder is no bundle.
Result<Description> read_description(const std::filesystem::path& folder);

/// A file of the bundle as the searcher takes it. Error: kDamaged when it is missing; its checksum isn't
/// looked at.
Result<Bytes> read_bundle_file(const std::filesystem::path& folder, const std::string& name);

class BundleSource {
 public:
  static Result<BundleSource> open(const std::filesystem::path& folder);

  /// Searches, reading what files it needs. Bytes of the query that are no UTF-8 become U+FFFD, here and in `suggest`.
  Result<FullAnswer> search(const Request& request, const Options& options = {});

  /// Completions, see FullSearcher::suggest.
  Result<Suggestions> suggest(std::string_view text, std::size_t limit);

 private:
  Status supply(const std::vector<std::string>& names);

  BundleSource(std::filesystem::path folder, FullSearcher searcher)
      : folder_(std::move(folder)), searcher_(std::move(searcher)) {}

  std::filesystem::path folder_;
  FullSearcher searcher_;
};

}  // namespace catchword
