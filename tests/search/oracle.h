// Oracle: answers a query by looking at every word of every document. No blocks, no dictionary on
// disk, no codec: slow, and simple enough to be believed. The Searcher must agree with it exactly.
//
// It shares with the product the tokenizer, the word forms, the query parser and the small
// functions of ranking (quantised impacts, saturation, inverse document frequency), which have
// their own tests.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "build/bundle.h"
#include "build/languages.h"
#include "document/document.h"
#include "index/root.h"
#include "search/query.h"
#include "search/weighing.h"

namespace catchword::test {

struct OracleHit {
  std::string id;
  std::uint32_t score = 0;
  bool partial = false;
};

struct OracleAnswer {
  std::uint32_t total = 0;
  std::uint32_t complete = 0;
  bool exact = true;
  std::vector<std::string> unknown;
  std::vector<OracleHit> hits;  ///< all of them
};

class Oracle {
 public:
  /// Counts the words of `documents`. `root` is asked for the language of the stems, and for how
  /// many term blocks a prefix spans: beyond a limit its completions are cut short by design.
  Oracle(const std::vector<Document>& documents, const BuildOptions& options, const Root& root);

  /// REQUIRES: the root outlives the call.
  [[nodiscard]] OracleAnswer search(std::string_view query, bool complete) const;

 private:
  struct Form {
    std::string folded;
    std::string stem;
  };
  struct Occurrence {
    std::uint64_t position;
    std::string folded;
  };
  struct Page {
    std::string id;
    std::map<std::string, std::uint8_t> impacts;  // by written form
    std::set<std::string> title;                  // forms that stand in the title
    std::uint32_t title_words = 0;
    std::map<std::string, std::uint64_t> title_places;  // first, from 0, of those of the first six words
    std::vector<Occurrence> words;  // in their order, texts far apart
  };
  struct Count;
  struct Match;
  struct Tally;

  static Count count_words(const Document& document, const BlockSizes& sizes,
                           const Languages& languages, Page& page);
  void find_forms(const std::string& folded, const std::string& form, Match& match) const;
  void find_kin(Match& match) const;
  void find_by_stem(const std::string& form, Match& match) const;
  void find_completions(const QueryWord& word, Match& match) const;
  void cut_completions(const std::string& prefix, Match& match) const;
  [[nodiscard]] Match match(const QueryWord& word) const;
  void add_word(const QueryWord& word, Tally& tally) const;
  void add_phrase_word(const std::string& word, Tally& tally) const;
  void add_match(const Match& match, const std::string& form, Tally& tally,
                 std::uint32_t count, bool is_evidence = true) const;
  [[nodiscard]] bool is_title(const Match& match) const;
  void add_title(const Match& match, std::size_t page, const WordRarity& rarity,
                 Tally& tally) const;
  [[nodiscard]] Tally begin(std::size_t words) const;
  [[nodiscard]] OracleAnswer rank(const Query& query, Tally tally) const;
  [[nodiscard]] OracleAnswer search_strictly(const Query& query) const;
  [[nodiscard]] OracleAnswer search_words(std::string_view text, bool complete) const;
  [[nodiscard]] WordFrequency frequency_in(const Match& match, std::size_t page,
                                           const Weighing& weighing) const;
  static bool is_character(const std::string& folded);
  static bool has_phrase(const Page& page, const QueryPhrase& phrase);

  const Root& root_;
  std::map<std::string, Form> forms_;  // by written form
  std::vector<Page> pages_;
};

}  // namespace catchword::test
