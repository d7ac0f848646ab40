// Documents with metadata, and the columns made of them, fed from memory.
#pragma once

#include <rapidcheck.h>

#include <map>
#include <string>
#include <vector>

#include "build/column_writer.h"
#include "document/document.h"
#include "index/root.h"
#include "query/columns.h"
#include "spelling/file_store.h"

namespace catchword::test {

/// Documents with the keys "section" (text), "tags" (list), "size" (number) and "date" (date), each of
/// which may be missing, and titles of which some are alike.
rc::Gen<std::vector<Document>> arbitrary_records(int most);

/// A record with these values; an empty one is left out.
Document make_record(const std::string& id, const std::string& section,
                     std::vector<std::string> tags, const std::string& size,
                     const std::string& date);

/// The values of `key` in a document; of the title for a key "title".
std::vector<std::string> values_of(const Document& document, std::string_view key);

class ColumnFixture {
 public:
  explicit ColumnFixture(const std::vector<Document>& documents);
  ColumnFixture(const ColumnFixture&) = delete;
  ColumnFixture& operator=(const ColumnFixture&) = delete;

  /// Calls `ask()` until it lacks nothing, and returns its last result. Fails the test on damage.
  template <class Ask>
  auto complete(Ask ask) {
    for (;;) {
      auto answer = ask();
      const std::vector<std::string> missing = store.take_missing();
      if (missing.empty()) return require_sound(), answer;
      supply(missing);
    }
  }

  Root root;
  FileStore store;
  Columns columns{root, store};
  std::map<std::string, Bytes> files;

 private:
  ColumnFixture(ColumnFiles written, std::size_t documents);

  void supply(const std::vector<std::string>& names);
  void require_sound();
};

}  // namespace catchword::test
