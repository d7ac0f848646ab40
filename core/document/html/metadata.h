// HtmlMetadata: what a page says about itself, in each of the languages for saying it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/html/attributes.h"
#include "document/html/json_ld.h"

namespace catchword {

/// Gathers and ranks. Where several sources give the same thing, the order is: the page's own
/// data-catchword attributes, `<meta name>`, Open Graph, JSON-LD, `<time>`, data-…-default-meta.
class HtmlMetadata {
 public:
  enum class Use {
    kShown,
    kDefault,  ///< shown where nothing else has the key
    kFilter,
    kSort,
    kTime,  ///< the text of a `<time>`; the first one may be the page's date
  };

  /// From an attribute of ours. Key and value are plain text.
  void add(std::string_view key, std::string_view value, Use use);

  /// `<meta>` and `<link>`.
  void read_meta(const HtmlAttributes& attributes);
  void read_link(const HtmlAttributes& attributes);

  void read_json_ld(std::string_view json) { json_ld_.read(json); }

  [[nodiscard]] bool is_noindex() const { return noindex_; }

  /// The url of a meta refresh and of a canonical link; empty when there is none.
  [[nodiscard]] const std::string& redirect() const { return redirect_; }
  [[nodiscard]] const std::string& canonical() const { return canonical_; }

  /// Of `http-equiv=content-language`.
  [[nodiscard]] const std::string& language() const { return language_; }

  /// The title that an attribute gives, or empty; and what Open Graph or JSON-LD would call it.
  [[nodiscard]] const std::string& own_title() const { return own_title_; }
  [[nodiscard]] const std::string& foreign_title() const;

  /// All metadata. The object is used up.
  std::vector<Metadata> take();

 private:
  void read_named(std::string_view name, std::string_view content);
  void read_http_equiv(std::string_view name, std::string_view content);
  void put(std::vector<Metadata>& found, std::string_view key, std::string_view value);

  std::vector<Metadata> own_;       ///< from attributes of ours
  std::vector<Metadata> defaults_;  ///< from data-…-default-meta
  std::vector<Metadata> named_;     ///< from <meta name>
  std::vector<Metadata> graph_;     ///< from Open Graph and its like
  JsonLd json_ld_;
  std::string time_;
  std::string own_title_;
  std::string graph_title_;
  std::string language_;
  std::string redirect_;
  std::string canonical_;
  bool noindex_ = false;
};

}  // namespace catchword
