// Inverter: from documents with their words to words with their documents.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/string_list.h"
#include "build/analyzed_documents.h"
#include "build/ranking.h"
#include "index/position_block.h"
#include "index/term_block.h"

namespace catchword {

class WordPairs;

using TermId = std::uint32_t;

/// Terms [begin, end) of a dictionary.
struct TermRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Terms of one folded form.
struct Spellings {
  TermRange terms;
  TermId best = 0;              ///< that most documents have, the first of equals
  std::uint32_t documents = 0;  ///< that have it
};

/// A term of the dictionary as Term has it, but for what few terms have. Borrows its strings, which mostly are one.
struct DictionaryTerm {
  std::string_view folded;
  std::string_view form;
  std::string_view stem;
  std::uint32_t document_count = 0;
  std::uint32_t class_documents = 0;  ///< of the term of its class that has the most
};

inline TermKey key_of(const DictionaryTerm& term) { return {term.folded, false, term.form}; }

/// A sorted dictionary, and the lists of the terms in its window: all of them, or those that there is
/// memory for.
struct InvertedIndex {
  std::vector<DictionaryTerm> terms;  ///< sorted by key_of; stems not yet filled in
  std::unordered_map<TermId, std::vector<std::string>> kin;      ///< as Term::kin, of those that have any
  std::unordered_map<TermId, std::vector<std::string>> aliases;  ///< likewise
  std::unordered_map<TermId, std::vector<std::string>> likelier;  ///< likewise
  std::vector<StringPool> strings;  ///< that the terms borrow
  std::vector<LanguageId> languages;  ///< of each term: in which most of its documents have it
  std::vector<std::size_t> starts{0};  ///< list i is postings [starts[i], starts[i + 1]) of all
  std::vector<std::uint64_t> position_counts;  ///< of each term, in all documents

  TermRange window;
  std::vector<Posting> postings;  ///< the lists of the window, each in ascending order of documents
  std::vector<std::span<const Position>> positions;  ///< of each posting; borrowed

  /// All that is known of a term.
  [[nodiscard]] Term term(std::size_t term) const;

  /// Those that begin with `first`.
  [[nodiscard]] Spellings spellings(std::size_t first) const;

  /// Documents that have the term.
  [[nodiscard]] std::size_t count(std::size_t term) const { return starts[term + 1] - starts[term]; }

  /// REQUIRES: `term` in the window.
  [[nodiscard]] std::span<const Posting> list(std::size_t term) const {
    return std::span(postings).subspan(starts[term] - starts[window.begin], count(term));
  }

  /// REQUIRES: `term` in the window.
  [[nodiscard]] PositionList position_list(std::size_t term) const;
};

/// Inverts documents that are in memory at once, others a window of the dictionary after the other: their
/// postings are first distributed to a temporary file a window ("lexicon-partitioned inversion", Witten,
/// Moffat and Bell, "Managing Gigabytes", 5.2). Borrows the documents and weights, and owns the lexicons until
/// their forms are counted.
class Inverter {
 public:
  Inverter(AnalyzedDocuments& documents, std::vector<Lexicon> lexicons, const FieldWeights& weights)
      : documents_(documents), lexicons_(std::move(lexicons)), weights_(weights) {}

  /// The dictionary, its window empty. Linear in the words of the documents, but for sorting it. Call it
  /// once, before all else. Error: kOutput.
  Result<InvertedIndex> count();

  /// Prepares loading `windows`, which follow one another and cover the dictionary: only one where the
  /// documents are in memory. Temporary files go to `folder`. By the time that all windows were loaded, `pairs`,
  /// which are borrowed, were told the words of each document. Error: kOutput.
  Status open(const InvertedIndex& index, std::vector<TermRange> windows,
              const std::filesystem::path& folder, WordPairs& pairs);

  [[nodiscard]] const std::vector<TermRange>& windows() const { return windows_; }

  /// Makes windows()[number] the window of `index`. What it had borrowed before is gone. Error: kOutput.
  /// From documents in memory it takes their words and borrows their positions: these it can load once.
  Status load(std::size_t number, InvertedIndex& index);

 private:
  struct Places;

  template <class Put>
  Status put_postings(const AnalyzedDocument& document, std::size_t number, const Put& put) const;
  void make_terms(InvertedIndex& index);
  Status count_lists(InvertedIndex& index);
  Status assign_languages(InvertedIndex& index) const;
  Status distribute(const std::filesystem::path& folder);
  Status fill_from_memory(Places& places);
  Status fill_from_file(const TemporaryFile& file, Places& places);

  AnalyzedDocuments& documents_;
  std::vector<Lexicon> lexicons_;
  const FieldWeights& weights_;
  std::vector<std::vector<TermId>> ids_;  // of each lexicon's forms
  LengthNormalizer lengths_;
  LanguageId last_language_ = 0;  // the highest that a word has
  WordPairs* pairs_ = nullptr;
  std::vector<TermRange> windows_;
  std::vector<TemporaryFile> files_;  // of each window; none in memory
  Bytes loaded_;                      // of the window's file; its positions are borrowed from here
};

/// What the list of `term` takes in memory while it is in a window, in bytes.
std::uint64_t list_bytes(const InvertedIndex& index, std::size_t term);

}  // namespace catchword
