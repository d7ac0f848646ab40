// libxml2 reads the XML, without entities of other files and without the network.
#ifdef CATCHWORD_HAVE_LIBZIP
#include "document/epub/package.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <functional>
#include <limits>
#include <memory>
#include <optional>

#include "document/metadata_builder.h"
#include "document/source_path.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

struct FreeXml {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Xml = std::unique_ptr<xmlDoc, FreeXml>;
using Visit = std::function<void(xmlNode*)>;

Xml parse_xml(std::string_view xml) {
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                           XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
  if (xml.size() > static_cast<size_t>(std::numeric_limits<int>::max())) return nullptr;
  return Xml(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, kOptions));
}

std::string_view name_of(const xmlNode* node) {
  return reinterpret_cast<const char*>(node->name);
}

/// The node after `node` in document order, below `root`.
xmlNode* next_node(xmlNode* node, const xmlNode* root) {
  if (node->children != nullptr && node->type == XML_ELEMENT_NODE) return node->children;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

void for_each_element(const Xml& document, const Visit& visit) {
  xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return;
  for (xmlNode* node = root; node != nullptr; node = next_node(node, root)) {
    if (node->type == XML_ELEMENT_NODE) visit(node);
  }
}

std::string take_string(xmlChar* string) {
  if (string == nullptr) return {};
  std::string copy(reinterpret_cast<const char*>(string));
  xmlFree(string);
  return copy;
}

std::string attribute(xmlNode* node, const char* name) {
  return take_string(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)));
}

std::string text_of(xmlNode* node) { return collapse_white_space(take_string(xmlNodeGetContent(node))); }

/// The archive path that `href` in the file `from` leads to; empty when there is none.
std::string linked_path(const std::string& from, std::string_view href) {
  const std::string path = percent_decode(href.substr(0, href.find('#')));
  return path.empty() ? std::string() : resolve_path(from, path).value_or("");
}

/// Dublin Core's names -> those of metadata in this project.
std::string_view metadata_key(std::string_view element) {
  if (element == "creator") return "author";
  for (const std::string_view key : {"contributor", "publisher", "date", "subject", "description",
                                     "identifier", "rights"}) {
    if (element == key) return key;
  }
  return {};
}

class PackageParser {
 public:
  explicit PackageParser(const std::string& path) : path_(path) {}

  EpubPackage parse(std::string_view xml) {
    for_each_element(parse_xml(xml), [this](xmlNode* node) { read(node); });
    package_.metadata = metadata_.take();
    if (package_.contents_path.empty()) package_.contents_path = ncx_path_;
    return std::move(package_);
  }

 private:
  void read(xmlNode* node) {
    const std::string_view name = name_of(node);
    if (name == "item") read_item(node);
    else if (name == "itemref") read_reference(node);
    else if (name == "title" && package_.title.empty()) package_.title = text_of(node);
    else if (name == "language" && package_.language.empty()) package_.language = text_of(node);
    else if (const std::string_view key = metadata_key(name); !key.empty()) metadata_.add(key, text_of(node));
  }

  void read_item(xmlNode* node) {
    EpubItem item{linked_path(path_, attribute(node, "href")), attribute(node, "media-type"), 0};
    const std::string properties = ' ' + attribute(node, "properties") + ' ';
    if (properties.find(" nav ") != std::string::npos) package_.contents_path = item.path;
    if (item.media_type == "application/x-dtbncx+xml") ncx_path_ = item.path;
    items_[attribute(node, "id")] = std::move(item);
  }

  void read_reference(xmlNode* node) {
    ++references_;
    const auto found = items_.find(attribute(node, "idref"));
    if (found == items_.end() || found->second.path.empty()) return;
    package_.spine.push_back(found->second);
    package_.spine.back().spine_step = 2 * references_;
    found->second.path.clear();  // a second reference would repeat the chapter
  }

  const std::string& path_;
  EpubPackage package_;
  MetadataBuilder metadata_;
  std::unordered_map<std::string, EpubItem> items_;
  std::string ncx_path_;
  size_t references_ = 0;
};

}  // namespace

std::string parse_epub_container(std::string_view xml) {
  std::string path;
  for_each_element(parse_xml(xml), [&](xmlNode* node) {
    if (path.empty() && name_of(node) == "rootfile") path = attribute(node, "full-path");
  });
  return path;
}

EpubPackage parse_epub_package(const std::string& path, std::string_view xml) {
  return PackageParser(path).parse(xml);
}

std::unordered_map<std::string, std::string> parse_epub_contents(const std::string& path,
                                                                 std::string_view xml) {
  std::unordered_map<std::string, std::string> titles;
  std::string label;  // an NCX has the label before the file
  for_each_element(parse_xml(xml), [&](xmlNode* node) {
    const std::string_view name = name_of(node);
    if (name == "navLabel") label = text_of(node);
    if (name == "content" && !label.empty()) {
      titles.try_emplace(linked_path(path, attribute(node, "src")), label);
    }
    if (name == "a") {
      if (std::string text = text_of(node); !text.empty()) {
        titles.try_emplace(linked_path(path, attribute(node, "href")), std::move(text));
      }
    }
  });
  return titles;
}

}  // namespace catchword
#endif  // CATCHWORD_HAVE_LIBZIP
