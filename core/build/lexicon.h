// Lexicon: numbers for the words of the documents, so that nothing is normalised twice.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace catchword {

using FormId = std::uint32_t;

/// One thread's words. A token as it stands in a text ("The") is looked up once a token; its written
/// form ("the") is computed once a spelling.
class Lexicon {
 public:
  /// The number of the token's written form; kNone when nothing of it is left ("\u00AD").
  FormId id_of(std::string_view token);

  /// The number of a written form; kNone for one that wasn't met.
  [[nodiscard]] FormId known_id_of(std::string_view form) const;

  [[nodiscard]] const std::deque<std::string>& forms() const { return forms_; }

  static constexpr FormId kNone = 0xFFFFFFFF;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const;
  };
  using Table = std::unordered_map<std::string_view, FormId, Hash>;

  FormId id_of_form(std::string form);

  std::deque<std::string> tokens_;  // deques: their strings stay where the tables look
  std::deque<std::string> forms_;
  Table by_token_;
  Table by_form_;
};

}  // namespace catchword
