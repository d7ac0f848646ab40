// Whatever there is and however few files are wanted, a reader takes the scale that is written.
#include "build/scale_writer.h"

#include <map>

#include "index/scale.h"
#include "support/property.h"

namespace catchword::test {
namespace {

ColumnValues numbers_of(const std::vector<std::string>& values) {
  ColumnValues column;
  column.key = "size";
  column.type = ColumnType::kNumber;
  column.filter = true;
  for (ValueOrdinal i = 0; i < values.size(); ++i) {
    column.values.push_back(values[i]);
    column.order_keys.push_back(order_key(ColumnType::kNumber, values[i]));
    column.documents.add(std::span(&i, 1));
  }
  return column;
}

// How many bands a reader finds in the scale of `column`; each is parsed.
std::uint32_t bands_of(const ColumnValues& column, std::size_t most_files) {
  const auto documents = static_cast<std::uint32_t>(column.documents.size());
  const ScaleFiles written = write_scale(column, documents, most_files, 64);
  std::map<std::string, ByteView> payloads;
  for (const BundleFile& file : written.files) payloads[file.name] = *unseal(file.name, file.bytes);
  const ByteView payload = written.block.is_file ? payloads.at(column_name(written.block.hash)) : written.block.payload;
  const auto scale = parse_scale("scale", payload, documents);
  REQUIRE(scale);
  std::size_t values = 0;
  for (std::uint32_t i = 0; i < scale->size(); ++i) {
    const auto band = parse_band("band", payloads.at(value_file_name(scale->hash, i)));
    REQUIRE(band);
    values += band->values.size();
  }
  CHECK(values == column.values.size());
  return scale->size();
}

}  // namespace

TEST_CASE("a scale of more values than a block may have has several bands, though one file is wanted") {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < kMostBlockNames + 9000; ++i) values.push_back(std::to_string(i));
  const ColumnValues column = numbers_of(values);
  CHECK(bands_of(column, 1) > 1);
  CHECK(bands_of(column, 100000) <= kMostBands);
}

TEST_CASE("ways to write one number stand in one band") {
  std::vector<std::string> values{"1"};
  for (int i = 1; i < 250; ++i) values.push_back("1." + std::string(static_cast<std::size_t>(i), '0'));
  CHECK(bands_of(numbers_of(values), 100) == 1);
}

}  // namespace catchword::test
