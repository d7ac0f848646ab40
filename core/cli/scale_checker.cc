#include "cli/scale_checker.h"

#include <algorithm>
#include <string>
#include <utility>

#include "index/block_file.h"
#include "index/document_set.h"
#include "index/scale.h"
#include "index/value_lists.h"

namespace catchword {
namespace {

/// Checks the scale of one key.
class ScaleChecker {
 public:
  ScaleChecker(std::uint32_t documents, const ColumnSource& source, const WholeColumn* column)
      : documents_(documents), source_(source), column_(column) {
    if (column == nullptr) return;
    lists_.resize(column->names.size());
    for (DocId document = 0; document < documents; ++document) {
      for (const ValueOrdinal value : column->documents.of(document)) lists_[value].push_back(document);
    }
  }

  void check(const FilterKey& key) {
    const std::string name = key.scale.is_file ? column_name(key.scale.hash) : "root";
    const Result<Bytes> payload = key.scale.is_file ? source_.payload_of(name) : key.scale.payload;
    if (!payload) return source_.fault(name, payload.error());
    Result<Scale> scale = parse_scale(name, *payload, documents_);
    if (!scale) return source_.fault(name, scale.error());
    scale_ = std::move(*scale);
    if (column_ != nullptr && !describes_column()) return source_.fault(name, damaged(name, "it is not the column's"));
    for (std::uint32_t band = 0; band < scale_.size(); ++band) check_band(band);
    std::uint32_t file = scale_.size();
    for (const BandSpan& span : spans_of(scale_.size(), scale_.documents != documents_)) check_span(span, file++);
    if (column_ != nullptr && next_ != lists_.size()) source_.fault(name, damaged(name, "a value is in no band"));
  }

 private:
  [[nodiscard]] bool describes_column() const {
    bool several = false;
    for (std::size_t i = 0; i < column_->documents.size(); ++i) several |= column_->documents.of(i).size() > 1;
    return scale_.several == several && scale_.documents == column_->key.documents;
  }

  void check_band(std::uint32_t number) {
    const std::string name = value_file_name(scale_.hash, number);
    firsts_.push_back(next_);
    const Result<Bytes> payload = source_.payload_of(name);
    if (!payload) return source_.fault(name, payload.error());
    const Result<Band> band = parse_band(name, *payload);
    if (!band) return source_.fault(name, band.error());
    DocumentSet listed(documents_);
    for (std::uint32_t i = 0; i < band->values.size(); ++i) {
      DocumentSet found(documents_);
      const Status status = decode_value_lists(name, band->lists, i, i + 1, found);
      if (!status) return source_.fault(name, status.error());
      if (column_ != nullptr && !is_next(band->values[i], number, found)) {
        return source_.fault(name, damaged(name, "its values are not the column's"));
      }
    }
  }

  // Each value once, in its band, with the documents that have it.
  bool is_next(const ValueName& value, std::uint32_t band, const DocumentSet& listed) {
    const ValueOrdinal ordinal = next_++;
    return ordinal < lists_.size() && value.value == column_->names[ordinal].value &&
           scale_.band_of(order_key(column_->key.type, value.value)) == band &&
           value.documents == listed.count() && listed == documents_with(ordinal, ordinal + 1);
  }

  void check_span(const BandSpan& span, std::uint32_t file) {
    const std::string name = value_file_name(scale_.hash, file);
    const Result<Bytes> payload = source_.payload_of(name);
    if (!payload) return source_.fault(name, payload.error());
    DocumentSet listed(documents_);
    const Status status = decode_value_lists(name, *payload, 0, 1, listed);
    if (!status) return source_.fault(name, status.error());
    const ValueOrdinal end = span.end < firsts_.size() ? firsts_[span.end] : next_;
    if (column_ != nullptr && !(listed == documents_with(firsts_[span.begin], end))) {
      source_.fault(name, damaged(name, "its documents are not those of its bands"));
    }
  }

  [[nodiscard]] DocumentSet documents_with(ValueOrdinal begin, ValueOrdinal end) const {
    DocumentSet found(documents_);
    for (ValueOrdinal value = begin; value < std::min<std::size_t>(end, lists_.size()); ++value) {
      for (const DocId document : lists_[value]) found.insert(document);
    }
    return found;
  }

  std::uint32_t documents_;
  const ColumnSource& source_;
  const WholeColumn* column_;
  std::vector<std::vector<DocId>> lists_;  // of each of the column's values
  Scale scale_;
  ValueOrdinal next_ = 0;             // the value that is to follow
  std::vector<ValueOrdinal> firsts_;  // of each band
};

}  // namespace

void check_scales(const FilterKeys& keys, std::uint32_t documents, const ColumnSource& source,
                  const std::vector<WholeColumn>* columns) {
  for (const FilterKey& key : keys.keys) {
    if (!is_ordered(key.type)) continue;
    ScaleChecker(documents, source, columns == nullptr ? nullptr : column_of(*columns, key.name)).check(key);
  }
}

}  // namespace catchword
