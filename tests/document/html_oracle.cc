// External interface: oracle_words, reader_words.
#include "html_oracle.h"

#include <gumbo.h>

#include <algorithm>
#include <set>
#include <utility>

#include "document/html/reader.h"

namespace catchword::testing {
namespace {

const std::set<std::string> kUnseen = {
    "audio",  "button",   "canvas",   "datalist", "frameset", "iframe", "meter",    "noembed",
    "noframes", "noscript", "progress", "rp",     "script",   "select", "style",    "template",
    "textarea", "title",    "video"};
const std::set<std::string> kBlocks = {
    "address", "article", "aside",  "blockquote", "body",     "caption", "center",  "colgroup",
    "dd",      "details", "dialog", "dir",        "div",      "dl",      "dt",      "fieldset",
    "figcaption", "figure", "footer", "form",     "h1",       "h2",      "h3",      "h4",
    "h5",      "h6",      "header", "hgroup",     "hr",       "html",    "legend",  "li",
    "listing", "main",    "menu",   "nav",        "ol",       "optgroup", "option", "p",
    "plaintext", "pre",   "search", "section",    "summary",  "table",   "tbody",   "td",
    "tfoot",   "th",      "thead",  "tr",         "ul",       "xmp",     "br"};
const std::set<std::string> kReplaced = {"applet", "audio",  "button", "canvas",   "embed",
                                         "iframe", "image",  "img",    "input",    "keygen",
                                         "meter",  "object", "progress", "select", "svg",
                                         "textarea", "video"};
const std::set<std::string> kHeadingLinks = {"\u00B6", "\u00A7", "#", "^", "\u221E", "\u2191"};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  return text;
}

std::string name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  return lower(std::string(piece.data == nullptr ? "" : piece.data, piece.length));
}

std::string attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string() : found->value;
}

bool has(const GumboElement& element, const char* name) {
  return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

std::string style_of(const GumboElement& element, const std::string& property) {
  std::string style = lower(attribute(element, "style"));
  style.erase(std::remove_if(style.begin(), style.end(), [](char c) { return isspace(c) != 0; }),
              style.end());
  style = ";" + style + ";";
  const std::size_t at = style.rfind(";" + property + ":");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + property.size() + 2;
  std::string value = style.substr(begin, style.find(';', begin) - begin);
  return value.substr(0, value.find('!'));
}

class Walker {
 public:
  void walk(const GumboNode* node, bool in_svg, bool svg_text) {
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
      walk_element(node->v.element, in_svg, svg_text);
    } else if (node->type != GUMBO_NODE_DOCUMENT && node->type != GUMBO_NODE_COMMENT) {
      if (!in_svg || svg_text) text_ += node->v.text.text;
    }
  }

  void walk_children(const GumboVector& children, bool in_svg, bool svg_text) {
    for (unsigned i = 0; i < children.length; ++i) {
      walk(static_cast<const GumboNode*>(children.data[i]), in_svg, svg_text);
    }
  }

  std::string take() { return std::move(text_); }

 private:
  void walk_element(const GumboElement& element, bool in_svg, bool svg_text) {
    const std::string name = name_of(element);
    const bool html = element.tag_namespace == GUMBO_NAMESPACE_HTML;
    const std::string gap = gap_of(element, name, html);
    if (gap == " ") text_ += gap;
    if (is_hidden(element, name, html)) {
      if (gap == " ") text_ += gap;
      return;
    }
    text_ += gap;
    if (html && name == "rt") return walk_reading(element);
    const std::size_t begin = text_.size();
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG) {
      in_svg = true;
      svg_text = name == "svg" ? false
                 : svg_text || name == "text" || name == "title" || name == "foreignobject";
    }
    walk_children(element.children, in_svg && !html, svg_text);
    if (html && name == "a" && attribute(element, "href").starts_with("#")) drop_sign(begin);
    if (html && name == "ruby" && !readings_.empty()) {
      text_ += " " + std::exchange(readings_, {}) + " ";
    }
    text_ += gap;
  }

  // The readings of a ruby text follow it.
  void walk_reading(const GumboElement& element) {
    std::swap(text_, readings_);
    walk_children(element.children, false, false);
    std::swap(text_, readings_);
  }

  static std::string gap_of(const GumboElement& element, const std::string& name, bool html) {
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG) {
      if (name == "svg") return " ";
      const bool line = name == "text" || name == "title" || name == "foreignobject";
      return line || has(element, "x") ? "\n" : "";
    }
    if (!html) return "";
    const std::string display = style_of(element, "display");
    if (name != "br" && name != "hr" && !display.empty() && display != "none" &&
        display != "inherit" && display != "initial") {
      return display == "contents" || display.starts_with("inline") ? "" : "\n";
    }
    if (kReplaced.count(name) != 0) return " ";
    return kBlocks.count(name) != 0 ? "\n" : "";
  }

  static bool is_hidden(const GumboElement& element, const std::string& name, bool html) {
    if (html && kUnseen.count(name) != 0) return true;
    if (name == "annotation" || name == "annotation-xml") return true;
    if (html && name == "dialog" && !has(element, "open")) return true;
    if (html && name == "object" && has(element, "data")) return true;
    if (name == "html" || name == "body") return false;
    if (has(element, "hidden") && lower(attribute(element, "hidden")) != "until-found") return true;
    return lower(attribute(element, "aria-hidden")) == "true" ||
           style_of(element, "display") == "none" || style_of(element, "visibility") == "hidden";
  }

  void drop_sign(std::size_t begin) {
    std::string inside = text_.substr(begin);
    inside.erase(std::remove_if(inside.begin(), inside.end(), [](char c) { return isspace(c) != 0; }),
                 inside.end());
    if (kHeadingLinks.count(inside) != 0) text_.resize(begin);
  }

  std::string text_;
  std::string readings_;
};

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool pair = byte == 0xC2 && i + 1 < text.size();
    if (pair && text[i + 1] == '\xAD') {
      ++i;
    } else if (pair && text[i + 1] == '\xA0') {
      ++i;
      end_word();
    } else if (byte == ' ' || (byte >= 9 && byte <= 13 && byte != 11)) {
      end_word();
    } else if (byte >= 0x20 && byte != 0x7F) {
      word += text[i];
    }
  }
  end_word();
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

std::vector<std::string> oracle_words(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
  Walker walker;
  walker.walk_children(output->document->v.document.children, false, false);
  gumbo_destroy_output(&options, output);
  return split(walker.take());
}

std::vector<std::string> reader_words(std::string_view html) {
  HtmlOptions options;
  options.main_only = false;
  options.skip_canonical = options.skip_noindex = options.skip_redirects = false;
  std::string text;
  const auto reader = make_html_reader(options);
  reader->read({"page.html", html}, {[&text](const Document& document) {
                                       for (const Passage& passage : document.passages) {
                                         text.append(passage.heading).append("\n");
                                         text.append(passage.text).append("\n");
                                       }
                                     },
                                     [](const Notice&) {}});
  return split(text);
}

}  // namespace catchword::testing
