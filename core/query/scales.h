// Scales: which documents have a number or date of a range, read from few files.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "index/document_set.h"
#include "index/filter_keys.h"
#include "index/scale.h"
#include "query/range_plan.h"
#include "spelling/file_store.h"

namespace catchword {

/// Whatever isn't there is noted as missing in the store; what was found meanwhile says nothing. Of a damaged file the
/// error is kept in `failure`.
class Scales {
 public:
  Scales(FileStore& files, Status& failure) : files_(files), failure_(failure) {}

  /// Adds the documents that have a value in `range` under `key`, one of numbers or dates, to `found`.
  void find(const FilterKey& key, const KeyRange& range, DocumentSet& found);

 private:
  // Until the next one is asked for; null where it isn't there.
  const Scale* scale(const FilterKey& key, std::uint32_t documents);
  void add_file(const Scale& scale, std::uint32_t number, DocumentSet& found);
  void add_part(const Scale& scale, ColumnType type, const BandPart& part, DocumentSet& found);
  const Band* band(const std::string& name, Band& band);
  void add_lists(const std::string& name, ByteView lists, std::uint32_t begin, std::uint32_t end, DocumentSet& found);

  FileStore& files_;
  Status& failure_;
  struct Opened {
    const FilterKey* key;
    Scale scale;
  };
  std::vector<Opened> scales_;
};

}  // namespace catchword
