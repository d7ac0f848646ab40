#include "support/pages.h"

#include <utility>

#include "document/html/reader.h"

namespace catchword::test {

Document read_page(const std::string& path, const std::string& html, bool main_only) {
  Document found;
  HtmlOptions options;
  options.main_only = main_only;
  make_html_reader(options)->read({path, html}, {[&](Document document) { found = std::move(document); },
                                          [](const Notice&) {}});
  return found;
}

std::string text_of(const Document& document) {
  std::string text;
  for (const Passage& passage : document.passages) {
    if (!passage.heading.empty()) text += "[" + passage.heading + "]\n";
    text += passage.text;
  }
  return text;
}

}  // namespace catchword::test
