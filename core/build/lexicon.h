// Lexicon: numbers for the words of the documents, so that nothing is normalised twice.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace catchword {

using FormId = std::uint32_t;

/// Numbers for strings, by linear probing (Knuth, "The Art of Computer Programming", 6.4). A slot has part
/// of its string's hash, so that few strings are compared but those that are equal. Borrows the strings.
class StringTable {
 public:
  StringTable() : slots_(kFewestSlots) {}

  /// Where the number of `text` stands, or is to be put: then the slot is empty.
  struct Slot {
    std::string_view text;
    std::uint32_t check = 0;
    FormId number = 0;

    [[nodiscard]] bool is_empty() const { return text.data() == nullptr; }
  };

  [[nodiscard]] const Slot& find(std::string_view text) const;

  /// REQUIRES: `text` is not there.
  void add(std::string_view text, FormId number);

 private:
  static constexpr std::size_t kFewestSlots = 64;  // a power of two

  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

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
  FormId id_of_form(std::string form);

  std::deque<std::string> tokens_;  // deques: their strings stay where the tables look
  std::deque<std::string> forms_;
  StringTable by_token_;
  StringTable by_form_;
};

}  // namespace catchword
