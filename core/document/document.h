// Document: what every reader makes of what it reads, and all that the builder knows of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace catchword {

/// A name that a line begins with, set apart (in bold, as code) and with an anchor before it: what the place that links
/// lead to is about. Function references write their tables like that.
struct DefinedTerm {
  std::uint32_t begin = 0;  ///< where the line begins, an offset in the passage's text
  std::uint32_t end = 0;

  friend bool operator==(const DefinedTerm&, const DefinedTerm&) = default;
};

/// A heading's section of a document, or what stands before its first heading: the unit that a
/// result quotes and links to. The builder splits a long one; readers need not.
struct Passage {
  std::string heading;   ///< plain text, white space collapsed; empty before the first heading
  int level = 0;         ///< 1 to 6 as in HTML; 0 without a heading; 7 for a defined term (`<dt>`)
  std::string anchor;    ///< the fragment that scrolls to it, decoded, without '#'; may be empty
  std::string text;      ///< plain UTF-8; blocks (paragraphs, list items, cells) end with '\n'
  std::string language;  ///< BCP 47, where it differs from the document's; else empty
  int weight = 1;        ///< 0 to 10, multiplies the frequencies of its words
  std::vector<std::uint32_t> link_lines;  ///< offsets in `text` of lines that are only links; for
                                          ///< the site's pass (boilerplate.h), empty behind it
  std::vector<std::uint32_t> code_ranges;  ///< begin, end, begin, end...: preformatted lines, that
                                           ///< the site's pass leaves alone; empty behind it
  std::vector<DefinedTerm> terms;  ///< one for a line at most, in their order; count as headings
};

/// How the values of a key are compared and counted.
enum class MetadataType {
  kText,    ///< as it is
  kNumber,  ///< a decimal number, "-1250.5"
  kDate,    ///< ISO 8601: "2002-10-11", "2002-10" or "2002"
  kList,    ///< texts, of which a document may have several
};

/// Metadata under one key, in the order of the document. A key occurs once in a document.
struct Metadata {
  std::string key;                  ///< as written, trimmed: "author", "date"
  std::vector<std::string> values;  ///< plain text, never empty strings
  bool searchable = true;           ///< whether its words are in the index
  bool filter = false;              ///< readers may narrow a search to one of its values
  bool sort = false;                ///< readers may order results by it
  MetadataType type = MetadataType::kText;  ///< of the key, the same in all documents of a site;
                                            ///< a value that is not of it was reported and stays
};

/// A link to another page of the same site.
struct Link {
  std::string target;  ///< path relative to the input's root, decoded, without query or fragment
  std::string text;    ///< what a reader sees, white space collapsed
};

/// Which part of a page its passages were taken from.
enum class Extent {
  kWhole,   ///< all of it, navigation included
  kMain,    ///< what the page itself calls its main content
  kMarked,  ///< what its author marked with data-catchword-body
};

/// One thing that can be found. All strings are valid UTF-8.
struct Document {
  std::string id;        ///< unique in a bundle: path relative to the input, or a JSON line's id
  std::string url;       ///< percent-encoded, relative to the indexed root (or absolute)
  std::string title;     ///< plain text, never empty when a reader is done
  std::string language;  ///< BCP 47 of most of its text; empty when nothing says
  std::vector<Metadata> metadata;
  std::vector<Passage> passages;
  std::vector<Link> links;
  Extent extent = Extent::kMain;
  std::string canonical;  ///< path of a canonical url of which only the site's pages together can
                          ///< tell whether it is this page (canonical.h); empty behind that pass
};

}  // namespace catchword
