// FileStore: files of a bundle that only the full searcher reads, by name; and a list of those that it
// lacks. What spelling, columns and the like decode of them, they keep themselves.
#pragma once

#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace catchword {

class FileStore {
 public:
  /// The payload of `name`, or null after noting it as missing. It stays until the store goes.
  const Bytes* file(std::string_view name);

  /// Names that were asked for and not there, in the order of asking, each once.
  std::vector<std::string> take_missing();

  /// Whether `name` was ever missing here.
  [[nodiscard]] bool wants(std::string_view name) const;

  /// Takes a file, its checksum checked. REQUIRES: wants(name). Error: kDamaged.
  Status supply(std::string_view name, ByteView file);

 private:
  struct File {
    std::string name;
    Bytes payload;
    bool there = false;
    bool missing = false;  // asked for since take_missing
  };

  File* find(std::string_view name);

  std::forward_list<File> files_;
};

}  // namespace catchword
