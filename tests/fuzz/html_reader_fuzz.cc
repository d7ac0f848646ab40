// libFuzzer: no bytes make the HTML reader, or the site's pass behind it, crash, hang or report
// text that is not UTF-8.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "document/boilerplate.h"
#include "document/html/reader.h"
#include "document/utf8.h"

namespace {

using namespace catchword;

void require(bool condition) {
  if (!condition) std::abort();
}

void check_passage(const Passage& passage) {
  require(is_utf8(passage.heading) && is_utf8(passage.text) && is_utf8(passage.anchor));
  require(passage.text.empty() || passage.text.back() == '\n');
  require(passage.level >= 0 && passage.level <= 7);
  require(passage.weight >= 0 && passage.weight <= 10);
  for (const std::uint32_t offset : passage.link_lines) require(offset < passage.text.size());
}

void check(const Document& document) {
  require(!document.id.empty() && !document.title.empty());
  require(is_utf8(document.title) && is_utf8(document.language));
  for (const Passage& passage : document.passages) check_passage(passage);
  for (const Link& link : document.links) require(is_utf8(link.target) && is_utf8(link.text));
  for (const Metadata& metadata : document.metadata) {
    require(!metadata.values.empty());
    for (const auto& value : metadata.values) require(!value.empty() && is_utf8(value));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto reader = make_html_reader();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::vector<Document> documents;
  reader->read({"folder/page.html", bytes},
               {[&](Document document) { documents.push_back(std::move(document)); },
                [](const Notice& notice) { require(!notice.reason.empty()); }});
  for (const Document& document : documents) check(document);
  // A site of equal pages: everything repeats.
  for (int i = 0; i < 5 && !documents.empty(); ++i) documents.push_back(documents.front());
  Documents site(std::move(documents));
  require(remove_boilerplate(site).ok());
  require(site.visit([](const Documents::Batch& batch, std::size_t) -> Status {
    for (const Document& document : batch) check(document);
    return {};
  }).ok());
  return 0;
}
