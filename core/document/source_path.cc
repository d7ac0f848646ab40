// Paths are bytes with '/' between folders, whatever the platform.
#include "document/source_path.h"

#include <vector>

#include "document/text_strings.h"

namespace catchword {
namespace {

constexpr std::string_view kPlain = "-._~/!$&'()*+,;=@";
constexpr std::string_view kHex = "0123456789ABCDEF";

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         kPlain.find(c) != std::string_view::npos;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The byte that the escape at `offset` stands for, or -1.
int escaped_byte(std::string_view url, size_t offset) {
  if (url[offset] != '%' || url.size() - offset < 3) return -1;
  const int high = hex_digit(url[offset + 1]);
  const int low = hex_digit(url[offset + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/// Applies the steps of `path` to `folders`; false when it climbs past the root.
bool walk(std::string_view path, std::vector<std::string_view>& folders) {
  while (!path.empty()) {
    const std::string_view step = take_until(path, '/');
    if (step == "..") {
      if (folders.empty()) return false;
      folders.pop_back();
    } else if (!step.empty() && step != ".") {
      folders.push_back(step);
    }
  }
  return true;
}

}  // namespace

std::string percent_encode_path(std::string_view path) {
  std::string url;
  url.reserve(path.size());
  for (const char c : path) {
    if (is_plain(c)) {
      url += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      url += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return url;
}

std::string percent_decode(std::string_view url) {
  std::string path;
  path.reserve(url.size());
  for (size_t i = 0; i < url.size(); ++i) {
    const int byte = escaped_byte(url, i);
    path += byte < 0 ? url[i] : static_cast<char>(byte);
    if (byte >= 0) i += 2;
  }
  return path;
}

std::string_view file_name(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string file_extension(std::string_view path) {
  const std::string_view name = file_name(path);
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  return ascii_lower(name.substr(dot + 1));
}

std::string page_name(std::string_view path) {
  for (const std::string_view ending : {".html", ".htm"}) {
    if (path.ends_with(ending)) return std::string(path.substr(0, path.size() - ending.size()));
  }
  return path.empty() || path.ends_with('/') ? std::string(path) + "index" : std::string(path);
}

std::optional<std::string> resolve_path(std::string_view from, std::string_view href) {
  std::vector<std::string_view> folders;
  const std::string_view folder = from.substr(0, from.size() - file_name(from).size());
  if (!href.starts_with('/') && !walk(folder, folders)) return std::nullopt;
  if (!walk(href, folders)) return std::nullopt;
  std::string path;
  for (const std::string_view step : folders) {
    if (!path.empty()) path += '/';
    path += step;
  }
  return path;
}

}  // namespace catchword
