// External interface: add_index_arguments, parse_selector_rule, parse_metadata_rule.
#include "cli/index_arguments.h"

#include <algorithm>
#include <iterator>

#include "document/html/directives.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

using Kind = HtmlDirective::Kind;

struct NamedKind {
  std::string_view name;
  Kind kind;
  bool takes_value;
};

constexpr NamedKind kKinds[] = {
    {"body", Kind::kBody, false},   {"ignore", Kind::kIgnore, false}, {"title", Kind::kTitle, false},
    {"meta", Kind::kMeta, true},    {"filter", Kind::kFilter, true},  {"sort", Kind::kSort, true},
    {"weight", Kind::kWeight, true},
};

Error fault(std::string_view text) {
  return {ErrorKind::kUsage, "this says nothing of elements", std::string(text),
          "Write it like body=main, ignore=.nav, title=h1, meta:author=.byline, filter:tag=.tag, "
          "sort:date=time or weight:3=.summary"};
}

bool is_wanted(const NamedKind& kind, std::string_view value) {
  if (!kind.takes_value) return value.empty();
  return kind.kind == Kind::kWeight ? is_weight(value) : !value.empty();
}

void add_list(CLI::App& command, const char* name, std::vector<std::string>& out, const char* help) {
  command.add_option(name, out, help)->allow_extra_args(false);
}

}  // namespace

void add_index_arguments(CLI::App& command, IndexArguments& arguments) {
  add_list(command, "--synonyms", arguments.synonyms, "\"quay, wharf\", or one way \"lorry => truck\"");
  add_list(command, "--stop-page", arguments.stop_pages, "glob over ids of documents to leave out");
  add_list(command, "--select", arguments.selectors,
           "what elements mean: body=main, ignore=.nav, title=h1, meta:author=.byline, ...");
  add_list(command, "--metadata", arguments.metadata, "type of a key, such as price=number");
  command.add_option("--memory", arguments.memory,
                     "about what words and lists may take, such as 512M; the rest waits on the disk");
  command.add_option("--base-url", arguments.base_url, "put before every relative url");
  command.add_flag("--drop-index", arguments.drop_index, "guide/index.html is published as guide/");
  command.add_flag("--drop-extension", arguments.drop_extension, "guide/start.html as guide/start");
  command.add_flag("--keep-noindex", arguments.keep_noindex, "read pages that say noindex");
  command.add_flag("--keep-redirects", arguments.keep_redirects, "read pages that lead elsewhere");
  command.add_flag("--keep-canonical", arguments.keep_canonical, "read pages whose canonical link is another");
  command.add_flag("--whole-pages", arguments.whole_pages, "read more of a page than its <main> or <article>");
}

Result<SelectorRule> parse_selector_rule(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return fault(text);
  std::string_view value = text.substr(0, equals);
  const std::string_view name = trim(take_until(value, ':'));
  const auto* kind = std::find_if(std::begin(kKinds), std::end(kKinds),
                                  [name](const NamedKind& each) { return each.name == name; });
  if (kind == std::end(kKinds) || !is_wanted(*kind, trim(value))) return fault(text);
  Result<HtmlSelector> selector = parse_selector(text.substr(equals + 1));
  if (!selector) return selector.error();
  return SelectorRule{std::move(*selector), kind->kind, std::string(trim(value))};
}

Result<MetadataRule> parse_metadata_rule(std::string_view text) {
  const std::size_t equals = std::min(text.find('='), text.size());
  MetadataRule rule;
  rule.key = trim(text.substr(0, equals));
  if (equals < text.size()) rule.type = metadata_type_of(trim(text.substr(equals + 1)));
  if (!rule.key.empty() && rule.type) return rule;
  return Error{ErrorKind::kUsage, "this is no type of a key", std::string(text),
               "Write it like price=number; types are text, number, date and list"};
}

}  // namespace catchword
