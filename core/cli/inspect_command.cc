#include "cli/inspect_command.h"

#include <cinttypes>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/bundle_inspection.h"
#include "cli/opened_bundle.h"
#include "cli/report.h"

namespace catchword {
namespace {

using Json = nlohmann::ordered_json;

void print_count(const char* what, std::uint64_t count) {
  std::printf("%-20s %12" PRIu64 "\n", what, count);
}

void print_ratio(const char* what, double ratio) { std::printf("%-20s %12.2f\n", what, ratio); }

void print_sizes(const char* what, const SizeSummary& sizes) {
  std::printf("%-20s %8zu %11" PRIu64 " %8.0f %8" PRIu64 " %8" PRIu64 "\n", what, sizes.count,
              sizes.total, sizes.mean(), sizes.median, sizes.most);
}

void print_columns(const std::vector<ColumnInspection>& columns) {
  std::printf("\n%-20s %8s %11s %8s %8s %8s\n", "key", "type", "documents", "values", "bytes",
              "entropy");
  for (const ColumnInspection& column : columns) {
    std::printf("%-20s %8s %11u %8u %8zu %8.0f\n", column.key.name.c_str(),
                std::string(name_of(column.key.type)).c_str(),
                column.key.documents, column.key.values, column.bytes, column.entropy_bits / 8);
  }
}

void print(const OpenedBundle& bundle, const BundleInspection& inspection) {
  std::printf("%-20s %12s\n", "languages", bundle.root.languages.c_str());
  std::printf("%-20s %12s\n", "Unicode", bundle.root.unicode_version.c_str());
  print_count("documents", bundle.root.document_count);
  print_count("terms", inspection.terms);
  print_count("completions", inspection.completions);
  print_count("postings", inspection.postings);
  print_count("positions", inspection.positions);
  print_ratio("bits a term", inspection.bits_of("terms", inspection.terms));
  print_ratio("bits a posting", inspection.bits_of("terms", inspection.postings));
  print_ratio("bits a position", inspection.bits_of("positions", inspection.positions));
  print_count("text groups", bundle.root.text_groups.size());
  std::printf("\n%-20s %8s %11s %8s %8s %8s\n", "part", "files", "bytes", "mean", "median", "most");
  for (const auto& [part, sizes] : inspection.parts) print_sizes(part.c_str(), sizes);
  print_sizes("in all", inspection.all);
  print_columns(inspection.columns);
}

Json json_of(const SizeSummary& sizes) {
  return {{"files", sizes.count}, {"bytes", sizes.total}, {"mean", sizes.mean()},
          {"median", sizes.median}, {"most", sizes.most}};
}

Json json_of(const ColumnInspection& column) {
  return {{"key", column.key.name}, {"type", name_of(column.key.type)},
          {"filter", column.key.filter}, {"sort", column.key.sort},
          {"documents", column.key.documents}, {"values", column.key.values},
          {"bits", 8 * column.bytes}, {"entropy", column.entropy_bits}};
}

Json json_of(const OpenedBundle& bundle, const BundleInspection& inspection) {
  const Root& root = bundle.root;
  Json parts = Json::object();
  for (const auto& [part, sizes] : inspection.parts) parts[part] = json_of(sizes);
  Json columns = Json::array();
  for (const ColumnInspection& column : inspection.columns) columns.push_back(json_of(column));
  return {{"languages", root.languages},
          {"unicode", root.unicode_version},
          {"documents", root.document_count},
          {"terms", inspection.terms},
          {"completions", inspection.completions},
          {"postings", inspection.postings},
          {"positions", inspection.positions},
          {"bitsPerTerm", inspection.bits_of("terms", inspection.terms)},
          {"bitsPerPosting", inspection.bits_of("terms", inspection.postings)},
          {"bitsPerPosition", inspection.bits_of("positions", inspection.positions)},
          {"textGroups", root.text_groups.size()},
          {"columns", std::move(columns)},
          {"parts", std::move(parts)},
          {"all", json_of(inspection.all)}};
}

int inspect(const std::string& folder, bool json) {
  const Result<OpenedBundle> bundle = open_bundle(folder);
  if (!bundle) return report(bundle.error());
  const Result<BundleInspection> inspection = inspect_bundle(*bundle);
  if (!inspection) return report(inspection.error());
  if (json) {
    constexpr auto kReplace = Json::error_handler_t::replace;
    std::printf("%s\n", json_of(*bundle, *inspection).dump(2, ' ', false, kReplace).c_str());
  } else {
    print(*bundle, *inspection);
  }
  return kExitDone;
}

}  // namespace

void add_inspect_command(CLI::App& app, int& status) {
  const auto folder = std::make_shared<std::string>();
  const auto json = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("inspect", "count what a bundle holds, and its bytes by part");
  command->add_option("BUNDLE", *folder, "folder that `catchword index` wrote")->required();
  command->add_flag("--json", *json, "for programs");
  command->callback([folder, json, &status] { status = inspect(*folder, *json); });
}

}  // namespace catchword
