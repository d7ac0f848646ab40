#include "cli/search_command.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

#include "cli/bundle_source.h"
#include "cli/judgments.h"
#include "cli/report.h"
#include "cli/selection_options.h"
#include "query/explanation.h"
#include "query/selection.h"

namespace catchword {
namespace {

struct SearchOptions {
  std::string bundle;
  std::string query;
  std::string queries;  // file of queries, with `run`
  std::string run;      // file to write
  std::size_t limit = 10;
  std::size_t offset = 0;
  bool json = false;
  bool complete = false;
  bool as_typed = false;
  bool explain = false;
  SelectionOptions selection;
};

Request request_of(const SearchOptions& options, std::string_view query) {
  Request request;
  request.query = query;
  request.limit = options.limit;
  request.offset = options.offset;
  request.complete = options.complete;
  request.correct = !options.as_typed;
  return request;
}

void print_metadata(const SearchResult& result) {
  std::string line;
  for (const TextMetadata& entry : result.metadata) {
    if (entry.values.empty()) continue;
    line.append(line.empty() ? "" : " · ").append(entry.key).append(": ");
    for (const std::string_view& value : entry.values) {
      line.append(&value == &entry.values.front() ? "" : ", ").append(value);
    }
  }
  if (!line.empty()) std::printf("    %s\n", line.c_str());
}

void print_result(std::size_t number, const SearchResult& result) {
  std::printf("%3zu. %s%s\n    %s\n", number, result.title.text.c_str(),
              result.partial ? "  (some words only)" : "", std::string(result.url).c_str());
  print_metadata(result);
  for (const ResultPassage& passage : result.passages) {
    if (!passage.heading.text.empty()) std::printf("    § %s\n", passage.heading.text.c_str());
    std::printf("      %s\n", passage.snippet.text.c_str());
  }
}

// Where the result's score comes from, a line for each part.
void print_explanation(const Explanation& explanation) {
  for (const WordExplanation& word : explanation.words) {
    std::printf("    %6u %s (idf %.2f):", word.score, word.word.c_str(), word.idf / 4096.0);
    for (const MatchedForm& form : word.forms) {
      std::printf(" %s (%s, in %u documents, impact %u in", form.form.c_str(),
                  std::string(name_of(form.kind)).c_str(), form.documents, form.impact);
      for (const std::string& field : names_of_fields(form.fields)) std::printf(" %s", field.c_str());
      std::printf(")");
    }
    std::printf("\n");
  }
  std::printf("    %6u for the title\n", explanation.title);
  std::printf("    %6u for having every word\n", explanation.complete);
}

void print_facet(const Facet& facet) {
  std::printf("%s:", facet.key.c_str());
  for (const FacetValue& value : facet.values) std::printf("  %s (%u)", value.value.c_str(), value.count);
  for (const FacetBucket& bucket : facet.buckets) {
    const bool one = bucket.from == bucket.to;
    std::printf("  %s%s%s (%u)", bucket.from.c_str(), one ? "" : "..", one ? "" : bucket.to.c_str(),
                bucket.count);
  }
  if (facet.more > 0) std::printf("  and %u more", facet.more);
  std::printf("\n");
}

void print_answer(const FullAnswer& answer, std::size_t offset) {
  std::printf("%s%u documents, %u with every word\n", answer.exact ? "" : "at least ", answer.total,
              answer.complete);
  if (answer.relaxed) std::printf("no document is just so; these have some of: %s\n", answer.interpretation.c_str());
  if (!answer.words.empty()) std::printf("the partial ones have some of: %s\n", answer.words.c_str());
  for (const std::string& word : answer.unknown) {
    std::printf("no document has \"%s\"\n", word.c_str());
  }
  for (const Correction& correction : answer.corrections) {
    std::printf("\"%s\" instead of \"%s\"; --as-typed searches what was typed\n", correction.to.c_str(),
                correction.from.c_str());
  }
  for (std::size_t i = 0; i + 1 < answer.proposals.size(); i += 2) {
    std::printf("did you mean \"%s\" instead of \"%s\"?\n", answer.proposals[i + 1].c_str(),
                answer.proposals[i].c_str());
  }
  for (const Facet& facet : answer.facets) print_facet(facet);
  for (std::size_t i = 0; i < answer.results.size(); ++i) {
    print_result(offset + i + 1, answer.results[i]);
    if (!answer.explanations.empty()) print_explanation(answer.explanations[i]);
  }
}

int search_once(BundleSource& source, const SearchOptions& options) {
  Options selected = options_of(options.selection);
  selected.explain = options.explain;
  const Result<FullAnswer> answer = source.search(request_of(options, options.query), selected);
  if (!answer) return report(answer.error());
  if (options.json) {
    std::printf("%s\n", to_json(*answer).c_str());
  } else {
    print_answer(*answer, options.offset);
  }
  return kExitDone;
}

// One line a result: query Q0 document rank score catchword.
Status write_run(BundleSource& source, const SearchOptions& options, std::FILE* file) {
  const Result<std::vector<JudgedQuery>> queries = read_queries(options.queries);
  if (!queries) return queries.error();
  const Options selected = options_of(options.selection);
  for (const JudgedQuery& query : *queries) {
    const Result<FullAnswer> answer = source.search(request_of(options, query.text), selected);
    if (!answer) return answer.error();
    std::size_t rank = options.offset;
    for (const SearchResult& result : answer->results) {
      std::fprintf(file, "%s Q0 %s %zu %u catchword\n", query.id.c_str(), std::string(result.id).c_str(), ++rank,
                   result.score);
    }
  }
  return {};
}

int search_all(BundleSource& source, const SearchOptions& options) {
  const bool to_output = options.run.empty() || options.run == "-";
  std::FILE* file = to_output ? stdout : std::fopen(options.run.c_str(), "w");
  if (file == nullptr) {
    return report({ErrorKind::kOutput, std::string("can't be written: ") + std::strerror(errno),
                   options.run, "Name a file in a folder that exists"});
  }
  const Status written = write_run(source, options, file);
  const bool failed = std::ferror(file) != 0;
  const bool flushed = to_output ? std::fflush(file) == 0 : std::fclose(file) == 0;
  if (!written) return report(written.error());
  if (!failed && flushed) return kExitDone;
  return report({ErrorKind::kOutput, std::string("can't be written: ") + std::strerror(errno),
                 options.run, "Make room on the disk"});
}

int run(const SearchOptions& options) {
  const bool asks = !options.query.empty() || selects(options_of(options.selection));
  if (options.queries.empty() ? !asks : !options.query.empty()) {
    return report({ErrorKind::kUsage, "a search needs a query, a filter or an order, or --queries", "",
                   "Write `catchword search BUNDLE QUERY`"});
  }
  Result<BundleSource> source = BundleSource::open(options.bundle);
  if (!source) return report(source.error());
  return options.queries.empty() ? search_once(*source, options) : search_all(*source, options);
}

}  // namespace

void add_search_command(CLI::App& app, int& status) {
  const auto options = std::make_shared<SearchOptions>();
  CLI::App* command = app.add_subcommand("search", "search a bundle");
  command->add_option("BUNDLE", options->bundle, "folder of the bundle")->required();
  command->add_option("QUERY", options->query, "words, and \"phrases\" in quotes");
  command->add_option("--limit", options->limit, "results wanted")->capture_default_str();
  command->add_option("--offset", options->offset, "results to skip")->capture_default_str();
  add_selection_options(*command, options->selection);
  command->add_flag("--json", options->json, "print what the browser's API returns");
  command->add_flag("--complete", options->complete, "the last word is finished: no completions");
  command->add_flag("--as-typed", options->as_typed, "no word is corrected");
  command->add_flag("--explain", options->explain, "say what each score is the sum of");
  command->add_option("--queries", options->queries, "file of \"id TAB text\" lines");
  command->add_option("--run", options->run, "with --queries: file for the results, in TREC format");
  command->callback([options, &status] { status = run(*options); });
}

}  // namespace catchword
