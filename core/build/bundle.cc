#include "build/bundle.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_set>

#include "analysis/stemmer.h"
#include "base/parallel.h"
#include "build/compound_parts.h"
#include "build/column_writer.h"
#include "build/content_hash.h"
#include "build/document_terms.h"
#include "build/inverter.h"
#include "build/languages.h"
#include "build/link_texts.h"
#include "build/map_writer.h"
#include "build/synonyms.h"
#include "build/spelling_words.h"
#include "build/spelling_writer.h"
#include "build/term_layout.h"
#include "build/term_writer.h"
#include "build/text_writer.h"
#include "index/root.h"

namespace catchword {
namespace {

Status check_ids(const std::vector<Document>& documents) {
  if (documents.empty()) {
    return Error{ErrorKind::kInput, "there is no document to index", "",
                 "Name a folder with HTML, Markdown, text or JSON lines"};
  }
  std::unordered_set<std::string_view> ids;
  for (const Document& document : documents) {
    if (ids.insert(document.id).second) continue;
    return Error{ErrorKind::kInput, "two documents have this id", document.id,
                 "Give each document an id of its own"};
  }
  return {};
}

// As the root names them: those that have stems.
std::string stemmed_languages(const Languages& languages) {
  std::string line;
  for (const std::string& code : languages.codes()) {
    if (Stemmer(code).has_algorithm()) line.append(line.empty() ? "" : " ").append(code);
  }
  return line;
}

std::uint64_t text_bytes(const std::vector<Document>& documents) {
  std::uint64_t bytes = 0;
  for (const Document& document : documents) {
    for (const Passage& passage : document.passages) {
      bytes += passage.heading.size() + passage.text.size();
    }
  }
  return bytes;
}

// Blocks grow until there are few enough; with all of the text in one they can't be fewer.
TextLayout lay_out_texts(const std::vector<Document>& documents, const BuildOptions& options,
                         unsigned jobs, std::vector<DocumentLayout>& layouts) {
  const std::uint64_t bytes = text_bytes(documents);
  const std::size_t most = std::max<std::size_t>(options.max_files / 4 * 3, 1);
  BlockSizes sizes = sizes_for(bytes, options.text_blocks);
  for (;;) {
    parallel_for(documents.size(), jobs, [&](std::size_t i, unsigned) {
      layouts[i] = cut_document(documents[i], sizes);
    });
    const TextLayout layout = lay_out(documents, layouts, sizes);
    if (layout.used <= most || sizes.least > bytes) return layout;
    sizes = grown(sizes);
  }
}

struct Analysis {
  std::vector<AnalyzedDocument> documents;
  std::vector<Lexicon> lexicons;
};

Analysis analyze_all(const std::vector<Document>& documents,
                     const std::vector<DocumentLayout>& layouts, const Languages& languages,
                     unsigned jobs) {
  const std::vector<std::vector<LinkText>> links = collect_link_texts(documents);
  const std::vector<std::uint32_t> linking_pages = count_linking_pages(documents);
  Analysis analysis;
  analysis.documents.resize(documents.size());
  analysis.lexicons.resize(jobs);
  parallel_for(documents.size(), jobs, [&](std::size_t i, unsigned worker) {
    analysis.documents[i] = {worker,
                             analyze(documents[i], layouts[i], links[i], languages,
                                     analysis.lexicons[worker]),
                             linking_pages[i]};
  });
  return analysis;
}

Root make_root(const TextLayout& layout, const std::vector<TermBlockPlan>& plans,
               std::size_t documents, const Languages& languages) {
  Root root;
  root.document_count = static_cast<std::uint32_t>(documents);
  root.text_blocks = layout.blocks;
  root.blocks_per_group = layout.blocks_per_group;
  root.languages = stemmed_languages(languages);
  root.unicode_version = U_UNICODE_VERSION;
  for (const TermBlockPlan& plan : plans) root.terms.separators.push_back(plan.separator);
  return root;
}

BundleFile make_root_file(const Root& root) {
  const Bytes payload = encode_root(root);
  const std::string name = root_name(short_hash(payload));
  return {name, seal(name, payload)};
}

BundleStatistics count(const Analysis& analysis, const InvertedIndex& index) {
  BundleStatistics statistics;
  statistics.documents = analysis.documents.size();
  statistics.terms = index.terms.size();
  statistics.postings = index.postings.size();
  for (const AnalyzedDocument& document : analysis.documents) {
    const auto& lengths = document.terms.lengths;
    statistics.words += std::accumulate(lengths.begin(), lengths.end(), std::size_t{0});
    statistics.positions += document.terms.positions.size();
  }
  return statistics;
}

void append(std::vector<BundleFile>& files, std::vector<BundleFile> more) {
  std::move(more.begin(), more.end(), std::back_inserter(files));
}

}  // namespace

Result<Bundle> build_bundle(const std::vector<Document>& documents, const BuildOptions& options) {
  if (const Status unique = check_ids(documents); !unique) return unique.error();
  const unsigned jobs = std::max(options.jobs, 1u);
  options.progress("laying out texts");
  std::vector<DocumentLayout> layouts(documents.size());
  const TextLayout layout = lay_out_texts(documents, options, jobs, layouts);

  options.progress("counting words");
  const Languages languages(documents, options.language);
  Analysis analysis = analyze_all(documents, layouts, languages, jobs);
  add_compound_parts(analysis.documents, analysis.lexicons, languages, jobs);
  add_synonyms(analysis.documents, analysis.lexicons, options.synonyms);
  InvertedIndex index = invert(analysis.documents, analysis.lexicons, options.weights, jobs);
  assign_stems(index, languages, jobs);
  const std::vector<TermBlockPlan> plans = plan_term_blocks(index, options.term_block_bytes);

  options.progress("writing blocks");
  Root root = make_root(layout, plans, documents.size(), languages);
  TermFiles terms = write_terms(index, plans, root.document_count, jobs);
  TextFiles texts = write_texts(documents, layouts, layout, jobs);
  root.terms.hashes = std::move(terms.blocks);
  root.position_directory = terms.directory_hash;
  root.text_groups = std::move(texts.groups);
  root.primer = texts.primer;
  std::vector<BundleFile> map = write_document_map(layouts, root);
  ColumnFiles columns = write_columns(documents, jobs);
  root.columns = columns.directory;
  SpellingFiles spelling =
      write_spelling(collect_spelled_words(index), options.spelling_block_bytes, jobs);
  root.spelling = spelling.directory;

  Bundle bundle;
  bundle.statistics = count(analysis, index);
  bundle.statistics.languages = languages.codes();
  bundle.files.push_back(make_root_file(root));
  append(bundle.files, std::move(terms.terms));
  append(bundle.files, std::move(terms.positions));
  append(bundle.files, std::move(map));
  append(bundle.files, std::move(spelling.files));
  append(bundle.files, std::move(texts.files));
  append(bundle.files, std::move(columns.files));
  return bundle;
}

}  // namespace catchword
