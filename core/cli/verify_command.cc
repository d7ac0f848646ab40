#include "cli/verify_command.h"

#include <cstdio>
#include <memory>
#include <string>

#include "cli/bundle_verifier.h"
#include "cli/opened_bundle.h"
#include "cli/report.h"

namespace catchword {
namespace {

void print(const VerifiedCounts& counts) {
  std::printf("%zu files are there, and right:\n", counts.files);
  std::printf("  %zu term blocks: %zu terms, %zu postings\n", counts.term_blocks, counts.terms,
              counts.postings);
  std::printf("  %zu position blocks\n", counts.position_blocks);
  std::printf("  %zu spelling blocks\n", counts.spelling_blocks);
  std::printf("  %zu text blocks: %zu documents\n", counts.text_blocks, counts.documents);
  std::printf("  %zu columns of metadata\n", counts.columns);
  if (counts.packs > 0) std::printf("  %zu offline packs\n", counts.packs);
  if (counts.previous > 0) std::printf("kept of the build before: %zu\n", counts.previous);
}

int verify(const std::string& folder) {
  const Result<OpenedBundle> bundle = open_bundle(folder);
  if (!bundle) return report(bundle.error());
  std::size_t faults = 0;
  const VerifiedCounts counts = verify_bundle(*bundle, [&faults](const Error& error) {
    ++faults;
    report(error);
  });
  if (faults == 0) return print(counts), kExitDone;
  std::fprintf(stderr, "catchword: %s: %zu fault%s found\n", folder.c_str(), faults,
               faults == 1 ? "" : "s");
  return kExitFailed;
}

}  // namespace

void add_verify_command(CLI::App& app, int& status) {
  const auto folder = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("verify", "check every file of a bundle");
  command->add_option("BUNDLE", *folder, "folder that `catchword index` wrote")->required();
  command->callback([folder, &status] { status = verify(*folder); });
}

}  // namespace catchword
