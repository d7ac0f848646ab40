// What a static host answers: from a request's path to a file and the headers that it is sent with.
// No network in here.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace catchword {

struct HttpAnswer {
  int status = 200;
  std::string type;           ///< Content-Type
  std::string cache_control;
  std::string location;       ///< for a redirection: a path
  std::string body;
};

/// Answers GET `path` (decoded; it begins with '/') out of `folder`: a file, a folder's index.html, a
/// redirection to a folder's address with a slash, or a page that says what is not there. No path
/// leads out of `folder`, but for symbolic links that lie in it.
HttpAnswer answer_file(const std::filesystem::path& folder, std::string_view path);

/// The type of a file of that name; `content` tells whether a page names its own character set.
std::string content_type(std::string_view name, std::string_view content);

}  // namespace catchword
