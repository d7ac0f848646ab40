// What the owner of a site may choose about the reading of its HTML.
#pragma once

#include <vector>

#include "document/html/links.h"
#include "document/html/selector.h"

namespace catchword {

struct HtmlOptions {
  bool skip_noindex = true;    ///< leave out pages that say `robots` noindex
  bool skip_redirects = true;  ///< leave out pages that send the reader to another one
  bool skip_canonical = true;  ///< leave out pages whose canonical link names another one
  bool main_only = true;       ///< read `<main>` or `<article>` alone where there is one

  std::vector<SelectorRule> selectors;  ///< what elements without our attributes mean

  SiteAddress site;
};

}  // namespace catchword
