// External interface: HtmlMetadata.
#include "document/html/metadata.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "document/html/entities.h"
#include "document/html/text.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

constexpr std::string_view kTitleKey = "title";
constexpr std::string_view kDescriptionKey = "description";
constexpr std::string_view kAuthorKey = "author";
constexpr std::string_view kDateKey = "date";
constexpr std::string_view kImageKey = "image";

struct Synonym {
  std::string_view name;  ///< lower case
  std::string_view key;
};

// <meta name>, in the order of preference within a key; Dublin Core and citations included.
constexpr Synonym kNames[] = {
    {"description", kDescriptionKey},    {"author", kAuthorKey},
    {"date", kDateKey},                  {"dc.description", kDescriptionKey},
    {"dcterms.description", kDescriptionKey}, {"dc.creator", kAuthorKey},
    {"dcterms.creator", kAuthorKey},     {"citation_author", kAuthorKey},
    {"dc.date", kDateKey},               {"dcterms.created", kDateKey},
    {"dcterms.date", kDateKey},          {"dc.date.issued", kDateKey},
    {"dcterms.issued", kDateKey},        {"citation_publication_date", kDateKey},
    {"citation_date", kDateKey},         {"pubdate", kDateKey},
    {"publish-date", kDateKey},
};
constexpr Synonym kProperties[] = {
    {"og:title", kTitleKey},           {"og:description", kDescriptionKey},
    {"og:image", kImageKey},           {"og:image:url", kImageKey},
    {"og:article:author", kAuthorKey}, {"article:author", kAuthorKey},
    {"book:author", kAuthorKey},       {"article:published_time", kDateKey},
    {"og:published_time", kDateKey},   {"book:release_date", kDateKey},
    {"twitter:title", kTitleKey},      {"twitter:description", kDescriptionKey},
    {"twitter:image", kImageKey},      {"twitter:image:src", kImageKey},
};

template <std::size_t size>
std::string_view key_of(const Synonym (&synonyms)[size], std::string_view name) {
  const auto* at = std::find_if(std::begin(synonyms), std::end(synonyms), [name](const Synonym& s) {
    return equals_ignoring_case(name, s.name);
  });
  return at == std::end(synonyms) ? std::string_view() : at->key;
}

Metadata* find(std::vector<Metadata>& list, std::string_view key) {
  const auto at = std::find_if(list.begin(), list.end(),
                               [key](const Metadata& entry) { return entry.key == key; });
  return at == list.end() ? nullptr : &*at;
}

Metadata& entry_of(std::vector<Metadata>& list, std::string_view key) {
  if (Metadata* found = find(list, key)) return *found;
  Metadata entry;
  entry.key = key;
  list.push_back(std::move(entry));
  return list.back();
}

void add_value(Metadata& entry, std::string value) {
  if (std::find(entry.values.begin(), entry.values.end(), value) == entry.values.end()) {
    entry.values.push_back(std::move(value));
  }
}

// Dates and addresses are shown and compared, not searched for.
bool is_searchable(std::string_view key) {
  return key != kDateKey && key != kImageKey && key != "image_alt" && key != "url";
}

bool says_noindex(std::string_view content) {
  while (!content.empty()) {
    const std::string_view word = trim(take_until(content, ','));
    if (equals_ignoring_case(word, "noindex") || equals_ignoring_case(word, "none")) return true;
  }
  return false;
}

// The url of "5; url='page.html'"; empty when the page only reloads itself.
std::string_view refresh_url(std::string_view content) {
  const std::size_t separator = content.find_first_of(";,");
  if (separator == std::string_view::npos) return {};
  content = trim(content.substr(separator + 1));
  if (equals_ignoring_case(content.substr(0, 3), "url")) {
    const std::string_view rest = trim(content.substr(3));
    if (rest.starts_with('=')) content = trim(rest.substr(1));
  }
  if (content.starts_with('"') || content.starts_with('\'')) {
    const char quote = content.front();
    content.remove_prefix(1);
    content = content.substr(0, content.find(quote));
  }
  return content;
}

bool is_address(std::string_view value) { return value.find("://") != std::string_view::npos; }

}  // namespace

void HtmlMetadata::add(std::string_view key, std::string_view value, Use use) {
  std::string clean = on_one_line(value);
  const std::string_view name = trim(key);
  if (clean.empty() || name.empty()) return;
  if (use == Use::kTime) {
    if (time_.empty()) time_ = std::move(clean);
    return;
  }
  if (name == kTitleKey && use == Use::kShown) {
    if (own_title_.empty()) own_title_ = std::move(clean);
    return;
  }
  const bool is_new = find(own_, name) == nullptr;
  Metadata& entry = entry_of(use == Use::kDefault ? defaults_ : own_, name);
  const bool shown = use == Use::kShown || use == Use::kDefault;
  if (shown) entry.searchable = is_searchable(name);
  if (!shown && is_new) entry.searchable = false;
  entry.filter |= use == Use::kFilter;
  entry.sort |= use == Use::kSort;
  add_value(entry, std::move(clean));
}

void HtmlMetadata::put(std::vector<Metadata>& found, std::string_view key, std::string_view value) {
  std::string clean = on_one_line(value);
  if (clean.empty() || (key == kAuthorKey && is_address(clean))) return;
  Metadata& entry = entry_of(found, key);
  entry.searchable = is_searchable(key);
  if (entry.values.empty() || key == kAuthorKey) add_value(entry, std::move(clean));
}

void HtmlMetadata::read_meta(const HtmlAttributes& attributes) {
  if (attributes.content.empty()) return;
  const std::string content = decode_attribute(attributes.content);
  if (!attributes.http_equiv.empty()) return read_http_equiv(attributes.http_equiv, content);
  if (!attributes.name.empty()) read_named(attributes.name, content);
  if (!attributes.property.empty()) read_named(attributes.property, content);
}

void HtmlMetadata::read_named(std::string_view name, std::string_view content) {
  if (equals_ignoring_case(name, "robots") || equals_ignoring_case(name, "catchword")) {
    noindex_ |= says_noindex(content);
    return;
  }
  if (const std::string_view key = key_of(kNames, name); !key.empty()) {
    return put(named_, key, content);
  }
  const std::string_view key = key_of(kProperties, name);
  if (key == kTitleKey) {
    if (graph_title_.empty()) graph_title_ = on_one_line(content);
  } else if (!key.empty()) {
    put(graph_, key, content);
  }
}

void HtmlMetadata::read_http_equiv(std::string_view name, std::string_view content) {
  if (equals_ignoring_case(name, "refresh")) {
    if (redirect_.empty()) redirect_ = refresh_url(content);
  } else if (equals_ignoring_case(name, "content-language")) {
    if (language_.empty()) language_ = trim(content.substr(0, content.find(',')));
  }
}

void HtmlMetadata::read_link(const HtmlAttributes& attributes) {
  if (attributes.rel.empty() || attributes.href.empty() || !canonical_.empty()) return;
  if (equals_ignoring_case(trim(attributes.rel), "canonical")) {
    canonical_ = decode_attribute(attributes.href);
  }
}

const std::string& HtmlMetadata::foreign_title() const {
  return graph_title_.empty() ? json_ld_.title : graph_title_;
}

std::vector<Metadata> HtmlMetadata::take() {
  std::vector<Metadata> linked;
  put(linked, kDescriptionKey, json_ld_.description);
  put(linked, kDateKey, json_ld_.date);
  put(linked, kImageKey, json_ld_.image);
  for (const std::string& author : json_ld_.authors) put(linked, kAuthorKey, author);
  if (find(linked, kDateKey) == nullptr) put(linked, kDateKey, time_);
  std::vector<Metadata> all = std::move(own_);
  for (std::vector<Metadata>* source : {&named_, &graph_, &linked, &defaults_}) {
    for (Metadata& entry : *source) {
      if (find(all, entry.key) == nullptr) all.push_back(std::move(entry));
    }
  }
  return all;
}

}  // namespace catchword
