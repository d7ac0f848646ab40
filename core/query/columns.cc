// Everything that is looked for among names is looked for by order key, as bytes: what is equal to a key,
// what it covers and what is behind it are runs of keys.
#include "query/columns.h"

#include <algorithm>
#include <utility>

#include "index/period.h"

namespace catchword {
namespace {

// Behind `key` alone, and behind all that begins with it: no order key of a text or date has this byte.
std::string behind(const std::string& key) { return key + '\0'; }
std::string behind_covered(const std::string& key) { return key + '\xFF'; }

// Lists of more periods would take more than a range's parts do.
constexpr int kMostPeriods = 4;

// Whether `date` is a period that is in the buckets.
bool has_list(const FilterKey& key, std::string_view date) {
  for (int level = 0; level < kPeriodLevels; ++level) {
    if ((key.periods >> level & 1) != 0 && !date.empty() && period_of(date, level) == date) return true;
  }
  return false;
}

// How many periods in the buckets have together what is between `bounds`, 0 where none do: those that differ in their
// last digit alone, for between 1999 and 2000 may be "199x", and between 2002-12 and 2003-01 "2003".
int listed_periods(const FilterKey& key, const ValueBounds& bounds) {
  if (!bounds.from || !bounds.to || !bounds.from->included || !bounds.to->included) return 0;
  const std::string_view from = bounds.from->value;
  const std::string_view to = bounds.to->value;
  if (!has_list(key, from) || !has_list(key, to) || from.size() != to.size()) return 0;
  const int periods = to.back() - from.back() + 1;
  const bool alike = from.substr(0, from.size() - 1) == to.substr(0, to.size() - 1);
  return alike && periods <= kMostPeriods ? std::max(periods, 0) : 0;
}

// What is not before `from`, and not behind `to`.
KeyRange key_range(ColumnType type, const ValueBounds& bounds) {
  const auto place = [type](const ValueBound& bound, bool behind_it) {
    const std::string key = order_key(type, column_value(bound.value));
    if (bound.included != behind_it) return key;
    return covers_longer(type) ? behind_covered(key) : behind(key);
  };
  KeyRange range;
  if (bounds.from) range.from = place(*bounds.from, false);
  if (bounds.to) range.to = place(*bounds.to, true);
  return range;
}

}  // namespace

Column::Column(ColumnKey key, FileStore& files, std::uint32_t documents, Status& failure)
    : key_(std::move(key)), files_(files), documents_(documents), failure_(failure) {}

void Column::fail(const Error& error) { failure_ = error; }

std::optional<Column::Payload> Column::payload(const ColumnBlock& block) {
  if (!block.is_file) return Payload{key_.name, block.payload};
  std::string name = column_name(block.hash);
  const Bytes* bytes = files_.file(name);
  if (bytes == nullptr) return std::nullopt;
  return Payload{std::move(name), *bytes};
}

const ColumnIndex* Column::index() {
  if (index_) return &*index_;
  const std::optional<Payload> payload = this->payload(key_.index);
  if (!payload) return nullptr;
  Result<ColumnIndex> index = parse_column_index(payload->name, payload->bytes, key_, documents_);
  if (!index) return fail(index.error()), nullptr;
  index_ = std::move(*index);
  names_.resize(index_->names.size());
  chunks_.resize(index_->chunks.size());
  return &*index_;
}

const std::vector<ValueName>* Column::names(std::size_t run) {
  if (!names_[run].empty()) return &names_[run];
  const std::optional<Payload> payload = this->payload(index_->names[run].block);
  if (!payload) return nullptr;
  Result<std::vector<ValueName>> names =
      decode_value_names(payload->name, payload->bytes, index_->names[run].size);
  if (!names) return fail(names.error()), nullptr;
  names_[run] = std::move(*names);
  return &names_[run];
}

const ColumnChunk* Column::chunk(std::size_t run) {
  if (chunks_[run]) return &*chunks_[run];
  const std::optional<Payload> payload = this->payload(index_->chunks[run].block);
  if (!payload) return nullptr;
  Result<ColumnChunk> chunk = decode_column_chunk(payload->name, payload->bytes,
                                                  index_->chunks[run].size, key_.values);
  if (!chunk) return fail(chunk.error()), nullptr;
  chunks_[run] = std::move(*chunk);
  return &*chunks_[run];
}

const ValueName* Column::name(ValueOrdinal value) {
  if (index() == nullptr) return nullptr;
  const auto after = std::upper_bound(
      index_->names.begin(), index_->names.end(), value,
      [](ValueOrdinal wanted, const NameRun& run) { return wanted < run.begin; });
  const auto run = static_cast<std::size_t>(after - index_->names.begin()) - 1;
  const std::vector<ValueName>* names = this->names(run);
  return names == nullptr ? nullptr : &(*names)[value - index_->names[run].begin];
}

ValueOrdinal Column::lower_bound(std::string_view order_key) {
  if (index() == nullptr) return 0;
  const auto after = std::upper_bound(
      index_->names.begin() + 1, index_->names.end(), order_key,
      [](std::string_view wanted, const NameRun& run) { return wanted < run.separator; });
  const auto run = static_cast<std::size_t>(after - index_->names.begin()) - 1;
  const std::vector<ValueName>* names = this->names(run);
  if (names == nullptr) return 0;
  const auto found = std::partition_point(names->begin(), names->end(), [&](const ValueName& name) {
    return catchword::order_key(key_.type, name.value) < order_key;
  });
  return index_->names[run].begin + static_cast<ValueOrdinal>(found - names->begin());
}

void Column::find(const ValueBounds& bounds, DocumentSet& found) {
  const KeyRange range = key_range(key_.type, bounds);
  const ValueOrdinal begin = bounds.from ? lower_bound(range.from) : 0;
  const ValueOrdinal end = bounds.to ? lower_bound(range.to) : key_.values;
  if (begin >= end) return;
  DocumentSet every(documents_);
  every.complement();
  for_each(every, [&](DocId document, std::span<const ValueOrdinal> own) {
    const auto first = std::lower_bound(own.begin(), own.end(), begin);
    if (first != own.end() && *first < end) found.insert(document);
  });
}

Columns::Columns(const Root& root, FileStore& files) : root_(root), files_(files), scales_(files, failure_) {
  failure_ = parse_filter_keys("root", root.filter_keys, filters_);
}

const FilterKey* Columns::filter_key(std::string_view name) const {
  const auto found = std::find_if(filters_.keys.begin(), filters_.keys.end(),
                                  [name](const FilterKey& key) { return key.name == name; });
  return found == filters_.keys.end() ? nullptr : &*found;
}

void Columns::find(const FilterKey& key, std::string_view value, DocumentSet& found) {
  if (!is_ordered(key.type)) return find_listed(key, value, found);
  const ValueBound bound{value};
  find(key, {bound, bound}, found);
}

void Columns::find(const FilterKey& key, const ValueBounds& bounds, DocumentSet& found) {
  if (const int periods = listed_periods(key, bounds); periods > 0) {
    std::string period(bounds.from->value);
    for (int left = periods; left > 0; --left, ++period.back()) find_listed(key, period, found);
  } else if (is_ordered(key.type)) {
    scales_.find(key, key_range(key.type, bounds), found);
  } else if (Column* column = find(key.name); column != nullptr) {
    column->find(bounds, found);
  }
}

void Columns::find_listed(const FilterKey& key, std::string_view value, DocumentSet& found) {
  const std::string written = column_value(value);
  const std::string wanted = order_key(ColumnType::kText, written);
  const std::string name = value_file_name(filters_.buckets.hash, filters_.buckets.bucket_of(key.name, wanted));
  const Bytes* payload = files_.file(name);
  if (payload == nullptr) return;
  const auto number = static_cast<std::uint32_t>(&key - filters_.keys.data());
  const Status status = find_in_bucket(name, *payload, {number, written}, found);
  if (!status) failure_ = status.error();
}

std::deque<Column>* Columns::all() {
  if (open_) return &columns_;
  const std::string name = column_directory_name(root_.columns);
  const Bytes* payload = files_.file(name);
  if (payload == nullptr) return nullptr;
  Result<std::vector<ColumnKey>> keys = parse_column_directory(name, *payload);
  if (!keys) return failure_ = keys.error(), nullptr;
  for (ColumnKey& key : *keys) {
    columns_.emplace_back(std::move(key), files_, root_.document_count, failure_);
  }
  open_ = true;
  return &columns_;
}

Column* Columns::find(std::string_view name) {
  if (all() == nullptr) return nullptr;
  const auto found = std::find_if(columns_.begin(), columns_.end(),
                                  [name](const Column& column) { return column.key().name == name; });
  return found == columns_.end() ? nullptr : &*found;
}

Status Columns::take_failure() { return std::exchange(failure_, {}); }

}  // namespace catchword
