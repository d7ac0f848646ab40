#include "build/bundle.h"

#include <malloc.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <future>
#include <numeric>
#include <span>

#include "analysis/stemmer.h"
#include "base/parallel.h"
#include "build/aliases.h"
#include "build/analyzed_documents.h"
#include "build/column_writer.h"
#include "build/compound_parts.h"
#include "build/content_hash.h"
#include "build/document_terms.h"
#include "build/file_budget.h"
#include "build/id_hashes.h"
#include "build/inverter.h"
#include "build/joined_words.h"
#include "build/languages.h"
#include "build/likelier_words.h"
#include "build/link_texts.h"
#include "build/map_writer.h"
#include "build/position_writer.h"
#include "build/synonyms.h"
#include "build/spelling_words.h"
#include "build/spelling_writer.h"
#include "build/term_layout.h"
#include "build/term_table_writer.h"
#include "build/term_writer.h"
#include "build/text_groups.h"
#include "build/text_sizer.h"
#include "build/text_writer.h"
#include "build/unspaced_words.h"
#include "build/word_pairs.h"
#include "index/root.h"

namespace catchword {
namespace {

// Does `work` beside what the caller does until it gets the result; after that, where there is one thread only.
template <class Work>
auto beside(unsigned jobs, Work work) {
  return std::async(jobs > 1 ? std::launch::async : std::launch::deferred, std::move(work));
}

unsigned half_of(unsigned jobs) { return (jobs + 1) / 2; }

// Free memory goes back to the system, which else keeps it for the next allocations of the same thread and size.
void give_back(const BuildOptions& options) {
  if (options.memory != 0) ::malloc_trim(0);
}

// As the root names them: those that have stems.
std::string stemmed_languages(const Languages& languages) {
  std::string line;
  for (const std::string& code : languages.codes()) {
    if (Stemmer(code).has_algorithm()) line.append(line.empty() ? "" : " ").append(code);
  }
  return line;
}

// Of the memory that a build may take: lists are copied into completions and blocks while their window is in memory.
constexpr std::uint64_t kWindowShare = 8;
constexpr std::uint64_t kMostWindows = 256;  // each has an open file

Result<AnalyzedDocuments> analyze_all(const Documents& documents, const std::vector<std::uint64_t>& ids,
                                      const std::vector<DocumentLayout>& layouts, const Languages& languages,
                                      const BuildOptions& options, std::vector<Lexicon>& lexicons) {
  const Result<std::vector<std::vector<LinkText>>> links = collect_link_texts(documents, ids);
  if (!links) return links.error();
  const Result<std::vector<std::uint32_t>> linking_pages = count_linking_pages(documents, ids);
  if (!linking_pages) return linking_pages.error();
  Result<AnalyzedDocuments> analyzed = AnalyzedDocuments::create(options.memory, options.temporary_folder);
  if (!analyzed) return analyzed;
  const Status visited = documents.visit([&](const Documents::Batch& batch, std::size_t first) -> Status {
    AnalyzedBatch terms(batch.size());
    parallel_for(batch.size(), static_cast<unsigned>(lexicons.size()), [&](std::size_t i, unsigned worker) {
      const std::size_t at = first + i;
      terms[i] = {worker, analyze(batch[i], layouts[at], (*links)[at], languages, lexicons[worker]),
                  (*linking_pages)[at]};
    });
    return analyzed->add(std::move(terms));
  });
  return visited ? std::move(analyzed) : visited.error();
}

// Words by which documents are to be found although they don't stand in them, and for what they get them.
Result<Aliases> add_words(AnalyzedDocuments& documents, std::vector<Lexicon>& lexicons,
                          const Languages& languages, const BuildOptions& options) {
  const Result<CompoundParts> parts = CompoundParts::find(documents, lexicons, languages);
  if (!parts) return parts.error();
  const Synonyms synonyms(options.synonyms);
  Aliases aliases;
  if (parts->is_empty() && synonyms.is_empty()) return aliases;
  parts->add_to(aliases);
  synonyms.add_to(aliases);
  const Status added = documents.edit([&](AnalyzedBatch& batch) -> Status {
    // A lexicon is one thread's.
    parallel_for(lexicons.size(), static_cast<unsigned>(lexicons.size()), [&](std::size_t i, unsigned) {
      for (AnalyzedDocument& document : batch) {
        if (document.lexicon != i) continue;
        parts->add_to(document.terms, lexicons[i]);
        synonyms.add_to(document.terms, lexicons[i]);
      }
    });
    return {};
  });
  return added ? Result<Aliases>(std::move(aliases)) : added.error();
}

// Runs of blocks whose lists fit into memory together.
std::vector<TermRange> windows_of(const InvertedIndex& index, const std::vector<TermBlockPlan>& plans,
                                  std::uint64_t memory) {
  std::uint64_t all = 0;
  for (std::size_t term = 0; term < index.terms.size(); ++term) all += list_bytes(index, term);
  const std::uint64_t most = std::max(memory / kWindowShare, all / kMostWindows + 1);
  std::vector<TermRange> windows;
  std::uint64_t bytes = most;
  for (const TermBlockPlan& plan : plans) {
    std::uint64_t own = 0;
    for (std::size_t term = plan.begin; term < plan.end; ++term) own += list_bytes(index, term);
    if (bytes + own > most) {
      windows.push_back({plan.begin, plan.end});
      bytes = 0;
    }
    windows.back().end = plan.end;
    bytes += own;
  }
  return windows;
}

std::span<const TermBlockPlan> plans_in(const std::vector<TermBlockPlan>& plans, TermRange window) {
  const auto at = [&](std::size_t term) {
    return std::partition_point(plans.begin(), plans.end(),
                                [&](const TermBlockPlan& plan) { return plan.begin < term; });
  };
  return {at(window.begin), at(window.end)};
}

// The dictionary cut into blocks, and what was made of it.
struct Terms {
  std::vector<TermBlockPlan> plans;
  TermFiles files;
  SpellingFiles spelling;
  std::size_t terms = 0;
  std::size_t postings = 0;
};

// Goes through the lists twice, for completions stand before the terms that they are made of. `spelled`: words of
// the vocabulary that are no terms. `written`: how many files texts and columns are.
Result<Terms> write_terms(AnalyzedDocuments& documents, std::vector<Lexicon> lexicons,
                          const Aliases& aliases, const Languages& languages, const BuildOptions& options,
                          std::vector<bool> cutting, std::vector<SpelledWord> spelled, std::size_t written,
                          WaitingFiles& waiting, unsigned jobs) {
  Inverter inverter(documents, std::move(lexicons), options.weights);
  Result<InvertedIndex> index = inverter.count();
  if (!index) return index.error();
  give_back(options);
  assign_stems(*index, languages, jobs);
  aliases.assign_to(*index);
  Terms result;
  result.terms = index->terms.size();
  result.postings = index->starts.back();
  const FileBudget budget(options.max_files);
  result.plans = plan_term_blocks(*index, options.term_block_bytes, budget.terms(written));
  WordPairs pairs;
  const LikelierWords likelier(*index, static_cast<std::uint32_t>(documents.size()), jobs, pairs);
  const JoinedWords joined(*index, pairs);
  const Status opened = inverter.open(*index, windows_of(*index, result.plans, options.memory),
                                      options.temporary_folder, pairs);
  if (!opened) return opened.error();

  const std::size_t windows = inverter.windows().size();
  Completions completions(*index, result.plans);
  const auto unspaced = static_cast<std::ptrdiff_t>(spelled.size());
  for (std::size_t i = 0; i < windows; ++i) {
    if (const Status loaded = inverter.load(i, *index); !loaded) return loaded.error();
    completions.add_window(*index, jobs);
    collect_spelled_words(*index, spelled);
  }
  std::inplace_merge(spelled.begin(), spelled.begin() + unspaced, spelled.end(),
                     [](const SpelledWord& a, const SpelledWord& b) { return a.folded < b.folded; });
  spelled.shrink_to_fit();
  completions.move_into(result.plans);
  likelier.assign_to(*index, pairs);
  joined.assign_to(*index, pairs);
  options.progress("writing blocks");
  std::future<SpellingFiles> spelling = beside(jobs, [&] {
    return write_spelling(spelled, options.spelling_block_bytes, budget.spelling(), half_of(jobs));
  });
  const std::size_t position_file =
      position_file_size(*index, options.position_file, budget.positions(written, result.plans.size()));
  TermWriter writer(static_cast<std::uint32_t>(documents.size()), PositionCutter(position_file, std::move(cutting)),
                    waiting);
  for (std::size_t i = 0; i < windows; ++i) {
    const bool there = windows == 1;
    if (const Status loaded = there ? Status() : inverter.load(i, *index); !loaded) return loaded.error();
    const Status done = writer.write(*index, plans_in(result.plans, inverter.windows()[i]), jobs);
    if (!done) return done.error();
  }
  result.files = writer.finish();
  result.spelling = spelling.get();
  return result;
}

BlockTable table_of(const Terms& terms) {
  BlockTable table;
  for (const TermBlockPlan& plan : terms.plans) table.separators.push_back(plan.separator);
  table.hashes = terms.files.blocks;
  return table;
}

// What shows documents, and what the root says of it.
struct Texts {
  Root root;
  TextFiles files;
  std::vector<BundleFile> map;
};

Result<Texts> finish_texts(TextWriter& writer, std::span<const DocumentLayout> layouts, Root root,
                           const FileBudget& budget) {
  Result<TextFiles> files = writer.finish();
  if (!files) return files.error();
  root.text_groups = std::move(files->groups);
  root.primer = files->primer;
  root.document_count = static_cast<std::uint32_t>(layouts.size());
  std::vector<BundleFile> map = write_document_map(layouts, files->extents, budget.map(), root);
  return Texts{std::move(root), std::move(*files), std::move(map)};
}

BundleFile make_root_file(const Root& root) {
  const Bytes payload = encode_root(root);
  const std::string name = root_name(short_hash(payload));
  return {name, seal(name, payload)};
}

Result<BundleStatistics> count(const AnalyzedDocuments& documents, const Terms& terms) {
  BundleStatistics statistics;
  statistics.documents = documents.size();
  statistics.terms = terms.terms;
  statistics.postings = terms.postings;
  const Status visited = documents.visit([&](const AnalyzedBatch& batch, std::size_t) -> Status {
    for (const AnalyzedDocument& document : batch) {
      const auto& lengths = document.terms.lengths;
      statistics.words += std::accumulate(lengths.begin(), lengths.end(), std::size_t{0});
      statistics.positions += document.terms.positions.size();
    }
    return {};
  });
  return visited ? Result<BundleStatistics>(statistics) : visited.error();
}

void append(std::vector<BundleFile>& files, std::vector<BundleFile> more) {
  std::move(more.begin(), more.end(), std::back_inserter(files));
}

}  // namespace

Status put_aside(std::span<BundleFile> files, WaitingFiles& waiting) {
  for (BundleFile& file : files) {
    if (const Status done = waiting.put_aside(file.bytes); !done) return done;
  }
  return {};
}

// Where memory is short what shows documents is written before their words are counted, for these are then all that
// is kept.
Result<Bundle> build_bundle(Documents&& documents, const BuildOptions& options) {
  const Result<std::vector<std::uint64_t>> ids = hash_ids(documents);
  if (!ids) return ids.error();
  const unsigned jobs = std::max(options.jobs, 1u);
  Result<WaitingFiles> waiting = WaitingFiles::create(options.memory, options.temporary_folder);
  if (!waiting) return waiting.error();
  options.progress("laying out texts");
  std::vector<DocumentLayout> layouts(documents.size());
  const Result<TextLayout> layout = lay_out_texts(documents, *ids, options, jobs, layouts);
  if (!layout) return layout.error();
  const Result<std::vector<TextPlace>> group_ends = cut_groups(documents, layouts, layout->blocks_per_file);
  if (!group_ends) return group_ends.error();
  const std::size_t text_files = count_text_files(*group_ends, layout->blocks_per_file);
  const FileBudget budget(options.max_files);
  // Texts need nothing of the words, and are coded where only one thread has work with these.
  TextWriter text_writer(documents, *ids, layouts, *group_ends, layout->blocks_per_file, *waiting);
  const std::future<void> coding = beside(jobs, [&] { text_writer.join(half_of(jobs)); });
  const auto code_rest = [&] {
    text_writer.join(jobs - half_of(jobs));
    coding.wait();
    Root root;
    root.group_ends = *group_ends;
    root.blocks_per_file = layout->blocks_per_file;
    return finish_texts(text_writer, layouts, std::move(root), budget);
  };
  Result<Texts> texts = options.memory != 0 ? code_rest() : Texts();
  const Result<Languages> found = Languages::find(documents, options.language);
  if (!found) return found.error();
  const Languages& languages = *found;
  Result<ColumnFiles> columns = write_columns(documents, *ids, budget.columns(), jobs);
  if (!columns) return columns.error();
  give_back(options);
  if (const Status aside = put_aside(columns->files, *waiting); !aside) return aside.error();

  options.progress("counting words");
  std::vector<bool> cutting = cutting_documents(*ids);
  std::vector<Lexicon> lexicons(jobs);
  Result<AnalyzedDocuments> analyzed = analyze_all(documents, *ids, layouts, languages, options, lexicons);
  if (!analyzed) return analyzed.error();
  Result<std::vector<SpelledWord>> unspaced = unspaced_words(documents, jobs);
  if (!unspaced) return unspaced.error();
  if (options.memory != 0) {
    documents = Documents();
    layouts = std::vector<DocumentLayout>();
    give_back(options);
  }
  const Result<Aliases> aliases = add_words(*analyzed, lexicons, languages, options);
  if (!aliases) return aliases.error();
  Result<Terms> terms =
      write_terms(*analyzed, std::move(lexicons), *aliases, languages, options, std::move(cutting),
                  std::move(*unspaced), text_files + columns->files.size(), *waiting, jobs);
  if (!terms) return terms.error();
  Result<BundleStatistics> statistics = count(*analyzed, *terms);
  if (!statistics) return statistics.error();
  *analyzed = AnalyzedDocuments();

  if (options.memory == 0) texts = code_rest();
  if (!texts) return texts.error();
  Root root = std::move(texts->root);
  root.languages = stemmed_languages(languages);
  root.unicode_version = U_UNICODE_VERSION;
  root.columns = columns->directory;
  root.filter_keys = std::move(columns->filter_keys);
  root.position_directory = terms->files.directory_hash;
  std::vector<BundleFile> table = write_term_table(table_of(*terms), options.term_table, root);
  root.spelling = terms->spelling.directory;

  Bundle bundle;
  bundle.statistics = std::move(*statistics);
  bundle.statistics.languages = languages.codes();
  bundle.files.push_back(make_root_file(root));
  append(bundle.files, std::move(table));
  append(bundle.files, std::move(terms->files.terms));
  append(bundle.files, std::move(terms->files.positions));
  append(bundle.files, std::move(texts->map));
  append(bundle.files, std::move(terms->spelling.files));
  append(bundle.files, std::move(texts->files.files));
  append(bundle.files, std::move(columns->files));
  return bundle;
}

}  // namespace catchword
