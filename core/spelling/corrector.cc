#include "spelling/corrector.h"

#include <algorithm>

#include "analysis/scripts.h"
#include "analysis/tokenizer.h"
#include "analysis/word.h"
#include "base/utf8.h"
#include "search/matcher.h"
#include "search/scorer.h"
#include "spelling/mended_run.h"
#include "spelling/neighbours.h"
#include "spelling/typed_accents.h"
#include "spelling/word_lattice.h"

namespace catchword {
namespace {

// A guess is searched beside a better one when the two are about as good.
constexpr std::uint32_t kUndecided = 6;

// What the accents that were typed are worth to a guess that has them.
constexpr std::uint32_t kMeritOfAccents = 12;

// Words of titles that are searched beside what the stem of an unknown form finds.
constexpr std::size_t kMostOthers = 3;

// Where the word `form` stands in `text`, from token `at` on; at the end of `tokens` when it doesn't.
std::size_t find_word(std::string_view text, const std::vector<Token>& tokens, std::size_t at,
                      std::string_view form) {
  const auto is_it = [&](const Token& token) {
    return word_form(text.substr(token.begin, token.end - token.begin)) == form;
  };
  const auto found =
      std::find_if(tokens.begin() + static_cast<std::ptrdiff_t>(at), tokens.end(), is_it);
  return static_cast<std::size_t>(found - tokens.begin());
}

// Puts `to` in the place of what reaches from the word `first` to the word `last`.
void put_in_place(std::string& text, std::string_view first, std::string_view last, std::string_view to) {
  std::vector<Token> tokens;
  tokenize(text, 0, tokens);
  const std::size_t begin = find_word(text, tokens, 0, first);
  const std::size_t end = find_word(text, tokens, begin, last);
  if (end == tokens.size()) return;
  text.replace(tokens[begin].begin, tokens[end].end - tokens[begin].begin, to);
}

QueryWord finished(const SpelledWord& word, bool keeps_accents = false) {
  QueryWord guess{word.form, word.folded, Prefix::kNone, {}};
  guess.guessed = !keeps_accents;
  return guess;
}

// The parts of an identifier, as words.
std::vector<QueryWord> parts_of(const QueryWord& word) {
  std::vector<QueryWord> parts;
  for (const std::string& part : word.parts) parts.push_back({part, part, Prefix::kNone, {}, 1, {}});
  if (!parts.empty()) parts.back().prefix = word.prefix;
  return parts;
}

// Whether a document has all words that were added.
bool has_complete_hit(const Scorer& scorer) {
  bool found = false;
  scorer.for_each_hit([&](const Hit& hit, std::uint64_t) { found = found || hit.complete; });
  return found;
}

void add_once(std::vector<QueryWord>& words, QueryWord word) {
  const bool known = std::any_of(words.begin(), words.end(), [&](const QueryWord& other) {
    return other.folded == word.folded;
  });
  if (!known) words.push_back(std::move(word));
}

}  // namespace

bool Corrector::is_known(const QueryWord& word) const { return !match_word(store_, word).empty(); }

// Whether an identifier that no document has is one letter away from one that some have, and so not known by its parts
// either.
bool Corrector::is_misspelled_name(const std::vector<QueryWord>& parts, const QueryWord& name) {
  const auto known = [this](const QueryWord& part) { return is_known(part); };
  if (std::all_of(parts.begin(), parts.end(), known) || store_.is_lacking() || !lists_.exists()) return false;
  return !words_within(lists_, name.folded, 1).empty();
}

// As Search takes them: an identifier that no document has stands for its parts, unless it is misspelled itself, and a
// chain that some have for itself.
std::vector<QueryWord> Corrector::parted(const std::vector<QueryWord>& words) {
  std::vector<QueryWord> all;
  bool chain_is_known = false;
  for (const QueryWord& word : words) {
    const bool known = is_known(word);
    const bool is_idle = word.in_chain && chain_is_known;
    if (word.is_chain && !is_idle) chain_is_known = known;
    if (!known && is_idle && !word.is_chain) continue;
    const std::vector<QueryWord> parts = parts_of(word);
    if (known || parts.empty() || is_misspelled_name(parts, word)) {
      all.push_back(word);
    } else {
      all.insert(all.end(), parts.begin(), parts.end());
    }
  }
  return all;
}

bool Corrector::join(const QueryWord& first, const QueryWord& second, Query& query) {
  const std::optional<Guess> guess = joined(lists_, first.folded, second.folded);
  if (!guess) return false;
  put_in_place(query.text, first.form, second.form, guess->text());
  answer_.corrections.push_back({first.form + ' ' + second.form, guess->text(), Correction::kJoin});
  add_once(query.words, finished(guess->words.front()));
  return true;
}

// What an unknown form's stem finds may be no kin of what was meant: `readiing` has the stem of `ready`. So words of
// titles one edit away, of other stems, are searched beside it.
void Corrector::add_near(QueryWord& word) {
  const WordMatch match = match_word(store_, word);
  for (const Neighbour& near : words_within(lists_, word.folded, 1)) {
    const bool is_kin = std::any_of(match.begin(), match.end(), [&](const MatchedTerm& kin) {
      return kin.term->folded == near.word.folded;
    });
    if (near.word.in_title && !is_kin && word.others.size() < kMostOthers) word.others.push_back(near.word.folded);
  }
}

// Whether `guess` has the accents of `word`, or can be written so that it has, as some document does.
bool Corrector::keep_accents(const QueryWord& word, Guess& guess) const {
  if (guess.words.size() > 1) return false;
  SpelledWord& meant = guess.words.front();
  if (EditDistance(characters_of(word.form), 1).cost_of(meant.form) != kTooFar) return true;
  const std::string form = with_typed_accents(word.form, meant.folded);
  if (form.empty()) return false;
  const WordMatch match = match_word(store_, {form, meant.folded, Prefix::kNone, {}});
  const bool is_written = std::any_of(match.begin(), match.end(), [](const MatchedTerm& found) {
    return found.kinship == Kinship::kForm;
  });
  if (is_written) meant.form = form;
  return is_written;
}

// As guesses_for, but who types accents means them.
std::vector<Guess> Corrector::guesses_of(const QueryWord& word) {
  std::vector<Guess> guesses = guesses_for(lists_, word.folded);
  if (word.form == word.folded) return guesses;
  std::vector<Guess> ranked;
  for (Guess& guess : guesses) {
    guess.keeps_accents = keep_accents(word, guess);
    if (guess.keeps_accents) guess.merit += kMeritOfAccents;
    add_by_merit(ranked, std::move(guess));
  }
  return ranked;
}

void Corrector::respell(const QueryWord& word, Query& query) {
  const std::vector<Guess> guesses = guesses_of(word);
  if (guesses.empty()) return add_once(query.words, word);
  const Guess& best = guesses.front();
  put_in_place(query.text, word.form, word.form, best.text());
  answer_.corrections.push_back({word.form, best.text(), best.words.size() > 1 ? Correction::kSplit
                                                                       : Correction::kSpelling});
  for (const SpelledWord& meant : best.words) add_once(query.words, finished(meant, best.keeps_accents));
  for (const Guess& other : guesses) {
    if (&other == &best || other.merit + kUndecided < best.merit) continue;
    query.words.back().others.push_back(other.words.front().folded);
  }
}

// Reads the mended text, and keeps what is known of its words.
void Corrector::read_again(Query& query) {
  const std::vector<QueryWord> mended = std::move(query.words);
  query = parse_query(query.text, true);
  query.words = parted(query.words);
  for (QueryWord& word : query.words) {
    const auto same = std::find_if(mended.begin(), mended.end(),
                                   [&](const QueryWord& other) { return other.form == word.form; });
    if (same == mended.end()) continue;
    word.prefix = same->prefix;
    word.stem = same->stem;
    word.others = same->others;
    word.guessed = same->guessed;
    word.count = std::max(word.count, same->count);
  }
}

// Whether some document has each word of the chain `words[chain]`.
bool Corrector::has_known_words(const std::vector<QueryWord>& words, std::size_t chain) const {
  for (std::size_t i = chain + 1; i < words.size() && words[i].in_chain; ++i) {
    if (!words[i].is_chain && !is_known(words[i])) return false;
  }
  return true;
}

// Whether `words[i]` is a chain that none has, like one that some have, and one of its words is unknown, too.
bool Corrector::is_misspelled_chain(const std::vector<QueryWord>& words, std::size_t i) {
  if (!words[i].is_chain || is_known(words[i]) || has_known_words(words, i)) return false;
  return !guesses_for(lists_, words[i].folded).empty();
}

void Corrector::propose(const std::vector<QueryWord>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const QueryWord& chain = words[i];
    if (!chain.is_chain || !is_correctable(chain.folded) || is_known(chain) || !has_known_words(words, i)) continue;
    if (store_.is_lacking() || !lists_.exists()) return;
    const std::vector<Neighbour> near = words_within(lists_, chain.folded, 1);
    if (near.empty() || near[0].word.count < 2) continue;
    answer_.proposals.push_back(chain.form);
    answer_.proposals.push_back(near[0].word.form);
  }
}

// What the run of `pairs`, overlapping tokens of `text`, was meant to be; empty where it may be right.
std::string Corrector::mended(std::string_view text, std::span<const Token> pairs) {
  std::vector<bool> known;
  Scorer scorer(store_.root().document_count, Weighing());
  for (const Token& pair : pairs) {
    const std::string form = word_form(text.substr(pair.begin, pair.end - pair.begin));
    const WordMatch match = match_word(store_, {form, fold(form), Prefix::kNone, {}});
    scorer.add(match);
    known.push_back(!match.empty());
  }
  if (store_.is_lacking() || !lists_.exists()) return {};
  const std::string_view typed = text.substr(pairs.front().begin, pairs.back().end - pairs.front().begin);
  const std::u32string form = unspaced_form(typed);
  if (std::all_of(form.begin(), form.end(), is_south_east_asian)) {
    return has_complete_hit(scorer) ? std::string() : mended_words(lists_, form);
  }
  const bool all_known = std::find(known.begin(), known.end(), false) == known.end();
  if (all_known) return {};
  const std::u32string run = characters_of(typed);
  return run.size() == pairs.size() + 1 ? mended_run(lists_, run, known) : std::string();
}

void Corrector::correct_runs(Query& query) {
  std::vector<Token> tokens;
  tokenize(query.text, 0, tokens);
  const std::string_view typed = query.text;
  std::string text;
  std::size_t done = 0;
  const auto is_no_pair = [](const Token& token) { return token.kind != TokenKind::kPair; };
  for (auto begin = tokens.begin(); begin != tokens.end();) {
    const auto end = std::find_if(begin, tokens.end(), is_no_pair);
    std::string meant = begin == end ? std::string() : mended(typed, {begin, end});
    if (!meant.empty()) {
      text.append(typed.substr(done, begin->begin - done)).append(meant);
      done = std::prev(end)->end;
      const std::string_view run = typed.substr(begin->begin, done - begin->begin);
      answer_.corrections.push_back({std::string(run), std::move(meant), Correction::kSpelling});
    }
    begin = end == tokens.end() ? end : std::next(end);
  }
  if (done == 0) return;
  query.text = text.append(typed.substr(done));
  read_again(query);
}

void Corrector::correct(Query& query) {
  correct_runs(query);
  correct_words(query);
}

// Whether the blocks of all words are there: until then their parts, which only unknown ones need, are not asked for.
bool Corrector::has_blocks_of(const std::vector<QueryWord>& words) const {
  for (const QueryWord& word : words) match_word(store_, word);
  return !store_.is_lacking();
}

void Corrector::correct_words(Query& query) {
  if (!has_blocks_of(query.words)) return;
  const std::vector<QueryWord> words = parted(query.words);
  propose(words);
  std::vector<bool> known;
  bool all_known = true;
  for (const QueryWord& word : words) {
    known.push_back(word.is_chain || begins_mended(word.folded) || is_known(word));
    all_known = all_known && known.back() && word.stem.empty();
  }
  if (all_known || store_.is_lacking() || !lists_.exists()) return;
  query.words.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool pair = i + 1 < words.size() && !words[i].is_chain && !(known[i] && known[i + 1]);
    if (pair && join(words[i], words[i + 1], query)) {
      ++i;
    } else if (is_misspelled_chain(words, i)) {
      respell(words[i], query);
      while (i + 1 < words.size() && words[i + 1].in_chain) ++i;
    } else if (known[i] || !is_correctable(words[i].folded)) {
      QueryWord word = words[i];
      if (!word.stem.empty() && is_correctable(word.folded)) add_near(word);
      add_once(query.words, std::move(word));
    } else {
      respell(words[i], query);
    }
  }
  read_again(query);
}

}  // namespace catchword
