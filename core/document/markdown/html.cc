// cmark-gfm parses and renders; between the two, each heading is replaced by a custom block whose
// tags carry the id.
#include "document/markdown/html.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <vector>

#include "document/markdown/heading_slug.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

constexpr int kOptions = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;
constexpr const char* kExtensions[] = {"table", "strikethrough", "autolink", "tasklist"};

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
struct FreeString {
  void operator()(char* string) const { std::free(string); }
};
using Parser = std::unique_ptr<cmark_parser, FreeParser>;
using Tree = std::unique_ptr<cmark_node, FreeNode>;

Parser make_parser() {
  static std::once_flag registered;  // cmark's registry is global and not guarded
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  Parser parser(cmark_parser_new(kOptions));
  for (const char* name : kExtensions) {
    if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name)) {
      cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
  }
  return parser;
}

/// Calls `visit` for `root` and what is below it, on entering.
template <class Visit>
void for_each_node(cmark_node* root, Visit visit) {
  const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(root));
  for (cmark_event_type event; (event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE;) {
    if (event == CMARK_EVENT_ENTER) visit(cmark_iter_get_node(iterator.get()));
  }
}

bool is_break(cmark_node_type type) {
  return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

/// The text of the inlines below `node`, as a reader sees it (and an image's replacement).
std::string inline_text(cmark_node* node) {
  std::string text;
  for_each_node(node, [&](cmark_node* part) {
    const cmark_node_type type = cmark_node_get_type(part);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += cmark_node_get_literal(part);
    if (is_break(type)) text += ' ';
  });
  return collapse_white_space(text);
}

/// Cuts a final "{#id}", "{#id .class}" or "{: #id}" from `text` and returns the id.
std::string take_explicit_id(std::string& text) {
  const std::string_view whole = trim(text);
  const size_t open = whole.rfind('{');
  if (!whole.ends_with('}') || open == std::string_view::npos) return {};
  std::string_view inside = whole.substr(open + 1, whole.size() - open - 2);
  if (inside.starts_with(':')) inside = trim(inside.substr(1));
  if (!inside.starts_with('#')) return {};
  inside.remove_prefix(1);
  std::string id(take_until(inside, ' '));
  if (!id.empty()) text = std::string(trim(whole.substr(0, open)));
  return id;
}

/// The same for a heading, whose last node of text then lacks it.
std::string take_explicit_id(cmark_node* heading) {
  cmark_node* last = cmark_node_last_child(heading);
  if (last == nullptr || cmark_node_get_type(last) != CMARK_NODE_TEXT) return {};
  std::string text = cmark_node_get_literal(last);
  std::string id = take_explicit_id(text);
  if (!id.empty()) cmark_node_set_literal(last, text.c_str());
  return id;
}

std::string escape_attribute(std::string_view value) {
  std::string escaped;
  for (const char c : value) {
    if (c == '"') escaped += "&quot;";
    else if (c == '&') escaped += "&amp;";
    else if (c == '<') escaped += "&lt;";
    else escaped += c;
  }
  return escaped;
}

/// Replaces `heading` by a block that renders as it does, with an id. Hands out the heading: the
/// texts of its former children lie in its memory, so it has to outlive them.
Tree set_id(cmark_node* heading, const std::string& id) {
  const std::string name = 'h' + std::to_string(cmark_node_get_heading_level(heading));
  cmark_node* block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
  cmark_node_set_on_enter(block, ('<' + name + " id=\"" + escape_attribute(id) + "\">").c_str());
  cmark_node_set_on_exit(block, ("</" + name + '>').c_str());
  cmark_node_replace(heading, block);
  while (cmark_node* child = cmark_node_first_child(heading)) {
    cmark_node_append_child(block, child);
  }
  return Tree(heading);
}

std::vector<cmark_node*> find_headings(cmark_node* root) {
  std::vector<cmark_node*> headings;
  for_each_node(root, [&](cmark_node* node) {
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING) headings.push_back(node);
  });
  return headings;
}

/// Gives every heading its id and returns the first `#` heading. `replaced` has to outlive `root`.
std::string name_headings(cmark_node* root, std::vector<Tree>& replaced) {
  const std::vector<cmark_node*> headings = find_headings(root);
  std::string first;
  HeadingSlugs slugs;
  for (cmark_node* heading : headings) {
    std::string id = take_explicit_id(heading);
    const std::string text = inline_text(heading);
    if (first.empty() && cmark_node_get_heading_level(heading) == 1) first = text;
    if (id.empty()) {
      id = slugs.make(text);
    } else {
      slugs.reserve(id);
    }
    replaced.push_back(set_id(heading, id));
  }
  return first;
}

/// ":::" with what readers of the site don't see of it: the kind of the container.
bool is_container_fence(std::string_view line) { return trim(line).starts_with(":::"); }

/// "Hint" of "::: tip Hint" and ":::tip[Hint]"; empty for a fence without a title.
std::string_view container_title(std::string_view line) {
  line = trim(line);
  line.remove_prefix(std::min(line.find_first_not_of(": "), line.size()));
  line.remove_prefix(std::min(line.find_first_of(" [{"), line.size()));
  line = trim(line);
  if (line.starts_with('{')) return {};
  if (line.starts_with('[') && line.ends_with(']')) return line.substr(1, line.size() - 2);
  return line;
}

void feed_line(std::string_view line, cmark_parser* parser) {
  cmark_parser_feed(parser, line.data(), line.size());
  cmark_parser_feed(parser, "\n", 1);
}

/// Feeds the lines; a container's fence as a paragraph of its title. Code blocks keep theirs.
void feed(std::string_view markdown, cmark_parser* parser) {
  bool in_code = false;
  while (!markdown.empty()) {
    const std::string_view line = take_until(markdown, '\n');
    const std::string_view clean = trim(line);
    if (clean.starts_with("```") || clean.starts_with("~~~")) in_code = !in_code;
    if (!in_code && is_container_fence(line)) {
      feed_line("", parser);
      feed_line(container_title(line), parser);
      feed_line("", parser);
    } else {
      feed_line(line, parser);
    }
  }
}

}  // namespace

MarkdownHtml render_markdown(std::string_view markdown) {
  const Parser parser = make_parser();
  feed(markdown, parser.get());
  std::vector<Tree> replaced;
  const Tree tree(cmark_parser_finish(parser.get()));
  cmark_consolidate_text_nodes(tree.get());
  MarkdownHtml rendered;
  rendered.first_heading = name_headings(tree.get(), replaced);
  const std::unique_ptr<char, FreeString> html(cmark_render_html(
      tree.get(), kOptions, cmark_parser_get_syntax_extensions(parser.get())));
  rendered.html = html.get();
  return rendered;
}

}  // namespace catchword
