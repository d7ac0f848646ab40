#include "query/evaluator.h"

#include <algorithm>

#include "query/keys.h"
#include "query/leaf_match.h"
#include "query/near.h"
#include "query/phrase.h"

namespace catchword {
namespace {

bool is_evidence(const Expression& expression) {
  return is_word(expression) && expression.key.empty() && !expression.required;
}

DocumentList documents_of(const std::vector<PhraseHit>& hits) {
  DocumentList documents;
  for (const PhraseHit& hit : hits) documents.push_back(hit.document);
  return documents;
}

class Evaluator {
 public:
  Evaluator(const Sources& sources, Search& search, PhraseMarks& marks, FullAnswer& answer)
      : sources_(sources), search_(search), marks_(marks), answer_(answer) {}

  bool run(const Expression& top) {
    for (const Expression& child : top.children) {
      if (is_evidence(child)) add_evidence(child);
    }
    for (const Expression& child : top.children) {
      if (!is_evidence(child) && asks_words(child)) search_.keep(select(child, true));
    }
    if (!asks_words(top)) search_.keep(every());
    for (const Expression* phrase : phrases_) {
      add_words(search_, marks_, phrase->phrase, Search::kOptional);
    }
    const bool is_met = search_.scorer().has_hits();
    for (const Expression& child : top.children) {
      if (!asks_words(child)) search_.exclude(difference(every(), select(child, false)));
    }
    return is_met;
  }

 private:
  // A word that is there twice counts once.
  bool is_new(const Expression& leaf) {
    const bool known = std::any_of(seen_.begin(), seen_.end(), [&](const Expression* other) {
      return is_same_word(*other, leaf);
    });
    if (!known) seen_.push_back(&leaf);
    return !known;
  }

  void add_evidence(const Expression& leaf) {
    if (!is_new(leaf)) return;
    if (leaf.kind == Expression::kWord) return search_.look_up(leaf.word);
    add(leaf, match_leaf(sources_, leaf), Search::kEvidence);
  }

  void add(const Expression& leaf, const LeafMatch& found, Search::Role role) {
    QueryWord word = leaf.word;
    if (!leaf.key.empty()) word.prefix = Prefix::kNone;
    if (!found.whole) answer_.exact = false;
    search_.add(word, found.match, role);
  }

  // The documents that `expression` is true of. When `wanted`, its words are scored and marked.
  DocumentList select(const Expression& expression, bool wanted) {
    switch (expression.kind) {
      case Expression::kAll: return select_all(expression, wanted);
      case Expression::kSome: return select_some(expression, wanted);
      case Expression::kNot: return difference(every(), select(expression.children[0], false));
      case Expression::kPhrase: return select_phrase(expression, wanted);
      case Expression::kNear: return select_near(expression, wanted);
      case Expression::kValue:
      case Expression::kRange: return documents_with(sources_.columns, expression, document_count());
      default: return select_word(expression, wanted);
    }
  }

  [[nodiscard]] std::uint32_t document_count() const { return sources_.words.root().document_count; }
  [[nodiscard]] DocumentList every() const { return every_document(document_count()); }

  // Every part is selected, also where nothing is left, so that all missing blocks are named.
  DocumentList select_all(const Expression& all, bool wanted) {
    DocumentList documents = every();
    for (const Expression& child : all.children) {
      documents = intersection(documents, select(child, wanted));
    }
    return documents;
  }

  DocumentList select_some(const Expression& some, bool wanted) {
    DocumentList documents;
    for (const Expression& child : some.children) {
      documents = union_of(documents, select(child, wanted));
    }
    return documents;
  }

  DocumentList select_word(const Expression& leaf, bool wanted) {
    const LeafMatch found = match_leaf(sources_, leaf);
    const bool is_unknown = found.match.empty() && !sources_.words.is_lacking();
    if (is_unknown && !leaf.word.parts.empty()) return select_parts(leaf, wanted);
    if (!found.whole) answer_.exact = false;
    if (wanted && is_new(leaf)) add(leaf, found, Search::kOptional);
    return catchword::documents_of(found.match);
  }

  // An identifier that no document has, by its parts.
  DocumentList select_parts(const Expression& leaf, bool wanted) {
    DocumentList documents = every();
    for (const std::string& part : leaf.word.parts) {
      const QueryWord word{part, part, Prefix::kNone, {}};
      Expression one = leaf;
      one.word = word;
      const LeafMatch found = match_leaf(sources_, one);
      if (wanted) add(one, found, Search::kOptional);
      documents = intersection(documents, catchword::documents_of(found.match));
    }
    return documents;
  }

  DocumentList select_phrase(const Expression& phrase, bool wanted) {
    const std::vector<WordMatch> matches = match_words(sources_.words, phrase);
    const std::vector<PhraseHit> hits = find_phrase(sources_.positions, phrase.phrase, matches);
    if (wanted) {
      phrases_.push_back(&phrase);
      search_.show(hits);
    }
    DocumentList documents = documents_of(hits);
    const std::uint8_t fields = fields_of_key(phrase.key);
    for (const WordMatch& match : matches) {
      if (fields != 0) documents = intersection(documents, documents_in(match, fields));
    }
    return documents;
  }

  static DocumentList documents_in(const WordMatch& match, std::uint8_t fields) {
    DocumentList documents;
    for (const MatchedTerm& term : match) {
      DocumentList own;
      for (const Posting& posting : term.postings) {
        if (posting.fields & fields) own.push_back(posting.document);
      }
      documents = union_of(documents, own);
    }
    return documents;
  }

  DocumentList select_near(const Expression& near, bool wanted) {
    std::vector<Stand> stands;
    DocumentList in_field = every();
    for (const Expression& child : near.children) {
      in_field = intersection(in_field, select(child, wanted));
      stands.push_back(stand_of(child));
    }
    return intersection(in_field, find_near(stands, near.distance));
  }

  Stand stand_of(const Expression& leaf) {
    if (leaf.kind != Expression::kPhrase) return {places_of(sources_.positions, match_lists(sources_, leaf).match, 0), 1};
    const std::vector<WordMatch> words = match_words(sources_.words, leaf);
    return {places_of(sources_.positions, leaf.phrase, words), leaf.phrase.offsets.back() + 1};
  }

  const Sources& sources_;
  Search& search_;
  PhraseMarks& marks_;
  FullAnswer& answer_;
  std::vector<const Expression*> phrases_;  // whose words are still to be added
  std::vector<const Expression*> seen_;
};

}  // namespace

bool asks_words(const Expression& expression) {
  if (is_word(expression) || expression.kind == Expression::kPhrase) return true;
  return expression.kind != Expression::kNot &&
         std::any_of(expression.children.begin(), expression.children.end(), asks_words);
}

bool is_plain(const Expression& expression) {
  return std::all_of(expression.children.begin(), expression.children.end(),
                     [](const Expression& child) {
                       const bool plain =
                           child.kind == Expression::kWord || child.kind == Expression::kPhrase;
                       return plain && child.key.empty();
                     });
}

std::size_t count_evidence(const Expression& expression) {
  const auto count = std::count_if(expression.children.begin(), expression.children.end(), is_evidence);
  return static_cast<std::size_t>(count);
}

bool evaluate(const Expression& expression, const Sources& sources, Search& search, PhraseMarks& marks,
              FullAnswer& answer) {
  return Evaluator(sources, search, marks, answer).run(expression);
}

}  // namespace catchword
