// The types that `catchword.yaml` can give to metadata, and what becomes of the values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace catchword {

enum class MetadataType {
  kText,    ///< as it is
  kNumber,  ///< a decimal number without spaces or signs of thousands: "1,250" becomes "1250"
  kDate,    ///< ISO 8601: "11 October 2002" becomes "2002-10-11"
  kList,    ///< one value "a, b; c" becomes three
};

struct MetadataTypeRule {
  std::string key;
  MetadataType type = MetadataType::kText;
};

/// "text", "number", "date", "list"; nothing for another word.
std::optional<MetadataType> metadata_type_of(std::string_view name);

/// Brings the values of `document` into the form of their types. Returns one phrase for every
/// value that is not of its type ("date 'soon' is no date"); such a value stays as it is.
std::vector<std::string> apply_metadata_types(const std::vector<MetadataTypeRule>& rules,
                                              Document& document);

}  // namespace catchword
