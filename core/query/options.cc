#include "query/options.h"

#include "base/byte_reader.h"

namespace catchword {
namespace {

constexpr int kDeepestFilter = 32;

enum Tag : std::uint8_t { kFilter = 1, kOrder, kFacets, kAllFacets, kExplain };

std::string read_string(ByteReader& reader) { return std::string(reader.string()); }

void read_values(ByteReader& reader, std::uint32_t count, Filter& filter) {
  while (count-- > 0) filter.values.push_back(read_string(reader));
}

Filter read_filter(ByteReader& reader, int depth) {
  Filter filter;
  const std::uint8_t kind = reader.u8();
  if (kind >= Filter::kKinds || depth > kDeepestFilter) return reader.fail(), filter;
  filter.kind = static_cast<Filter::Kind>(kind);
  if (filter.kind <= Filter::kNot) {
    for (std::uint32_t count = reader.count(); count > 0 && reader.ok(); --count) {
      filter.children.push_back(read_filter(reader, depth + 1));
    }
    return filter;
  }
  filter.key = read_string(reader);
  read_values(reader, filter.kind == Filter::kRange ? 2 : reader.count(), filter);
  return filter;
}

void read_order(ByteReader& reader, Options& options) {
  for (std::uint32_t count = reader.count(2); count > 0; --count) {
    SortKey& key = options.order.emplace_back();
    key.key = read_string(reader);
    key.descending = reader.u8() != 0;
  }
}

void read_facets(ByteReader& reader, Options& options) {
  for (std::uint32_t count = reader.count(3); count > 0; --count) {
    FacetRequest& facet = options.facets.emplace_back();
    facet.key = read_string(reader);
    facet.limit = reader.varint();
    const std::uint8_t interval = reader.u8();
    if (interval > FacetRequest::kDay) return reader.fail();
    facet.interval = static_cast<FacetRequest::Interval>(interval);
  }
}

void read_option(ByteReader& reader, Options& options) {
  switch (reader.u8()) {
    case kFilter: options.filter = read_filter(reader, 0); break;
    case kOrder: read_order(reader, options); break;
    case kFacets: read_facets(reader, options); break;
    case kAllFacets: options.all_facets = true; break;
    case kExplain: options.explain = true; break;
    default: reader.fail();
  }
}

}  // namespace

Result<Options> read_options(ByteView bytes) {
  ByteReader reader(bytes);
  Options options;
  while (reader.ok() && reader.remaining() > 0) read_option(reader, options);
  if (!reader.ok()) return Error{ErrorKind::kUsage, "the request's options make no sense", "", ""};
  return options;
}

}  // namespace catchword
