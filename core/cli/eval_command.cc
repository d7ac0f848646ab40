#include "cli/eval_command.h"

#include <cstdio>
#include <memory>
#include <string>

#include "cli/bundle_source.h"
#include "cli/judgments.h"
#include "cli/report.h"

namespace catchword {
namespace {

struct EvalOptions {
  std::string bundle;
  std::string queries;
  std::string judgments;
};

Result<std::vector<std::string>> ranked_ids(BundleSource& source, const std::string& query) {
  Request request;
  request.query = query;
  request.limit = 100;
  Result<FullAnswer> answer = source.search(request);
  if (!answer) return answer.error();
  std::vector<std::string> ids;
  for (const SearchResult& result : answer->results) ids.emplace_back(result.id);
  return ids;
}

Result<Measures> measure(const EvalOptions& options) {
  Result<BundleSource> source = BundleSource::open(options.bundle);
  if (!source) return source.error();
  const Result<std::vector<JudgedQuery>> queries = read_queries(options.queries);
  if (!queries) return queries.error();
  const Result<Judgments> judgments = read_judgments(options.judgments);
  if (!judgments) return judgments.error();
  Measures measures;
  for (const JudgedQuery& query : *queries) {
    const auto judged = judgments->find(query.id);
    if (judged == judgments->end()) continue;
    const Result<std::vector<std::string>> ids = ranked_ids(*source, query.text);
    if (!ids) return ids.error();
    add_query(measures, *ids, judged->second);
  }
  finish(measures);
  return measures;
}

int run(const EvalOptions& options) {
  const Result<Measures> measures = measure(options);
  if (!measures) return report(measures.error());
  std::printf("queries %zu\n", measures->queries);
  std::printf("nDCG@10 %.4f\nMRR@10 %.4f\nMRR@5 %.4f\n", measures->ndcg10, measures->mrr10,
              measures->mrr5);
  std::printf("S@1 %.4f\nfound@5 %.4f\nR@100 %.4f\n", measures->success1, measures->found5,
              measures->recall100);
  return kExitDone;
}

}  // namespace

void add_eval_command(CLI::App& app, int& status) {
  const auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval", "measure how well a bundle answers judged queries");
  command->add_option("BUNDLE", options->bundle, "folder of the bundle")->required();
  command->add_option("--queries", options->queries, "file of \"id TAB text\" lines")->required();
  command->add_option("--qrels", options->judgments, "file of \"query TAB document TAB grade\" lines")
      ->required();
  command->callback([options, &status] { status = run(*options); });
}

}  // namespace catchword
