// External interface: HtmlAttributes.
#include "document/html/attributes.h"

#include <iterator>
#include <utility>

namespace catchword {
namespace {

using Field = std::string_view HtmlAttributes::*;

struct NamedField {
  std::string_view name;
  Field field;
};

// By length, since that tells most names apart.
constexpr NamedField kFields1[] = {{"x", &HtmlAttributes::x}};
constexpr NamedField kFields2[] = {{"id", &HtmlAttributes::id}};
constexpr NamedField kFields3[] = {
    {"src", &HtmlAttributes::src}, {"alt", &HtmlAttributes::alt}, {"rel", &HtmlAttributes::rel}};
constexpr NamedField kFields4[] = {{"href", &HtmlAttributes::href},
                                   {"name", &HtmlAttributes::name},
                                   {"lang", &HtmlAttributes::lang},
                                   {"role", &HtmlAttributes::role},
                                   {"type", &HtmlAttributes::type},
                                   {"data", &HtmlAttributes::data},
                                   {"open", &HtmlAttributes::open}};
constexpr NamedField kFields5[] = {{"class", &HtmlAttributes::classes},
                                   {"style", &HtmlAttributes::style}};
constexpr NamedField kFields6[] = {{"hidden", &HtmlAttributes::hidden}};
constexpr NamedField kFields7[] = {{"content", &HtmlAttributes::content}};
constexpr NamedField kFields8[] = {{"property", &HtmlAttributes::property},
                                   {"datetime", &HtmlAttributes::datetime},
                                   {"xml:lang", &HtmlAttributes::lang}};
constexpr NamedField kFields10[] = {{"http-equiv", &HtmlAttributes::http_equiv},
                                    {"aria-level", &HtmlAttributes::level}};
constexpr NamedField kFields11[] = {{"aria-hidden", &HtmlAttributes::aria_hidden}};
constexpr NamedField kFields14[] = {{"shadowrootmode", &HtmlAttributes::shadow_root}};

template <std::size_t size>
Field find_field(const NamedField (&fields)[size], std::string_view name) {
  for (const NamedField& field : fields) {
    if (equals_ignoring_case(name, field.name)) return field.field;
  }
  return nullptr;
}

Field field_of(std::string_view name) {
  switch (name.size()) {
    case 1: return find_field(kFields1, name);
    case 2: return find_field(kFields2, name);
    case 3: return find_field(kFields3, name);
    case 4: return find_field(kFields4, name);
    case 5: return find_field(kFields5, name);
    case 6: return find_field(kFields6, name);
    case 7: return find_field(kFields7, name);
    case 8: return find_field(kFields8, name);
    case 10: return find_field(kFields10, name);
    case 11: return find_field(kFields11, name);
    case 14: return find_field(kFields14, name);
    default: return nullptr;
  }
}

constexpr std::pair<std::string_view, HtmlDirective::Kind> kDirectives[] = {
    {"body", HtmlDirective::Kind::kBody},
    {"ignore", HtmlDirective::Kind::kIgnore},
    {"meta", HtmlDirective::Kind::kMeta},
    {"default-meta", HtmlDirective::Kind::kDefaultMeta},
    {"filter", HtmlDirective::Kind::kFilter},
    {"sort", HtmlDirective::Kind::kSort},
    {"weight", HtmlDirective::Kind::kWeight},
    {"title", HtmlDirective::Kind::kTitle},
    {"index-attrs", HtmlDirective::Kind::kIndexAttributes},
};
constexpr std::string_view kPrefixes[] = {"data-catchword-", "data-pagefind-"};
constexpr std::size_t kShortestDirective = 18;  // data-pagefind-body

void add_directive(const HtmlAttribute& attribute, std::vector<HtmlDirective>& directives) {
  for (const std::string_view prefix : kPrefixes) {
    if (!equals_ignoring_case(attribute.name.substr(0, prefix.size()), prefix)) continue;
    const std::string_view rest = attribute.name.substr(prefix.size());
    for (const auto& [name, kind] : kDirectives) {
      if (equals_ignoring_case(rest, name)) directives.push_back({kind, attribute.value});
    }
  }
}

// A value that is there and empty has an address all the same.
std::string_view present(const HtmlAttribute& attribute) {
  return attribute.value.data() != nullptr ? attribute.value
                                           : std::string_view(attribute.name.data(), 0);
}

}  // namespace

void HtmlAttributes::read(const HtmlToken& token) {
  clear();
  is_used_ = !token.attributes.empty();
  for (const HtmlAttribute& attribute : token.attributes) {
    if (const Field field = field_of(attribute.name)) {
      if ((this->*field).data() == nullptr) this->*field = present(attribute);
    } else if (attribute.name.size() >= kShortestDirective) {
      add_directive(attribute, directives);
    }
  }
}

void HtmlAttributes::add(HtmlDirective directive) {
  is_used_ = true;
  directives.push_back(directive);
}

bool HtmlAttributes::is_hidden() const {
  if (hidden.data() != nullptr && !equals_ignoring_case(hidden, "until-found")) return true;
  return equals_ignoring_case(aria_hidden, "true");
}

// Most tags have no attributes, or a class: clearing is worth less than a look.
void HtmlAttributes::clear() {
  if (!is_used_) return;
  std::vector<HtmlDirective> reused = std::move(directives);
  reused.clear();
  *this = {};
  directives = std::move(reused);
}

}  // namespace catchword
