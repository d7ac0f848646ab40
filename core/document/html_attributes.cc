// External interface: HtmlAttributes.
#include "document/html_attributes.h"

#include <iterator>
#include <utility>

namespace catchword {
namespace {

using Field = std::string_view HtmlAttributes::*;
using Flag = bool HtmlAttributes::*;

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
                                   {"data", &HtmlAttributes::data}};
constexpr NamedField kFields5[] = {{"class", &HtmlAttributes::classes},
                                   {"style", &HtmlAttributes::style}};
constexpr NamedField kFields7[] = {{"content", &HtmlAttributes::content}};
constexpr NamedField kFields8[] = {{"property", &HtmlAttributes::property},
                                   {"datetime", &HtmlAttributes::datetime},
                                   {"xml:lang", &HtmlAttributes::lang}};
constexpr NamedField kFields10[] = {{"http-equiv", &HtmlAttributes::http_equiv},
                                    {"aria-label", &HtmlAttributes::label},
                                    {"aria-level", &HtmlAttributes::level}};

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
    case 7: return find_field(kFields7, name);
    case 8: return find_field(kFields8, name);
    case 10: return find_field(kFields10, name);
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

void read_flag(const HtmlAttribute& attribute, HtmlAttributes& out) {
  const std::string_view name = attribute.name;
  if (equals_ignoring_case(name, "hidden")) {
    out.hidden = !equals_ignoring_case(attribute.value, "until-found");
  } else if (equals_ignoring_case(name, "aria-hidden")) {
    out.aria_hidden = equals_ignoring_case(attribute.value, "true");
  } else if (equals_ignoring_case(name, "open")) {
    out.open = true;
  } else if (equals_ignoring_case(name, "shadowrootmode")) {
    out.shadow_root = true;
  }
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
    } else {
      read_flag(attribute, *this);
    }
  }
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
