// Keys decide roles, scalars fill them; nothing is built in between.
#include "document/json_lines/handler.h"

#include <algorithm>
#include <utility>

#include "document/text_strings.h"

namespace catchword {
namespace {

/// Deeper nesting is no metadata, and the keys' paths would grow without bound.
constexpr size_t kMaxDepth = 32;
/// Open containers when a scalar of the line's object, and one of a section, is read.
constexpr size_t kLineDepth = 1;
constexpr size_t kSectionDepth = 3;
constexpr int kDefaultLevel = 2;

int level_of(std::string_view written) {
  if (written.size() != 1 || written[0] < '1' || written[0] > '6') return kDefaultLevel;
  return written[0] - '0';
}

/// At most so many bytes of a message; it may quote all of a long string.
constexpr size_t kMaxReason = 200;

std::string shorten(std::string_view text) {
  if (text.size() <= kMaxReason) return std::string(text);
  size_t end = kMaxReason;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "...";
}

/// nlohmann's message without its number and place.
std::string reason(std::string_view message) {
  const size_t at = message.find("syntax error");
  if (at != std::string_view::npos) return shorten(message.substr(at));
  const size_t colon = message.rfind(": ");
  return shorten(colon == std::string_view::npos ? message : message.substr(colon + 2));
}

}  // namespace

JsonLineHandler::Role JsonLineHandler::role_of(std::string_view key) {
  if (key == "title") return Role::kTitle;
  if (key == "text") return Role::kText;
  if (key == "sections") return Role::kSections;
  if (key == "url") return Role::kUrl;
  if (key == "id") return Role::kId;
  return key == "lang" || key == "language" ? Role::kLanguage : Role::kMetadata;
}

JsonLineHandler::SectionRole JsonLineHandler::section_role_of(std::string_view key) {
  if (key == "heading" || key == "title") return SectionRole::kHeading;
  if (key == "text") return SectionRole::kText;
  if (key == "anchor" || key == "id") return SectionRole::kAnchor;
  return key == "level" ? SectionRole::kLevel : SectionRole::kMetadata;
}

bool JsonLineHandler::fail(std::string problem) {
  problem_ = std::move(problem);
  return false;
}

bool JsonLineHandler::open(bool is_object) {
  if (key_starts_.empty() && !is_object) return fail("a JSON array, not an object");
  if (key_starts_.size() == kMaxDepth) return fail("nested deeper than 32 levels");
  key_starts_.push_back(path_.size());
  if (role_ == Role::kSections && key_starts_.size() == kSectionDepth) {
    sections_.emplace_back();
    section_role_ = SectionRole::kText;
  }
  return true;
}

bool JsonLineHandler::close() {
  path_.resize(key_starts_.back());
  key_starts_.pop_back();
  return true;
}

bool JsonLineHandler::key(String& name) {
  path_.resize(key_starts_.back());
  if (!path_.empty()) path_ += '.';
  path_ += name;
  if (key_starts_.size() == kLineDepth) role_ = role_of(name);
  if (key_starts_.size() == kSectionDepth) section_role_ = section_role_of(name);
  return true;
}

bool JsonLineHandler::end_of_scalar() {
  return !key_starts_.empty() || fail("a JSON value, not an object");
}

void JsonLineHandler::set_once(std::string& field, std::string_view value) {
  if (field.empty()) field = collapse_white_space(value);
}

bool JsonLineHandler::scalar(std::string_view value) {
  if (!end_of_scalar()) return false;
  switch (role_) {
    case Role::kTitle: set_once(document_.title, value); break;
    case Role::kText: append_block(value, body_); break;
    case Role::kUrl: set_once(document_.url, value); break;
    case Role::kId: set_once(document_.id, value); break;
    case Role::kLanguage: set_once(document_.language, value); break;
    case Role::kMetadata: metadata_.add(path_, value); break;
    case Role::kSections: add_to_section(value); break;
  }
  return true;
}

void JsonLineHandler::add_to_section(std::string_view value) {
  if (key_starts_.size() < kSectionDepth) {  // ["text", "text"]: sections without a heading
    sections_.emplace_back();
    append_block(value, sections_.back().text);
    return;
  }
  Passage& section = sections_.back();
  switch (section_role_) {
    case SectionRole::kHeading: set_once(section.heading, value); break;
    case SectionRole::kText: append_block(value, section.text); break;
    case SectionRole::kAnchor: set_once(section.anchor, value); break;
    case SectionRole::kLevel: section.level = level_of(value); break;
    case SectionRole::kMetadata: metadata_.add(path_, value); break;
  }
}

bool JsonLineHandler::parse_error(size_t byte, const std::string&,
                                  const nlohmann::json::exception& error) {
  problem_ = "not JSON: " + reason(error.what());
  problem_byte_ = byte;
  return false;
}

Document JsonLineHandler::take() {
  if (!body_.empty()) document_.passages.emplace_back().text = std::move(body_);
  for (Passage& section : sections_) {
    if (section.heading.empty()) section.level = 0;
    else if (section.level == 0) section.level = kDefaultLevel;
    if (section.anchor.starts_with('#')) section.anchor.erase(0, 1);
    if (!section.heading.empty() || !section.text.empty()) {
      document_.passages.push_back(std::move(section));
    }
  }
  document_.metadata = metadata_.take();
  Document document = std::exchange(document_, {});
  reset();
  return document;
}

void JsonLineHandler::reset() {
  document_ = {};
  metadata_.take();
  body_.clear();
  sections_.clear();
  path_.clear();
  key_starts_.clear();
  role_ = Role::kMetadata;
  problem_.clear();
  problem_byte_ = 0;
}

}  // namespace catchword
