// How a site's server names its pages, where that differs from their files' paths.
#pragma once

#include <string>
#include <utility>

namespace catchword {

struct UrlRules {
  std::string base;             ///< put before every relative url: "https://example.org/docs/"
  bool drop_index = false;      ///< "guide/index.html" becomes "guide/"
  bool drop_extension = false;  ///< "guide/start.html" becomes "guide/start"

  /// Sets `base`, ended by '/'.
  void set_base(std::string url) {
    if (!url.ends_with('/')) url += '/';
    base = std::move(url);
  }
};

/// `url` as `rules` want it. An absolute url, or one that begins with '/', is left as it is.
/// The root's own "index.html" becomes "./", so that a relative url is never empty.
std::string apply_url_rules(const UrlRules& rules, std::string url);

}  // namespace catchword
