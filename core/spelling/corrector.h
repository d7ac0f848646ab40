// Corrector: puts what readers probably meant in the place of words that no document has.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/tokenizer.h"
#include "search/block_store.h"
#include "search/query.h"
#include "spelling/correction.h"
#include "spelling/guesses.h"

namespace catchword {

/// Borrows all that it is made of.
class Corrector {
 public:
  Corrector(SpellingLists& lists, BlockStore& store, CorrectedAnswer& answer)
      : lists_(lists), store_(store), answer_(answer) {}

  /// Replaces the unknown words of `query`, also in its text, and lists what it did. The query is then what its text
  /// says: a name whose part was mended is that name. A word that any document has is left alone, and so are words of
  /// phrases. What its stem alone finds gets the words of titles one edit away as QueryWord::others. While blocks are
  /// missing (the stores know which) the query must be asked again. Cost: guesses_for, for each unknown word.
  void correct(Query& query);

  /// The same, but for scripts without spaces, of which single pairs say too little.
  void correct_words(Query& query);

  /// Lists what was probably meant by chains of `words` that no document has, although all of their words are known:
  /// a mistake may have made one word of another. They are searched by these.
  void propose(const std::vector<QueryWord>& words);

 private:
  [[nodiscard]] bool is_known(const QueryWord& word) const;
  bool is_misspelled_name(const std::vector<QueryWord>& parts, const QueryWord& name);
  [[nodiscard]] bool has_blocks_of(const std::vector<QueryWord>& words) const;
  [[nodiscard]] bool has_known_words(const std::vector<QueryWord>& words, std::size_t chain) const;
  bool is_misspelled_chain(const std::vector<QueryWord>& words, std::size_t i);
  std::vector<QueryWord> parted(const std::vector<QueryWord>& words);
  bool join(const QueryWord& first, const QueryWord& second, Query& query);
  void add_near(QueryWord& word);
  bool keep_accents(const QueryWord& word, Guess& guess) const;
  std::vector<Guess> guesses_of(const QueryWord& word);
  void respell(const QueryWord& word, Query& query);
  void read_again(Query& query);
  std::string mended(std::string_view text, std::span<const Token> pairs);
  void correct_runs(Query& query);

  SpellingLists& lists_;
  BlockStore& store_;
  CorrectedAnswer& answer_;
};

}  // namespace catchword
