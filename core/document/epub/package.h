// What an EPUB's package document and its table of contents say. Private to the EPUB reader.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"

namespace catchword {

/// A file of the book, by its path in the archive.
struct EpubItem {
  std::string path;
  std::string media_type;
  std::size_t spine_step = 0;  ///< its step in an EPUB CFI: twice its 1-based place in the spine
};

struct EpubPackage {
  std::string title;
  std::string language;
  std::vector<Metadata> metadata;  ///< author, publisher, date, subject, identifier, description
  std::vector<EpubItem> spine;     ///< in reading order
  std::string contents_path;       ///< of the navigation document or NCX; may be empty
};

/// The package document's path, of META-INF/container.xml; empty when it names none.
std::string parse_epub_container(std::string_view xml);

/// Reads the package document that lies at `path`. Damaged XML is read as far as it goes.
EpubPackage parse_epub_package(const std::string& path, std::string_view xml);

/// Titles by the path of the file that they lead to, the first of each file; of an EPUB 3
/// navigation document or an NCX that lies at `path`.
std::unordered_map<std::string, std::string> parse_epub_contents(const std::string& path,
                                                                 std::string_view xml);

}  // namespace catchword
