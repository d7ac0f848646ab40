#include "query/scales.h"

#include <algorithm>
#include <utility>

#include "index/column_value.h"
#include "index/value_lists.h"

namespace catchword {

void Scales::find(const FilterKey& key, const KeyRange& range, DocumentSet& found) {
  const Scale* scale = this->scale(key, found.universe());
  if (scale == nullptr) return;
  const RangePlan plan = plan_range(*scale, range, found.universe());
  DocumentSet in_range(found.universe());
  if (plan.every) in_range.complement();
  const auto put = [&](const DocumentSet& some) {
    if (scale->several) {
      in_range |= some;
    } else {
      in_range ^= some;
    }
  };
  for (const std::uint32_t number : plan.files) {
    DocumentSet some(found.universe());
    add_file(*scale, number, some);
    put(some);
  }
  for (const BandPart& part : plan.parts) {
    DocumentSet some(found.universe());
    add_part(*scale, key.type, part, some);
    put(some);
  }
  found |= in_range;
}

const Scale* Scales::scale(const FilterKey& key, std::uint32_t documents) {
  for (const Opened& opened : scales_) {
    if (opened.key == &key) return &opened.scale;
  }
  const std::string name = key.scale.is_file ? column_name(key.scale.hash) : "root";
  const Bytes* payload = key.scale.is_file ? files_.file(name) : &key.scale.payload;
  if (payload == nullptr) return nullptr;
  Result<Scale> scale = parse_scale(name, *payload, documents);
  if (!scale) return failure_ = scale.error(), nullptr;
  scales_.push_back({&key, std::move(*scale)});
  return &scales_.back().scale;
}

// A band as a whole, or a span: one list.
void Scales::add_file(const Scale& scale, std::uint32_t number, DocumentSet& found) {
  const std::string name = value_file_name(scale.hash, number);
  if (number < scale.size()) {
    Band band;
    if (this->band(name, band) == nullptr) return;
    add_lists(name, band.lists, 0, static_cast<std::uint32_t>(band.values.size()), found);
  } else if (const Bytes* payload = files_.file(name); payload != nullptr) {
    add_lists(name, *payload, 0, 1, found);
  }
}

void Scales::add_part(const Scale& scale, ColumnType type, const BandPart& part, DocumentSet& found) {
  const std::string name = value_file_name(scale.hash, part.band);
  Band band;
  if (this->band(name, band) == nullptr) return;
  const auto place = [&](const std::string& cut) {
    const auto at = std::partition_point(band.values.begin(), band.values.end(), [&](const ValueName& value) {
      return order_key(type, value.value) < cut;
    });
    return static_cast<std::uint32_t>(at - band.values.begin());
  };
  add_lists(name, band.lists, place(part.values.from), place(part.values.to), found);
}

const Band* Scales::band(const std::string& name, Band& band) {
  const Bytes* payload = files_.file(name);
  if (payload == nullptr) return nullptr;
  Result<Band> parsed = parse_band(name, *payload);
  if (!parsed) return failure_ = parsed.error(), nullptr;
  band = std::move(*parsed);
  return &band;
}

void Scales::add_lists(const std::string& name, ByteView lists, std::uint32_t begin, std::uint32_t end,
                       DocumentSet& found) {
  const Status status = decode_value_lists(name, lists, begin, end, found);
  if (!status) failure_ = status.error();
}

}  // namespace catchword
