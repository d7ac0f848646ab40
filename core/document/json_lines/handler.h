// JsonLineHandler: the events of one JSON object -> a Document. Private to the JSON lines reader.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "document/document.h"
#include "document/metadata_builder.h"

namespace catchword {

/// Receives nlohmann's SAX events. One object serves many lines, so that its buffers are reused.
class JsonLineHandler {
 public:
  using Number = nlohmann::json::number_integer_t;
  using Unsigned = nlohmann::json::number_unsigned_t;
  using Float = nlohmann::json::number_float_t;
  using String = nlohmann::json::string_t;
  using Binary = nlohmann::json::binary_t;

  /// The document of the line just parsed; ready for the next line afterwards.
  Document take();

  /// Forgets a line that went wrong.
  void reset();

  /// Why parsing stopped, and at which byte of the line (1-based; 0 when unknown).
  [[nodiscard]] const std::string& problem() const { return problem_; }
  [[nodiscard]] size_t problem_byte() const { return problem_byte_; }

  // What nlohmann::json::sax_parse calls. False stops it.
  bool null() { return end_of_scalar(); }
  bool boolean(bool value) { return scalar(value ? "true" : "false"); }
  bool number_integer(Number value) { return scalar(std::to_string(value)); }
  bool number_unsigned(Unsigned value) { return scalar(std::to_string(value)); }
  bool number_float(Float, const String& written) { return scalar(written); }
  bool string(String& value) { return scalar(value); }
  bool binary(Binary&) { return true; }
  bool start_object(size_t) { return open(true); }
  bool key(String& name);
  bool end_object() { return close(); }
  bool start_array(size_t) { return open(false); }
  bool end_array() { return close(); }
  bool parse_error(size_t byte, const std::string& token, const nlohmann::json::exception& error);

 private:
  /// What the key of the line's object makes of all that stands below it.
  enum class Role { kTitle, kText, kSections, kUrl, kId, kLanguage, kMetadata };
  enum class SectionRole { kHeading, kText, kAnchor, kLevel, kMetadata };

  static Role role_of(std::string_view key);
  static SectionRole section_role_of(std::string_view key);
  bool open(bool is_object);
  bool close();
  bool scalar(std::string_view value);
  bool end_of_scalar();
  void set_once(std::string& field, std::string_view value);
  void add_to_section(std::string_view value);
  bool fail(std::string problem);

  Document document_;
  MetadataBuilder metadata_;
  std::string body_;                ///< of `text`
  std::vector<Passage> sections_;
  std::string path_;                ///< the keys from the line's object to here, joined by '.'
  std::vector<size_t> key_starts_;  ///< per open object or array: size of path_ without its key
  Role role_ = Role::kMetadata;
  SectionRole section_role_ = SectionRole::kText;
  std::string problem_;
  size_t problem_byte_ = 0;
};

}  // namespace catchword
