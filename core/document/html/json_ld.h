// JSON-LD: what a page says about itself in `<script type="application/ld+json">`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catchword {

/// The properties that the index can use; empty where the page says nothing.
struct JsonLd {
  std::string title;
  std::string description;
  std::string date;
  std::string image;
  std::vector<std::string> authors;

  /// Adds what `json` says and nothing said before. Text that is no JSON is passed over.
  void read(std::string_view json);
};

}  // namespace catchword
