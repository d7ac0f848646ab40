// What went wrong, where, and what to do about it: the one error type of the project.
#pragma once

#include <string>
#include <utility>

namespace catchword {

enum class ErrorKind {
  kUsage,        ///< the caller asked for something that makes no sense
  kInput,        ///< a document or a configuration can't be read
  kOutput,       ///< the result can't be written
  kDamaged,      ///< bytes of a bundle are not what the indexer wrote
  kUnsupported,  ///< well-formed, but from a newer format or for a missing library
};

/// An error is a value: it says what happened, names the place, and proposes the remedy.
struct Error {
  ErrorKind kind = ErrorKind::kInput;
  std::string message;  ///< what happened, one clause without a final stop
  std::string where;    ///< file, and line or byte where known; may be empty
  std::string remedy;   ///< what the reader can do, one sentence; may be empty

  /// "where: message. remedy", with the parts that are known.
  [[nodiscard]] std::string to_string() const {
    std::string text = where.empty() ? message : where + ": " + message;
    if (!remedy.empty()) text += ". " + remedy;
    return text;
  }
};

}  // namespace catchword
