// Lines that say where a text comes from: a dateline below the title, a source line at the end.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/metadata_builder.h"

namespace catchword {

/// What such a line says. Empty strings where it says nothing.
struct TextOrigin {
  std::string source;  ///< newspaper, agency, publisher
  std::string place;
  std::string date;    ///< ISO 8601
  std::string page;
  std::string author;
  std::string role;    ///< of the author, lower case: "reporter"

  /// Adds `author`, `role`, `source`, `place`, `page`, `date` to `metadata`.
  void add_to(MetadataBuilder& metadata) const;
};

/// "Report of the Harbour Agency, Oslo, 3 May 2001 (Reporter: Ann Lee)", or a lone date. Nothing
/// when `line` has no date or reads like a sentence.
std::optional<TextOrigin> parse_dateline(std::string_view line);

/// "Harbour Gazette (p. 4, May 3, 2001)", "(Harbour Gazette, May 3, 2001)", "Source: Harbour
/// Gazette, 2001-05-03". Nothing when `line` is no such line.
std::optional<TextOrigin> parse_source_line(std::string_view line);

/// The dateline before the dash of "OSLO, May 3, 2001 (Harbour Agency) -- The ferry ...".
std::optional<TextOrigin> parse_leading_dateline(std::string_view paragraph);

}  // namespace catchword
