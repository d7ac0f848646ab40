// SiteProfile: what the pages of a site have in common, so that it can be left out of each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/documents.h"
#include "document/hash_counts.h"

namespace catchword {

/// What `SiteProfile::strip` took out, for a report. Lines in the order of the pages.
struct StrippedText {
  std::vector<std::string> lines;
  std::string title_part;  ///< "" or what was cut off the title
};

/// Finds navigation, footers, licence boxes and the like from the pages alone, by counting on how
/// many pages a line, and a pair of neighbouring lines, stands word for word. Left out is
///  - a line on half of the pages, when it is a link or more than one word;
///  - two neighbouring lines that stand together on a quarter of them;
///  - a run of neighbouring lines that stand together on five pages, when most of the run is
///    text of links: the menu of one part of a site;
/// but no preformatted line, and never anything on fewer than five pages. Only pages whose
/// Extent is kWhole are counted and stripped: where a page says what its content is, it is
/// believed. From the titles of all pages the part that half of them share is cut off, at a
/// separator: " - Example.org".
///
/// Two passes, each linear in the text: `add` all, then `strip` each. Profiles of parts of a site
/// may be made at the same time and joined, in any order; the result is the same.
class SiteProfile {
 public:
  /// Counts a page. REQUIRES: each page is added to one profile, once.
  void add(const Document& document);

  /// The profile of a site from those of its parts, on up to `jobs` threads. REQUIRES: at least one.
  static SiteProfile join(std::vector<SiteProfile> parts, unsigned jobs);

  /// Takes what is common out of a page that was added, and empties Passage::link_lines. The text
  /// of a passage may become empty; a passage that loses all of it and has a common heading, goes.
  /// Safe to call at the same time for different documents. `taken` may be nullptr.
  void strip(Document& document, StrippedText* taken = nullptr) const;

 private:
  void add_lines(const Document& document);
  void add_title(std::string_view title);
  void strip_passage(Passage& passage, std::vector<std::uint64_t>& removed,
                     StrippedText* taken) const;
  void strip_links(Document& document, std::vector<std::uint64_t>& removed) const;
  void strip_title(Document& document, StrippedText* taken) const;
  [[nodiscard]] bool is_common_heading(const Passage& passage) const;

  std::uint32_t pages_ = 0;        ///< all
  std::uint32_t whole_pages_ = 0;  ///< those that are stripped
  HashCounts lines_;               ///< pages by line, by pair of lines, by heading and by link
  HashCounts titles_;              ///< pages by beginning, by end and by whole of the title
  std::vector<std::uint64_t> hashes_;  ///< of the page that is added
};

/// Profiles and strips a whole site, on up to `jobs` threads. Error: kOutput.
Status remove_boilerplate(Documents& documents, unsigned jobs = 1);

}  // namespace catchword
