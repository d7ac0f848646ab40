// Search: one question on its way from words to results. The lean searcher asks it plain words; the full
// one (core/query) the same and more, so both rank and show alike.
#pragma once

#include "search/answer.h"
#include "search/block_store.h"
#include "search/highlighter.h"
#include "search/matcher.h"
#include "search/query.h"
#include "search/request.h"
#include "search/scorer.h"

namespace catchword {

/// Is told of each word that a search adds, once it has counted.
class WordObserver {
 public:
  virtual void note(const QueryWord& word, const WordMatch& match, const WordRarity& rarity) = 0;

 protected:
  ~WordObserver() = default;
};

/// Every word is looked up even where blocks are missing, so that as many as possible are named at
/// once; what was added up meanwhile is then forgotten. Borrows all that it is made of.
class Search {
 public:
  /// `words`: how many the query has, which says how they are weighed.
  Search(BlockStore& store, const Request& request, Answer& answer, std::size_t words)
      : store_(store), request_(request), answer_(answer),
        scorer_(store.root().document_count, Weighing::of(words)) {}

  /// Has `observer`, which is borrowed, told of the words to come.
  void observe(WordObserver& observer) { observer_ = &observer; }

  /// Looks a word up and adds it. An identifier that no document has is searched by its parts, once that is
  /// known: most are in some document, and then the parts' blocks would be for nothing. A chain that none has says
  /// nothing, and its words, which follow, are what counts. Of one that some have so are its words, since the page that
  /// defines `Vec::push` may say `Vec` and `push`; but of a number (`3.14`, `v2.1.0`) the chain.
  void look_up(const QueryWord& word);

  /// How a word bears on a document.
  enum Role {
    kEvidence,   ///< whoever lacks it is a partial match
    kOptional,   ///< adds to the score alone: what is part of a condition, or says evidence once more
  };

  /// Adds a word and what it was found to stand for. Borrows `match`'s terms.
  void add(const QueryWord& word, const WordMatch& match, Role role = kEvidence);

  /// As Highlighter's.
  void narrow(const TokenFilter& filter) { highlighter_.narrow(filter); }

  /// As Scorer's.
  void require(const std::vector<PhraseHit>& hits) { scorer_.require(hits); }
  void show(const std::vector<PhraseHit>& hits) { scorer_.show(hits); }
  void keep(const std::vector<DocId>& documents) { scorer_.keep(documents); }
  void exclude(const std::vector<DocId>& documents) { scorer_.exclude(documents); }

  /// Whether blocks were missing since it was asked last; the answer then names them.
  bool lacks_blocks();

  /// Fills in the answer's counts and results, from what `scorer()` or somebody else has ranked.
  void present(const Ranking& ranking);

  /// Makes a hit into a result. Where it lacks blocks, the store knows them.
  void present(const Hit& hit, SearchResult& result);

  [[nodiscard]] const Scorer& scorer() const { return scorer_; }

  [[nodiscard]] BlockStore& store() { return store_; }

 private:
  void propose(const QueryWord& word, const WordMatch& match);
  void propose_joined(const QueryWord& before, const QueryWord& word);
  void propose(const std::string& typed, const std::string& likelier);

  BlockStore& store_;
  const Request& request_;
  Answer& answer_;
  Scorer scorer_;
  Highlighter highlighter_;
  WordObserver* observer_ = nullptr;
  const QueryWord* before_ = nullptr;  // the word that was looked up last, if there is one and documents have it,
  const std::vector<std::string>* likelier_ = nullptr;  // and what is likelier
  bool chain_is_known_ = false;  // the last one, whose words follow
  bool chain_is_name_ = false;
};

}  // namespace catchword
