// What is known of a site's metadata keys: their types, and whether readers narrow and order by them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/documents.h"
#include "document/reader.h"

namespace catchword {

/// What the configuration says of a key. What it leaves open, the documents decide.
struct MetadataRule {
  std::string key;
  std::optional<MetadataType> type;
  std::optional<bool> filter;
  std::optional<bool> sort;
  std::optional<bool> search;
};

/// "text", "number", "date", "list"; nothing for another word.
std::optional<MetadataType> metadata_type_of(std::string_view name);

/// Gives each key of the site one type, brings the values into its form, and settles `filter` and
/// `sort`:
///
/// - number: "1,250" becomes "1250"; date: "11 October 2002" becomes "2002-10-11"; list: one value
///   "a, b; c" becomes three. The order of values stays, empty ones go.
/// - A key without a rule is a date when all its values are, a number likewise, a list when some
///   document has several values, else text.
/// - Readers may narrow and order by dates, numbers, and texts that are short and recur; and by what
///   a reader of documents, or a rule, has marked.
///
/// Returns a warning for each value that is not of the type that its rule wants; it stays as it is.
/// Time is linear in the metadata. Error: kOutput.
Result<std::vector<Notice>> settle_metadata(const std::vector<MetadataRule>& rules, Documents& documents);

}  // namespace catchword
