// What every Document must hold to, whatever the bytes: for the fuzzers of the readers.
#pragma once

#include <set>
#include <string_view>

#include "document/reader.h"
#include "document/utf8.h"
#include "require.h"

namespace catchword::fuzz {

inline void check_passage(const Passage& passage) {
  require(is_utf8(passage.text) && is_utf8(passage.heading) && is_utf8(passage.anchor), "UTF-8");
  require(passage.text.empty() || passage.text.back() == '\n', "blocks end with a line feed");
  require(passage.heading.find('\n') == std::string::npos, "a heading is one line");
  require(passage.level >= 0 && passage.level <= 7, "levels");
  require(!passage.text.empty() || !passage.heading.empty(), "a passage says something");
}

inline void check_document(const Document& document) {
  require(!document.title.empty() && !document.id.empty(), "title and id");
  require(is_utf8(document.title) && is_utf8(document.id) && is_utf8(document.url), "UTF-8");
  std::set<std::string> keys;
  for (const Metadata& metadata : document.metadata) {
    require(keys.insert(metadata.key).second, "a key occurs once");
    require(!metadata.values.empty() && is_utf8(metadata.key), "a key has values");
    for (const std::string& value : metadata.values) {
      require(!value.empty() && is_utf8(value), "values are text");
    }
  }
  for (const Passage& passage : document.passages) check_passage(passage);
}

/// Reads `bytes` and checks everything that is reported. Some report there must be, except of
/// nothing at all.
inline void check_reader(const DocumentReader& reader, std::string_view path, std::string_view bytes,
                         bool may_be_silent = false) {
  std::size_t reports = 0;
  reader.read({path, bytes}, {[&](const Document& document) {
                                ++reports;
                                check_document(document);
                              },
                              [&](const Notice& notice) {
                                ++reports;
                                require(!notice.reason.empty() && !notice.where.empty(), "a reason and a place");
                              }});
  require(reports > 0 || may_be_silent, "something is reported");
}

}  // namespace catchword::fuzz
