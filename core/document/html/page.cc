// External interface: HtmlPage, as far as it listens; html_document.cc makes the Document.
#include "document/html/page.h"

#include <algorithm>
#include <utility>

#include "document/html/entities.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

using namespace html_tag;

// What `close` has to do, kept in OpenElement::marks.
enum Mark : std::uint32_t {
  kBlockMark = 1 << 0,
  kWordMark = 1 << 1,
  kHeadingMark = 1 << 2,
  kLinkMark = 1 << 3,
  kCaptureMark = 1 << 4,
  kSectionMark = 1 << 5,
  kTitleMark = 1 << 6,
  kJsonMark = 1 << 7,
  kRubyMark = 1 << 8,
  kAnchorMark = 1 << 9,
  kTermMark = 1 << 10,
};

constexpr int kTermLevel = 7;
constexpr int kDefaultRoleLevel = 2;  // of role=heading without aria-level, as ARIA has it
constexpr std::size_t kLongestLanguage = 35;
constexpr std::size_t kShortestOwnAnchor = 400;  // bytes of text that are worth an address

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_html_space); }

bool is_root(HtmlTag tag) { return tag == kHtml || tag == kBody; }

// Elements whose end ends the sections begun inside.
bool holds_sections(HtmlTag tag) {
  return tag == kSection || tag == kArticle || tag == kAside || tag == kNav || tag == kFooter ||
         tag == kDl;
}

bool sets_apart(HtmlTag tag) {
  return tag == kCode || tag == kB || tag == kStrong || tag == kDfn || tag == kTt;
}

bool is_language(std::string_view language) {
  return !language.empty() && language.size() <= kLongestLanguage &&
         std::all_of(language.begin(), language.end(), [](char c) {
           return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

// A drawing's line breaks are separate texts, or spans that are placed.
bool is_placed_span(HtmlNamespace space, const HtmlAttributes& attributes) {
  return space == HtmlNamespace::kSvg && attributes.x.data() != nullptr;
}

}  // namespace

HtmlPage::HtmlPage(std::string_view path, const HtmlOptions& options)
    : path_(path), options_(options), targets_(path, options.site) {}

void HtmlPage::open(const HtmlToken& token, const TextStyle& parent, OpenElement& element) {
  attributes_.read(token);
  const HtmlLayout layout = layout_of(element.tag, element.space, attributes_);
  style_element(token, parent, layout, element);
  const TextStyle inside = element.own.inside(parent);
  if (!is_root(element.tag)) open_layout(layout, inside, element);
  open_meaning(token, inside, element);
}

void HtmlPage::style_element(const HtmlToken& token, const TextStyle& parent, HtmlLayout layout,
                             OpenElement& element) {
  element.own = visible_style(element.tag, element.space, attributes_);
  // Scripts show a page that hides itself while it loads.
  if (is_root(element.tag)) element.own.set &= ~html_style::kUnseenTree;
  // A part within a better part is no border: a section may go over it.
  if (element.tag == kMain || equals_ignoring_case(attributes_.role, "main")) {
    if (!parent.has(html_style::kMarked)) element.own.set |= html_style::kMain;
  } else if (element.tag == kArticle) {
    if (!parent.has(html_style::kMarked | html_style::kMain)) {
      element.own.set |= html_style::kArticle;
    }
  } else if (element.tag == kRuby) {
    element.own.set |= html_style::kRubyBase;
  } else if (element.tag == kRt && parent.has(html_style::kRubyBase)) {
    element.own.set |= html_style::kRuby;
  }
  if (!attributes_.lang.empty() && layout != HtmlLayout::kInline) {
    element.own.language = language_index(attributes_.lang);
  }
  if (!options_.selectors.empty()) apply_selectors(token);
  if (!attributes_.directives.empty()) apply_directives(token, parent, element);
}

void HtmlPage::apply_selectors(const HtmlToken& token) {
  for (const SelectorRule& rule : options_.selectors) {
    if (rule.selector.matches(token, attributes_)) attributes_.add({rule.kind, rule.value});
  }
}

void HtmlPage::apply_directives(const HtmlToken& token, const TextStyle& parent,
                                OpenElement& element) {
  using Kind = HtmlDirective::Kind;
  if (parent.has(html_style::kNoMetadata | html_style::kControl)) return;
  for (const HtmlDirective& directive : attributes_.directives) {
    if (directive.kind != Kind::kIgnore) continue;
    const bool all = equals_ignoring_case(directive.value, "all");
    element.own.set |= all ? html_style::kNoMetadata : html_style::kIgnored;
    if (all) return;
  }
  for (const HtmlDirective& directive : attributes_.directives) {
    switch (directive.kind) {
      case Kind::kBody: element.own.set |= html_style::kMarked; break;
      case Kind::kMeta: capture(token, directive, HtmlMetadata::Use::kShown, element); break;
      case Kind::kDefaultMeta:
        capture(token, directive, HtmlMetadata::Use::kDefault, element);
        break;
      case Kind::kFilter: capture(token, directive, HtmlMetadata::Use::kFilter, element); break;
      case Kind::kSort: capture(token, directive, HtmlMetadata::Use::kSort, element); break;
      case Kind::kWeight:
        if (element.own.weight < 0) element.own.weight = parse_weight(directive.value);
        break;
      case Kind::kTitle: capture_title(directive, element); break;
      case Kind::kIndexAttributes:
        index_attributes(token, directive.value, element.own.inside(parent));
        break;
      case Kind::kIgnore: break;
    }
  }
}

void HtmlPage::capture(const HtmlToken& token, const HtmlDirective& directive,
                       HtmlMetadata::Use use, OpenElement& element) {
  for (HtmlCapture& item : parse_captures(decode_attribute(directive.value))) {
    switch (item.source) {
      case HtmlCapture::Source::kLiteral: metadata_.add(item.key, item.value, use); break;
      case HtmlCapture::Source::kAttribute:
        if (const HtmlAttribute* attribute = find_attribute(token, item.value)) {
          metadata_.add(item.key, decode_attribute(attribute->value), use);
        }
        break;
      case HtmlCapture::Source::kText:
        capture_of(element).uses.push_back({std::move(item.key), use});
        break;
    }
  }
}

void HtmlPage::capture_title(const HtmlDirective& directive, OpenElement& element) {
  const std::string title = decode_attribute(directive.value);
  if (!trim(title).empty()) {
    metadata_.add("title", title, HtmlMetadata::Use::kShown);
  } else {
    capture_of(element).uses.push_back({"title", HtmlMetadata::Use::kShown});
  }
}

HtmlPage::Capture& HtmlPage::capture_of(OpenElement& element) {
  if ((element.marks & kCaptureMark) == 0 || captures_.empty()) {
    captures_.emplace_back();
    captures_.back().element = element.id;
    element.marks |= kCaptureMark;
  }
  return captures_.back();
}

void HtmlPage::index_attributes(const HtmlToken& token, std::string_view names,
                                const TextStyle& style) {
  if (style.has(html_style::kNotIndexed)) return;
  while (!names.empty()) {
    const std::string name = ascii_lower(trim(take_until(names, ',')));
    const HtmlAttribute* attribute = find_attribute(token, name);
    if (attribute == nullptr) continue;
    break_word();
    write(decode_attribute(attribute->value), style);
    break_word();
  }
}

void HtmlPage::open_layout(HtmlLayout layout, const TextStyle& inside, OpenElement& element) {
  if (layout == HtmlLayout::kReplaced) {
    element.marks |= kWordMark;
    break_word();
  } else if (inside.has(html_style::kNotIndexed)) {
    return;
  } else if (layout == HtmlLayout::kBlock || is_placed_span(element.space, attributes_)) {
    element.marks |= kBlockMark;
    break_line();
  }
}

void HtmlPage::open_meaning(const HtmlToken& token, const TextStyle& inside, OpenElement& element) {
  if (element.space != HtmlNamespace::kHtml) return;
  const bool indexed = !inside.has(html_style::kNotIndexed);
  if (token.tag == kTitle) {
    element.own.set |= html_style::kControl;
    if (!has_title_) element.marks |= kTitleMark;
    has_title_ = true;
    open_marks_ |= element.marks;
    return;
  }
  if (token.tag == kScript && equals_ignoring_case(trim(attributes_.type), "application/ld+json")) {
    element.marks |= kJsonMark;
    open_marks_ |= kJsonMark;
    return;
  }
  if (token.tag == kTime) {
    if (attributes_.datetime.empty()) {
      capture_of(element).uses.push_back({"time", HtmlMetadata::Use::kTime});
    } else {
      metadata_.add("time", decode_attribute(attributes_.datetime), HtmlMetadata::Use::kTime);
    }
  }
  if (!indexed) return;
  if (holds_sections(token.tag)) open_section(element);
  note_anchor(element);
  if (sets_apart(token.tag)) begin_term(element);
  if (token.tag == kRuby) element.marks |= kRubyMark;
  if (token.tag == kA && attributes_.href.data() != nullptr) open_link(inside, element);
  if (has_trait(token.tag, kHeading)) {
    begin_heading(token.tag - kH1 + 1, inside, element);
  } else if (token.tag == kDt) {
    begin_heading(kTermLevel, inside, element);
  } else if (equals_ignoring_case(attributes_.role, "heading")) {
    const int level = attributes_.level.size() == 1 ? attributes_.level[0] - '0' : 0;
    begin_heading(level >= 1 && level <= 6 ? level : kDefaultRoleLevel, inside, element);
  }
}

void HtmlPage::open_section(OpenElement& element) {
  sections_.push_back({element.id, passages_.section()});
  element.marks |= kSectionMark;
  if (element.tag == kSection && !attributes_.id.empty()) pending_anchor_ = attributes_.id;
}

void HtmlPage::open_link(const TextStyle& inside, OpenElement& element) {
  element.marks |= kLinkMark;
  links_.begin(element.id, attributes_.href, inside.bits, writer());
}

// An id inside a heading is the heading's, when it has none of its own. The id of a block is
// near as long as the block goes on; that of a heading, a term or a named place until the next.
void HtmlPage::note_anchor(OpenElement& element) {
  const bool named = element.tag == kA && attributes_.id.empty() && !attributes_.name.empty();
  const std::string_view anchor = named ? attributes_.name : attributes_.id;
  if (anchor.empty()) return;
  const bool is_block = (element.marks & kBlockMark) != 0;
  if (is_block && !has_trait(element.tag, kHeading) && element.tag != kDt) {
    element.marks |= kAnchorMark;
    anchors_.push_back({element.id, anchor_});
  }
  anchor_ = anchor;
  anchored_ = passages_.place();
  if (heading_) {
    if (heading_->anchor.empty()) heading_->anchor = anchor;
  } else if (named) {
    pending_anchor_ = anchor;
  }
}

void HtmlPage::begin_term(OpenElement& element) {
  if (heading_ || anchor_.empty() || !passages_.is_at_line()) return;
  if (passages_.place() == anchored_) element.marks |= kTermMark;
}

void HtmlPage::close_anchor(std::uint32_t element) {
  const auto at = std::find_if(anchors_.rbegin(), anchors_.rend(),
                               [element](const Anchor& a) { return a.element == element; });
  if (at == anchors_.rend()) return;
  anchor_ = at->before;
  anchors_.erase(at.base() - 1, anchors_.end());
}

void HtmlPage::begin_heading(int level, const TextStyle& inside, OpenElement& element) {
  if (heading_) return;
  break_line();
  links_.leave(passages_.text());
  heading_.emplace();
  heading_->element = element.id;
  heading_->level = level;
  heading_->needs_anchor = level == kTermLevel;
  heading_->anchor = attributes_.id;
  heading_->style = inside;
  element.marks |= kHeadingMark;
  links_.enter(heading_->text);
}

void HtmlPage::end_heading() {
  links_.leave(heading_->text);
  HtmlHeading heading = std::move(*heading_);
  heading_.reset();
  std::string text = heading.text.take();
  if (heading.needs_anchor && heading.anchor.empty()) {
    write(text, heading.style);
  } else if (!text.empty()) {
    const std::string_view anchor = heading.anchor.empty() ? anchor_ : heading.anchor;
    passages_.begin_section(std::move(text), heading.level, decode_attribute(anchor),
                            heading.style);
    pending_anchor_ = {};
  }
  passages_.break_line();
  links_.enter(passages_.text());
}

void HtmlPage::reopen(const OpenElement& element) {
  if ((element.marks & kLinkMark) != 0) links_.begin(element.id, {}, 0, writer());
}

void HtmlPage::close(const OpenElement& element) {
  if (element.marks == 0) return;
  if ((element.marks & kLinkMark) != 0) links_.end(element.id, writer());
  if ((element.marks & kRubyMark) != 0) end_ruby();
  if ((element.marks & kTermMark) != 0) passages_.mark_term(anchored_);
  if ((element.marks & kHeadingMark) != 0 && heading_ && heading_->element == element.id) {
    end_heading();
  }
  if ((element.marks & kCaptureMark) != 0) end_captures(element.id);
  open_marks_ &= ~element.marks;
  if ((element.marks & kJsonMark) != 0) metadata_.read_json_ld(std::exchange(json_ld_, {}));
  if ((element.marks & kWordMark) != 0) break_word();
  if ((element.marks & kBlockMark) != 0) break_line();
  if ((element.marks & kAnchorMark) != 0) close_anchor(element.id);
  if ((element.marks & kSectionMark) != 0) close_section(element.id);
}

void HtmlPage::close_section(std::uint32_t element) {
  const auto at = std::find_if(sections_.rbegin(), sections_.rend(),
                               [element](const Section& s) { return s.element == element; });
  if (at == sections_.rend()) return;
  const std::uint32_t before = at->before;
  sections_.erase(at.base() - 1, sections_.end());
  if (heading_) return;
  links_.leave(passages_.text());
  passages_.return_to(before);
  links_.enter(passages_.text());
}

// The reading of a ruby text follows it, as a word of its own: the word must not be cut by it.
void HtmlPage::end_ruby() {
  if (ruby_.empty()) return;
  const std::string reading = std::exchange(ruby_, {}).take();
  break_word();
  writer().append(reading, false);
  break_word();
}

void HtmlPage::end_captures(std::uint32_t element) {
  const auto at = std::find_if(captures_.begin(), captures_.end(), [element](const Capture& c) {
    return c.element == element;
  });
  if (at == captures_.end()) return;
  const Capture capture = std::move(*at);
  captures_.erase(at);
  for (const Use& use : capture.uses) metadata_.add(use.key, capture.text.str(), use.use);
}

void HtmlPage::empty_element(const HtmlToken& token, const TextStyle& style) {
  attributes_.read(token);
  OpenElement element;
  element.tag = token.tag;
  if (!options_.selectors.empty()) apply_selectors(token);
  if (!attributes_.directives.empty()) apply_directives(token, style, element);
  end_captures(0);
  switch (token.tag) {
    case kBr:
      if (style.has(html_style::kNotIndexed)) return;
      if (style.has(html_style::kPreformatted) && !heading_) return write("\n", style);
      return break_line();
    case kHr:
      if (!style.has(html_style::kNotIndexed)) break_line();
      return;
    case kMeta: return metadata_.read_meta(attributes_);
    case kLink: return metadata_.read_link(attributes_);
    case kBase:
      if (!attributes_.href.empty()) targets_.set_base(decode_attribute(attributes_.href));
      return;
    case kImg:
    case kImage: return image(style);
    case kArea:
      if (!attributes_.href.empty() && !style.has(html_style::kNotIndexed)) {
        links_.add(attributes_.href, decode_attribute(attributes_.alt), style.bits);
      }
      return;
    default:
      if (has_trait(token.tag, kReplaced)) break_word();
  }
}

void HtmlPage::image(const TextStyle& style) {
  break_word();
  if (style.has(html_style::kNotIndexed) || attributes_.is_hidden()) return;
  links_.add_image_text(decode_attribute(attributes_.alt));
}

void HtmlPage::break_line() {
  if (heading_) {
    heading_->text.break_word();
  } else {
    passages_.break_line();
  }
  for (Capture& capture : captures_) capture.text.break_word();
}

void HtmlPage::break_word() {
  writer().break_word();
  for (Capture& capture : captures_) capture.text.break_word();
}

HtmlText& HtmlPage::writer() { return heading_ ? heading_->text : passages_.text(); }

std::string_view HtmlPage::decoded(const HtmlToken& token) {
  if (token.literal || token.text.find('&') == std::string_view::npos) return token.text;
  scratch_.clear();
  append_decoded(token.text, ReferencePlace::kText, scratch_);
  return scratch_;
}

void HtmlPage::text(const HtmlToken& token, const TextStyle& style) {
  if (style.has(html_style::kNotIndexed)) return unseen_text(token, style);
  const std::string_view text = decoded(token);
  if (!captures_.empty()) write_captures(text);
  write(text, style);
}

void HtmlPage::misplaced_text(const HtmlToken& token, const TextStyle& style) {
  if (!style.has(html_style::kNotIndexed)) break_line();
  text(token, style);
  if (!style.has(html_style::kNotIndexed)) break_line();
}

void HtmlPage::write(std::string_view text, const TextStyle& style) {
  if (style.has(html_style::kRuby)) return ruby_.append(text, false);
  if (heading_) return heading_->text.append(text, false);
  if (!passages_.is_for(style) || !pending_anchor_.empty()) {
    if (is_blank(text)) return passages_.break_word();
    links_.leave(passages_.text());
    if (!pending_anchor_.empty()) use_pending_anchor(style);
    if (!passages_.is_for(style)) passages_.select(style);
    links_.enter(passages_.text());
  }
  passages_.append(text, style.has(html_style::kPreformatted));
}

// A named place in running text gets a passage of its own, when the one before is long enough.
void HtmlPage::use_pending_anchor(const TextStyle& style) {
  const std::string_view anchor = std::exchange(pending_anchor_, {});
  const std::string& before = passages_.text().str();
  const bool at_line = before.empty() || before.back() == '\n';
  if (!at_line || (!before.empty() && before.size() < kShortestOwnAnchor)) return;
  if (before.empty() && passages_.has_anchor()) return;
  passages_.begin_section({}, 0, decode_attribute(anchor), style);
}

void HtmlPage::write_captures(std::string_view text) {
  for (Capture& capture : captures_) capture.text.append(text, false);
}

// Titles, linked data, and metadata in hidden elements.
void HtmlPage::unseen_text(const HtmlToken& token, const TextStyle& style) {
  if (style.has(html_style::kControl)) {
    if ((open_marks_ & kTitleMark) != 0) title_.append(decoded(token), false);
    if ((open_marks_ & kJsonMark) != 0) json_ld_ += token.text;
    return;
  }
  if (!captures_.empty() && !style.has(html_style::kNoMetadata)) write_captures(decoded(token));
}

std::int32_t HtmlPage::language_index(std::string_view language) {
  std::string name(trim(language));
  std::replace(name.begin(), name.end(), '_', '-');
  if (!is_language(name)) return -1;
  const auto at = std::find(languages_.begin(), languages_.end(), name);
  if (at != languages_.end()) return static_cast<std::int32_t>(at - languages_.begin());
  languages_.push_back(std::move(name));
  return static_cast<std::int32_t>(languages_.size() - 1);
}

}  // namespace catchword
