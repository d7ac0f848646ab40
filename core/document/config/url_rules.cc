// Only the path is looked at; a query or a fragment stays behind it.
#include "document/config/url_rules.h"

#include <algorithm>
#include <string_view>

namespace catchword {
namespace {

constexpr std::string_view kIndexNames[] = {"index.html", "index.htm"};
constexpr std::string_view kExtensions[] = {".html", ".htm"};

bool is_absolute(std::string_view url) {
  const size_t colon = url.find(':');
  return url.starts_with('/') || (colon != std::string_view::npos && colon < url.find('/'));
}

void drop_index_name(std::string& path) {
  for (const std::string_view name : kIndexNames) {
    const bool whole = path == name;
    if (whole || path.ends_with('/' + std::string(name))) return path.resize(path.size() - name.size());
  }
}

void drop_extension(std::string& path) {
  for (const std::string_view extension : kExtensions) {
    if (path.ends_with(extension)) return path.resize(path.size() - extension.size());
  }
}

}  // namespace

std::string apply_url_rules(const UrlRules& rules, std::string url) {
  if (is_absolute(url)) return url;
  const size_t end = std::min(url.find_first_of("?#"), url.size());
  const std::string rest = url.substr(end);
  url.resize(end);
  if (rules.drop_index) drop_index_name(url);
  if (rules.drop_extension) drop_extension(url);
  url = rules.base + url + rest;
  return url.empty() || url[0] == '?' || url[0] == '#' ? "./" + url : url;
}

}  // namespace catchword
