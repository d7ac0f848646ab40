// Scale: a key of numbers or dates for those who narrow by it, so that a range's documents are put together from few
// files, whatever it spans.
//
// Its values, in their order, are cut into *bands*: some neighbouring values, with the documents of each. Of each four
// bands, of each sixteen, and so on, there is a *span*: their documents as one list, which takes far less than the
// lists of their values. The scale says where the bands begin and about how long they are; query/range_plan.h which
// files a range takes.
//
// Related: the interval trees of numeric fields (Schindler, Diepenbroek, "Generic XML-based framework for metadata
// portals", Computers & Geosciences 2008), which Lucene had; bands there are prefixes of a number's digits.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "index/block_file.h"
#include "index/value_names.h"
#include "index/vocabulary.h"

namespace catchword {

/// No scale has more bands; planning a range takes time in proportion to their square, at worst.
inline constexpr std::uint32_t kMostBands = 1u << 10;
/// Bands of the shortest span; spans of those of the next longer one.
inline constexpr std::uint32_t kSpanArity = 4;
/// What loading a file costs beside its payload, its headers and its share of a round trip: as much as so many bytes.
inline constexpr std::uint32_t kFileCost = 128;

/// About how large a band is: how many bits these numbers take, below 32.
struct BandSize {
  std::uint8_t documents = 0;
  std::uint8_t bytes = 0;

  friend bool operator==(const BandSize&, const BandSize&) = default;
};

struct Scale {
  std::uint32_t documents = 0;          ///< that have a value
  bool several = false;                 ///< a document may have several
  ContentHash hash{};                   ///< names the files: bands, then spans (value_file_name)
  std::vector<std::string> separators;  ///< band i has the order keys from the i-th on; ascending, the first is empty
  std::vector<BandSize> sizes;          ///< of each band

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(separators.size()); }

  /// The band in which this order key stands or would stand.
  [[nodiscard]] std::uint32_t band_of(std::string_view order_key) const;
};

/// Bands `begin` to `end` - 1.
struct BandSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The spans of so many bands, as their files are numbered; `whole`: one of all bands is among them, as it is where
/// not all documents of the bundle have a value.
std::vector<BandSpan> spans_of(std::uint32_t bands, bool whole);

Bytes encode_scale(const Scale& scale);

/// Parses an unsealed payload, of a bundle of so many documents. `name` is for the error.
Result<Scale> parse_scale(std::string_view name, ByteView payload, std::uint32_t documents);

/// Some neighbouring values. `lists` borrows.
struct Band {
  std::vector<ValueName> values;
  ByteView lists;  ///< of each value, index/value_lists.h
};

/// The payload of a band. REQUIRES: a list for each value, as encode_value_lists requires.
Bytes encode_band(std::span<const ValueName> values, std::span<const std::vector<DocId>> lists, std::uint32_t documents);

/// Parses a band, its lists apart, as far as their place.
Result<Band> parse_band(std::string_view name, ByteView payload);

}  // namespace catchword
