// HtmlLinks: where a page's links lead, as paths of the site (RFC 3986, section 5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace catchword {

/// What is known of the site beside the pages.
struct SiteAddress {
  std::string url;     ///< absolute url of the input's root, with its final '/'; may be empty
  std::string folder;  ///< the last names of the input's path ("help/de"), for links that climb out
                       ///< of the root and in again; may be empty
};

/// Resolves the references of one page.
class HtmlLinks {
 public:
  /// `path`: the page's, relative to the root. Both outlive the object.
  HtmlLinks(std::string_view path, const SiteAddress& site);

  /// `href` of `<base>`, decoded. Only the first one counts.
  void set_base(std::string_view href);

  /// Cheap: false when `href` (as written) certainly has no `target`.
  [[nodiscard]] bool may_lead_inside(std::string_view href) const;

  /// The page of this site that `href` (decoded) leads to: a decoded path without query and
  /// fragment, "index.html" added where it ends with '/'. Nothing for another site, for another
  /// scheme, and for the page itself.
  [[nodiscard]] std::optional<std::string> target(std::string_view href) const;

  /// Whether `href` of a redirect (decoded) leads to another page than this one, of any site.
  [[nodiscard]] bool leads_away(std::string_view href) const;

  /// Whether `href` of a canonical link (decoded) names another page than this one. Where the site's
  /// own url is not known, a url whose path ends with the page's path is taken for the page itself,
  /// and of one that ends with the page's name only, see `unclear_canonical`.
  [[nodiscard]] bool is_elsewhere(std::string_view href) const;

  /// page_name of the path of such an `href` that may be this page, published in other folders;
  /// else empty.
  [[nodiscard]] std::string unclear_canonical(std::string_view href) const;

 private:
  [[nodiscard]] bool is_known(std::string_view href) const;
  [[nodiscard]] std::optional<std::string> resolve(std::string_view href) const;
  [[nodiscard]] std::optional<std::string> below_site(std::string_view href) const;
  [[nodiscard]] std::optional<std::string> inside(std::string path) const;

  std::string_view path_;
  const SiteAddress& site_;
  std::string base_;         ///< folder that relative references begin at, with site_.folder
  bool has_base_ = false;
  bool base_is_foreign_ = false;
};

}  // namespace catchword
