#include "cli/bundle_inspection.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <functional>
#include <map>
#include <numeric>
#include <system_error>

#include "build/bundle_names.h"
#include "cli/whole_columns.h"
#include "cli/whole_lists.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;

constexpr const char* kParts[] = {
    "loader",    "element",   "highlight", "worker", "engine", "lean",    "parts",  "root", "terms",
    "positions", "documents", "spelling",  "primer", "text",   "columns", "speller", "full", "offline",
    "manifest",  "previous"};

std::string kind_of(std::string_view name) {
  if (name == kLoaderName) return "loader";
  if (name == kElementName) return "element";
  if (name == kHighlightName) return "highlight";
  if (name == kWorkerName) return "worker";
  if (name.starts_with("root-")) return "root";
  if (name.starts_with("primer-")) return "primer";
  if (name.starts_with("columns-")) return "columns";
  if (name.starts_with("positions-")) return "positions";
  if (name.starts_with("files-")) return "manifest";
  if (name.starts_with("spelling-")) return "spelling";
  if (name.starts_with("engine-lean-")) return "lean";
  if (name.starts_with("engine-speller-")) return "speller";
  if (name.starts_with("engine-full-")) return "full";
  if (name.starts_with("engine-")) return "engine";
  return std::string(name.substr(0, name.find('/')));
}

using Sizes = std::map<std::string, std::vector<std::uint64_t>, std::less<>>;

Status measure(const fs::path& folder, const std::string& name, std::vector<std::uint64_t>& sizes) {
  std::error_code error;
  const std::uint64_t size = fs::file_size(folder / name, error);
  if (error) return damaged((folder / name).string(), "the file is missing");
  sizes.push_back(size);
  return {};
}

Result<Sizes> measure_all(const OpenedBundle& bundle) {
  Sizes sizes;
  std::vector<std::string> names = bundle.manifest.files;
  names.push_back(bundle.description.files);
  for (const std::string& name : names) {
    const Status measured = measure(bundle.folder, name, sizes[kind_of(name)]);
    if (!measured) return measured.error();
  }
  for (const std::string& name : bundle.manifest.previous) {
    const Status measured = measure(bundle.folder, name, sizes["previous"]);
    if (!measured) return measured.error();
  }
  return sizes;
}

void count_terms(const TermBlock& block, BundleInspection& counts) {
  for (const TermBlock::Entry& entry : block.entries()) {
    (entry.term.completion ? counts.completions : counts.terms) += 1;
    if (!entry.term.completion) counts.postings += entry.posting_count;
  }
}

// Of the values that documents have, by how frequent each is in all.
double entropy_of(const WholeColumn& column) {
  std::vector<double> counts(column.key.values);
  for (const ValueOrdinal value : column.documents.ordinals) ++counts[value];
  const auto all = static_cast<double>(column.documents.ordinals.size());
  double bits = 0;
  for (const double count : counts) bits += count == 0 ? 0 : count * std::log2(all / count);
  return bits;
}

Status inspect_columns(const OpenedBundle& bundle, std::vector<ColumnInspection>& columns) {
  Status status;
  const ColumnSource source{
      [&](const std::string& name) { return read_payload(bundle.folder, name); },
      [&](const std::string& name, const Error& error) { status = at_path(bundle.folder, name, error); }};
  for (const WholeColumn& column : read_columns(bundle.root, source)) {
    columns.push_back({column.key, column.chunk_bytes, entropy_of(column)});
  }
  return status;
}

double ratio(double part, double whole) { return whole == 0 ? 0 : part / whole; }

}  // namespace

SizeSummary summarize(std::vector<std::uint64_t> sizes) {
  if (sizes.empty()) return {};
  std::sort(sizes.begin(), sizes.end());
  return {sizes.size(), std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0}),
          sizes[sizes.size() / 2], sizes.back()};
}

SizeSummary BundleInspection::part(std::string_view name) const {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [name](const auto& entry) { return entry.first == name; });
  return found == parts.end() ? SizeSummary() : found->second;
}

double BundleInspection::bits_of(std::string_view name, std::uint64_t things) const {
  return ratio(8 * static_cast<double>(part(name).total), static_cast<double>(things));
}

Result<BundleInspection> inspect_bundle(const OpenedBundle& bundle) {
  Result<Sizes> sizes = measure_all(bundle);
  if (!sizes) return sizes.error();
  BundleInspection inspection;
  std::vector<std::uint64_t> all;
  for (const char* part : kParts) {
    const std::vector<std::uint64_t>& of_part = (*sizes)[part];
    all.insert(all.end(), of_part.begin(), of_part.end());
    if (!of_part.empty()) inspection.parts.emplace_back(part, summarize(of_part));
  }
  inspection.all = summarize(std::move(all));
  const Status counted = for_each_term_block(bundle, [&](const TermBlock& block, const PositionList& positions) {
    count_terms(block, inspection);
    inspection.positions += positions.positions.size();
  });
  if (!counted) return counted.error();
  if (const Status status = inspect_columns(bundle, inspection.columns); !status) {
    return status.error();
  }
  return inspection;
}

}  // namespace catchword
