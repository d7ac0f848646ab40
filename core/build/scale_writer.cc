// Bands are about as long as makes a range of many values cheapest: of a scale that is loaded, and of a band at each end.
#include "build/scale_writer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>
#include <string>

#include "base/shared_prefix.h"
#include "build/content_hash.h"
#include "build/value_files.h"
#include "index/value_lists.h"

namespace catchword {
namespace {

// Smaller files would save less than a request takes.
constexpr double kLeastBandBytes = 128;
// The band itself, and its share of the spans: a quarter, a sixteenth, and so on.
constexpr double kFilesPerBand = 4.0 / 3;
// Bands may be half as long as they should be, so there may be twice as many as are aimed at.
constexpr double kMostAimedAt = 0.45 * kMostBands;
// Longer ones end at the next place where order keys differ, which is at most as many values on.
constexpr std::size_t kMostValuesAimedAt = kMostBlockNames / 2;

std::uint8_t magnitude(std::size_t number) { return static_cast<std::uint8_t>(std::bit_width(number)); }

class ScaleEncoder {
 public:
  ScaleEncoder(const ColumnValues& column, std::uint32_t documents, std::size_t most_files)
      : column_(column), documents_(documents), lists_(documents_by_value(column)) {
    estimate_bits();
    const double bytes = static_cast<double>(std::accumulate(bits_.begin(), bits_.end(), std::size_t{0})) / 8;
    const double most_bands = std::clamp(static_cast<double>(most_files) / kFilesPerBand, 1.0, kMostAimedAt);
    band_bits_ = 8 * static_cast<std::size_t>(std::max({kLeastBandBytes, 2 * std::sqrt(bytes), bytes / most_bands}));
  }

  ScaleFiles encode(std::size_t most_in_root) {
    write_bands();
    write_spans();
    scale_.hash = short_hash_of(payloads_);
    Bytes payload = encode_scale(scale_);
    ScaleFiles result;
    result.files = value_files(scale_.hash, payloads_);
    result.block.is_file = payload.size() > most_in_root;
    if (result.block.is_file) {
      result.block.hash = short_hash(payload);
      const std::string name = column_name(result.block.hash);
      result.files.push_back({name, seal(name, payload)});
    } else {
      result.block.payload = std::move(payload);
    }
    result.scale = std::move(scale_);
    return result;
  }

 private:
  // About what a value takes in a band: its name, and its list.
  void estimate_bits() {
    std::string_view before;
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      const std::string_view value = column_.values[i];
      bits_.push_back(8 + 4 * (value.size() - shared_prefix(before, value)) + list_bits(lists_[i].size(), documents_));
      before = value;
    }
  }

  // A band ends where the separator is shortest, once it is half as long as it should be: of dates, with a month or year.
  [[nodiscard]] std::size_t end_of_band(std::size_t begin) const {
    std::size_t best = lists_.size();
    std::size_t shortest = std::numeric_limits<std::size_t>::max();
    std::size_t bits = 0;
    for (std::size_t i = begin; i < lists_.size(); ++i) {
      const bool too_long = i > begin && (2 * (bits + bits_[i]) > 3 * band_bits_ || i - begin >= kMostValuesAimedAt);
      const bool may_end = i > begin && column_.order_keys[i] != column_.order_keys[i - 1];
      if (may_end && (too_long || 2 * bits >= band_bits_) && column_.separator_before(i).size() < shortest) {
        best = i;
        shortest = column_.separator_before(i).size();
      }
      if (too_long && best != lists_.size()) break;
      bits += bits_[i];
    }
    return best;
  }

  void write_bands() {
    for (std::size_t begin = 0; begin < lists_.size();) {
      const std::size_t end = end_of_band(begin);
      scale_.separators.push_back(begin == 0 ? std::string() : column_.separator_before(begin));
      write_band(begin, end);
      begin = end;
    }
  }

  void write_band(std::size_t begin, std::size_t end) {
    const std::span lists = std::span(lists_).subspan(begin, end - begin);
    std::vector<ValueName> names;
    for (std::size_t i = begin; i < end; ++i) {
      names.push_back({std::string(column_.values[i]), static_cast<std::uint32_t>(lists_[i].size())});
    }
    payloads_.push_back(encode_band(names, lists, documents_));
    bands_.push_back(merged(lists));
    scale_.sizes.push_back({magnitude(bands_.back().size()), magnitude(payloads_.back().size())});
  }

  void write_spans() {
    const std::vector<DocId> all = merged(bands_);
    scale_.documents = static_cast<std::uint32_t>(all.size());
    const std::size_t listed = std::accumulate(lists_.begin(), lists_.end(), std::size_t{0},
                                               [](std::size_t sum, const auto& list) { return sum + list.size(); });
    scale_.several = listed != all.size();
    for (const BandSpan& span : spans_of(scale_.size(), all.size() != documents_)) {
      const std::vector<DocId> list = merged(std::span(bands_).subspan(span.begin, span.end - span.begin));
      payloads_.push_back(encode_value_lists({&list, 1}, documents_));
    }
  }

  const ColumnValues& column_;
  std::uint32_t documents_;
  std::vector<std::vector<DocId>> lists_;  // of each value
  std::vector<std::size_t> bits_;          // of each value
  std::size_t band_bits_ = 0;              // that a band should have
  std::vector<std::vector<DocId>> bands_;  // the documents of each
  std::vector<Bytes> payloads_;            // of bands, then of spans
  Scale scale_;
};

}  // namespace

ScaleFiles write_scale(const ColumnValues& column, std::uint32_t documents, std::size_t most_files,
                       std::size_t most_in_root) {
  return ScaleEncoder(column, documents, most_files).encode(most_in_root);
}

}  // namespace catchword
