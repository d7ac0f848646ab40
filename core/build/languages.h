// Languages: those of a bundle's documents, numbered, so that each form is stemmed by its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/documents.h"

namespace catchword {

using LanguageId = std::uint8_t;

class Languages {
 public:
  /// Those of `documents` and of their passages. The first is `primary` or, when that is empty, the
  /// language of most documents; the others follow by their number of documents. Error: kOutput.
  static Result<Languages> find(const Documents& documents, std::string_view primary);

  /// Of a BCP 47 tag; the first language's for an empty tag and for one that isn't among them.
  [[nodiscard]] LanguageId id_of(std::string_view tag) const;

  /// Primary subtags, at most kMost; none when no document says its language.
  [[nodiscard]] const std::vector<std::string>& codes() const { return codes_; }

  static constexpr std::size_t kMost = 16;

 private:
  std::vector<std::string> codes_;
};

}  // namespace catchword
