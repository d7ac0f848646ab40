#include "cli/http_files.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "build/bundle_names.h"
#include "document/input.h"
#include "document/url.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUtf8 = "; charset=utf-8";
constexpr std::string_view kImmutable = "public, max-age=31536000, immutable";
constexpr std::string_view kNoCache = "no-cache";

struct Type {
  std::string_view extension;
  std::string_view type;
};

constexpr std::array<Type, 28> kTypes{{
    {".html", "text/html"},         {".htm", "text/html"},
    {".xhtml", "application/xhtml+xml"}, {".js", "text/javascript"},
    {".mjs", "text/javascript"},    {".css", "text/css"},
    {".json", "application/json"},  {".map", "application/json"},
    {".jsonl", "application/jsonl"}, {".wasm", "application/wasm"},
    {".md", "text/markdown"},       {".txt", "text/plain"},
    {".tsv", "text/tab-separated-values"}, {".xml", "application/xml"},
    {".svg", "image/svg+xml"},      {".png", "image/png"},
    {".jpg", "image/jpeg"},         {".jpeg", "image/jpeg"},
    {".gif", "image/gif"},          {".webp", "image/webp"},
    {".avif", "image/avif"},        {".ico", "image/vnd.microsoft.icon"},
    {".woff", "font/woff"},         {".woff2", "font/woff2"},
    {".pdf", "application/pdf"},    {".epub", "application/epub+zip"},
    {".webmanifest", "application/manifest+json"}, {".bin", "application/octet-stream"},
}};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}

// Pages and XML may say which character set they are in, and a header would overrule them.
bool names_its_charset(std::string_view content) {
  const std::string start = lower(content.substr(0, 1024));
  return start.find("charset") != start.npos || start.find("encoding=") != start.npos;
}

bool is_safe(std::string_view path) {
  if (!path.starts_with('/') || path.find('\0') != path.npos) return false;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    if (segment == "..") return false;
    path.remove_prefix(segment.size());
  }
  return true;
}

// Files of a bundle that are named by their content never change, wherever the bundle is.
bool is_named_by_content(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view last = path.substr(slash + 1);
  if (slash == path.npos || is_fixed_name(last)) return false;
  const std::size_t before = path.substr(0, slash).rfind('/');
  return is_bundle_name(last) || (before != path.npos && is_bundle_name(path.substr(before + 1)));
}

std::string escape(std::string_view text) {
  std::string html;
  for (const char c : text) {
    if (c == '<') html += "&lt;";
    else if (c == '&') html += "&amp;";
    else html += c;
  }
  return html;
}

HttpAnswer not_found(std::string_view path) {
  HttpAnswer answer{404, "text/html; charset=utf-8", std::string(kNoCache), "", ""};
  answer.body = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Not found</title>\n"
                "<h1>Not found</h1>\n<p>There is no file <code>" + escape(path) +
                "</code> in the folder that is served.</p>\n";
  return answer;
}

HttpAnswer moved(std::string_view path) {
  return {301, "text/plain; charset=utf-8", std::string(kNoCache), encode_path(path) + "/", ""};
}

}  // namespace

std::string content_type(std::string_view name, std::string_view content) {
  const std::string extension = lower(fs::path(name).extension().string());
  const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& type) {
    return type.extension == extension;
  });
  if (found == kTypes.end()) return "application/octet-stream";
  const std::string type(found->type);
  const bool marked_up = type == "text/html" || type.ends_with("xml");
  const bool text = type.starts_with("text/") || type == "application/json" || marked_up;
  if (!text || (marked_up && names_its_charset(content))) return type;
  return type + std::string(kUtf8);
}

HttpAnswer answer_file(const fs::path& folder, std::string_view path) {
  if (!is_safe(path)) return not_found(path);
  fs::path file = folder / fs::path(path.substr(1)).relative_path();
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) {
    if (!path.ends_with('/')) return moved(path);
    file /= "index.html";
  }
  if (!fs::is_regular_file(file, ignored)) return not_found(path);
  Result<std::string> content = read_file(file);
  if (!content) return not_found(path);
  const std::string_view cache = is_named_by_content(path) ? kImmutable : kNoCache;
  std::string type = content_type(file.filename().string(), *content);
  return {200, std::move(type), std::string(cache), "", std::move(*content)};
}

}  // namespace catchword
