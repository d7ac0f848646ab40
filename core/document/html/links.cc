// External interface: HtmlLinks.
#include "document/html/links.h"

#include "document/source_path.h"
#include "document/text_strings.h"
#include "document/utf8.h"

namespace catchword {
namespace {

constexpr std::string_view kIndexPage = "index.html";

bool is_scheme_letter(char c) {
  return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
         c == '-' || c == '.';
}

// The size of "https:" in front of `href`; 0 when it is a relative reference.
std::size_t scheme_size(std::string_view href) {
  std::size_t at = 0;
  while (at < href.size() && is_scheme_letter(href[at])) ++at;
  return at > 0 && at < href.size() && href[at] == ':' ? at + 1 : 0;
}

std::string_view without_query(std::string_view href) {
  std::size_t at = 0;
  while (at < href.size() && href[at] != '?' && href[at] != '#') ++at;
  return href.substr(0, at);
}

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

// Appends the steps of `path` to `folder`, which is empty or ends with '/'; false when they climb
// out of it.
bool follow(std::string_view path, std::string& folder) {
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (name == "..") {
      if (folder.empty()) return false;
      folder.resize(folder.size() - 1);
      folder.resize(folder.rfind('/') + 1);
    } else if (!name.empty() && name != ".") {
      folder.append(name);
      if (slash != std::string_view::npos) folder += '/';
    }
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return true;
}

std::optional<std::string> joined(std::string_view folder, std::string_view path) {
  std::string result;
  result.reserve(folder.size() + path.size() + kIndexPage.size());
  result = folder;
  if (!follow(path, result)) return std::nullopt;
  return result;
}

// Scheme and host of an absolute url cut off; the rest begins with '/' or is empty.
std::string_view path_of_url(std::string_view url) {
  url.remove_prefix(scheme_size(url));
  if (url.starts_with("//")) {
    url.remove_prefix(2);
    const std::size_t slash = url.find_first_of("/?#");
    url = slash == std::string_view::npos ? std::string_view() : url.substr(slash);
  }
  return without_query(url);
}

// One form for the many ways to write a page's address.
std::string_view essence(std::string_view path) {
  for (const std::string_view ending : {".html", ".htm"}) {
    if (path.ends_with(ending)) {
      path.remove_suffix(ending.size());
      break;
    }
  }
  if (path == "index" || path.ends_with("/index")) path.remove_suffix(5);
  while (path.ends_with('/')) path.remove_suffix(1);
  while (path.starts_with('/')) path.remove_prefix(1);
  return path;
}

}  // namespace

HtmlLinks::HtmlLinks(std::string_view path, const SiteAddress& site) : path_(path), site_(site) {
  if (!site.folder.empty()) base_ = site.folder + "/";
  base_ += folder_of(path);
}

void HtmlLinks::set_base(std::string_view href) {
  if (has_base_) return;
  has_base_ = true;
  href = trim(href);
  if (const auto below = below_site(href)) {
    base_ = site_.folder.empty() ? "" : site_.folder + "/";
    base_ += folder_of(*below);
    return;
  }
  base_is_foreign_ = scheme_size(href) > 0 || href.starts_with("//");
  if (base_is_foreign_) return;
  href = without_query(href);
  const auto resolved = joined(href.starts_with('/') ? "" : base_, href);
  if (resolved) {
    base_ = folder_of(*resolved);
  } else {
    base_is_foreign_ = true;
  }
}

// The rest of an absolute url behind the site's, when it begins with it.
std::optional<std::string> HtmlLinks::below_site(std::string_view href) const {
  const std::string_view site = site_.url;
  if (site.empty()) return std::nullopt;
  const std::size_t scheme = scheme_size(site);
  const std::size_t skipped = scheme_size(href);
  if (skipped == 0 && !href.starts_with("//")) return std::nullopt;
  if (skipped > 0 && !ascii_lower(href.substr(0, skipped)).starts_with("http")) return std::nullopt;
  href.remove_prefix(skipped);
  const std::string_view address = site.substr(scheme);
  const std::string_view bare = address.substr(0, address.size() - (address.ends_with('/') ? 1 : 0));
  if (!href.starts_with(bare)) return std::nullopt;
  href.remove_prefix(bare.size());
  if (!href.empty() && href.front() != '/' && href.front() != '?' && href.front() != '#') {
    return std::nullopt;
  }
  if (href.starts_with('/')) href.remove_prefix(1);
  return joined("", without_query(href));
}

// Cuts the folder that the input lies in off `path`.
std::optional<std::string> HtmlLinks::inside(std::string path) const {
  if (site_.folder.empty()) return path;
  const std::size_t size = site_.folder.size();
  if (!path.starts_with(site_.folder) || path.size() <= size || path[size] != '/') {
    return std::nullopt;
  }
  return path.substr(size + 1);
}

bool HtmlLinks::may_lead_inside(std::string_view href) const {
  if (href.empty() || href.front() == '#') return false;
  return !site_.url.empty() || scheme_size(href) == 0;
}

std::optional<std::string> HtmlLinks::resolve(std::string_view href) const {
  if (scheme_size(href) > 0 || href.starts_with("//")) return below_site(href);
  const std::string_view path = without_query(href);
  if (path.starts_with('/')) {
    std::string_view root = path_of_url(site_.url);
    if (root.empty()) root = "/";
    if (!path.starts_with(root)) return std::nullopt;
    return joined("", path.substr(root.size()));
  }
  if (base_is_foreign_) return std::nullopt;
  if (path.empty() && !has_base_) return std::string(path_);
  auto resolved = joined(base_, path);
  if (!resolved) return std::nullopt;
  return inside(std::move(*resolved));
}

std::optional<std::string> HtmlLinks::target(std::string_view href) const {
  href = trim(href);
  if (href.starts_with('#') || href.starts_with('?')) return std::nullopt;
  auto path = resolve(href);
  if (!path) return std::nullopt;
  if (path->empty() || path->back() == '/') *path += kIndexPage;
  if (path->find('%') != std::string::npos) *path = percent_decode(*path);
  if (*path == path_ || !is_utf8(*path)) return std::nullopt;
  return path;
}

bool HtmlLinks::leads_away(std::string_view href) const {
  href = trim(href);
  if (href.empty() || href.starts_with('#')) return false;
  const auto path = resolve(href);
  return !path || essence(percent_decode(*path)) != essence(path_);
}

// Whether it can be told from `href` alone which page of which site it is.
bool HtmlLinks::is_known(std::string_view href) const {
  const bool absolute = scheme_size(href) > 0 || href.starts_with('/');
  return !absolute || below_site(href) || (!site_.url.empty() && scheme_size(href) > 0);
}

bool HtmlLinks::is_elsewhere(std::string_view href) const {
  href = trim(href);
  if (href.empty()) return false;
  if (is_known(href)) {
    const auto path = resolve(href);
    return !path || essence(percent_decode(*path)) != essence(path_);
  }
  const std::string path = percent_decode(path_of_url(href));
  const std::string own = "/" + std::string(essence(path_));
  return own.size() > 1 && !("/" + std::string(essence(path))).ends_with(own) &&
         file_name(page_name(path)) != file_name(page_name(path_));
}

std::string HtmlLinks::unclear_canonical(std::string_view href) const {
  href = trim(href);
  if (href.empty() || is_known(href)) return {};
  const std::string path = page_name(percent_decode(path_of_url(href)));
  const std::string own = "/" + std::string(essence(path_));
  if (own.size() == 1 || ("/" + std::string(essence(path))).ends_with(own)) return {};
  return path.substr(path.starts_with('/') ? 1 : 0);
}

}  // namespace catchword
