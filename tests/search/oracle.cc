#include "search/oracle.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <optional>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

#include "analysis/stemmer.h"
#include "analysis/tokenizer.h"
#include "analysis/word.h"
#include "build/id_hashes.h"
#include "build/languages.h"
#include "build/link_texts.h"
#include "build/ranking.h"
#include "build/term_layout.h"
#include "index/impact.h"
#include "query/expression.h"
#include "query/relaxation.h"
#include "search/matcher.h"
#include "search/scorer.h"
#include "support/must.h"

namespace catchword::test {
namespace {

constexpr std::uint64_t kFarApart = 1 << 20;

std::size_t field_index(Field field) { return std::countr_zero(static_cast<unsigned>(field)); }

}  // namespace

struct Oracle::Count {
  std::map<std::string, FieldCounts> words;
  DocumentTerms lengths;
  std::map<std::string, LanguageId> languages;
};

// What one word of a query stands for.
struct Oracle::Match {
  std::map<std::string, Kinship> forms;
  std::map<std::size_t, std::uint8_t> best;  // page -> impact, of completions cut short
  std::uint32_t documents = 0;               // that have one of these

  [[nodiscard]] bool empty() const { return forms.empty() && best.empty(); }
};

// Words so far, and for each page its score and how many of the words it has.
struct Oracle::Tally {
  struct Account {
    std::uint32_t score = 0;
    std::size_t words = 0;
    bool found = false;  // has a word, evidence or not
    TitleCover title;
    std::set<std::uint64_t> places_before;  // in the title, of the query's word before
  };
  std::vector<Account> accounts;
  Weighing weighing;
  std::size_t words = 0;
  bool knows_chain = false;  // the last one
  bool chain_is_number = false;
  OracleAnswer answer;
};

namespace {

// Counts one document's texts one after another.
class Counter {
 public:
  Counter(std::map<std::string, FieldCounts>& words, DocumentTerms& lengths)
      : words_(words), lengths_(lengths) {}

  // A text that begins far behind the last one, or goes on where that one ends.
  void add(std::string_view text, Field field, int weight, bool goes_on = false) {
    if (weight == 0) return;
    if (!goes_on) position_ += kFarApart;
    std::vector<Token> tokens;
    const std::uint32_t length = tokenize(text, 0, tokens);
    for (const Token& token : tokens) {
      const std::string form = word_form(text.substr(token.begin, token.end - token.begin));
      languages.try_emplace(form, language);
      std::uint16_t& count = words_[form][field_index(field)];
      const int times = field == kBody && lead_left > 0 ? weight * kLeadWeight : weight;
      if (field == kBody && lead_left > 0) --lead_left;
      count = static_cast<std::uint16_t>(std::min(count + times, 0xFFFF));
      if (field == kLinkText || !has_place(token.kind)) continue;
      found.emplace_back(position_ + token.position, form);
    }
    if (field != kLinkText) lengths_.lengths[field_index(field)] += length;
    position_ += length;
  }

  void add_lines(std::string_view text, Field field, int weight, bool goes_on) {
    for (std::size_t at = 0; at < text.size(); goes_on = false) {
      const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
      add(text.substr(at, end - at), field, weight, goes_on);
      at = end;
    }
  }

  std::vector<std::pair<std::uint64_t, std::string>> found;
  std::size_t lead_left = 0;
  LanguageId language = 0;                      // of the texts that are added
  std::map<std::string, LanguageId> languages;  // of each form, where it stands first

 private:
  std::map<std::string, FieldCounts>& words_;
  DocumentTerms& lengths_;
  std::uint64_t position_ = 0;
};

}  // namespace

Oracle::Count Oracle::count_words(const Document& document, const BlockSizes& sizes,
                                  const Languages& languages, Page& page) {
  Count count;
  Counter counter(count.words, count.lengths);
  const LanguageId own = counter.language = languages.id_of(document.language);
  counter.add(document.title, kTitle, 1);
  for (const auto& [position, form] : counter.found) {
    const std::uint64_t place = position - counter.found[0].first;
    if (place < kLastTitlePlace) page.title_places.emplace(form, place);
  }
  for (const Metadata& entry : document.metadata) {
    if (!entry.searchable) continue;
    for (const std::string& value : entry.values) counter.add(value, kMetadata, 1);
  }
  if (document.passages.size() > 1) counter.lead_left = kLeadTokens;
  // No phrase crosses a line's end; where a line is cut, one does.
  for (const Piece& piece : cut_document(document, sizes).pieces) {
    const Passage& passage = document.passages[piece.passage];
    const bool goes_on = piece.begin > 0 && passage.text[piece.begin - 1] != '\n';
    counter.language = passage.language.empty() ? own : languages.id_of(passage.language);
    if (piece.begin == 0) counter.add(passage.heading, kHeading, passage.weight);
    const auto text = std::string_view(passage.text).substr(piece.begin, piece.end - piece.begin);
    counter.add_lines(text, kBody, passage.weight, goes_on);
  }
  for (const auto& [position, form] : counter.found) page.words.push_back({position, fold(form)});
  count.languages = std::move(counter.languages);
  return count;
}

Oracle::Oracle(const std::vector<Document>& documents, const BuildOptions& options,
               const Root& root)
    : root_(root), pages_(documents.size()) {
  const std::vector<std::uint64_t> ids = must(hash_ids(documents));
  const std::vector<std::vector<LinkText>> links = must(collect_link_texts(documents, ids));
  const std::vector<std::uint32_t> linking = must(count_linking_pages(documents, ids));
  const Languages languages = must(Languages::find(documents, options.language));
  std::map<std::string, std::array<std::size_t, Languages::kMost>> documents_in;
  std::vector<Count> counts;
  LengthNormalizer lengths;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    pages_[i].id = documents[i].id;
    Count& count = counts.emplace_back(count_words(documents[i], options.text_blocks, languages, pages_[i]));
    Counter counter(count.words, count.lengths);
    counter.language = languages.id_of(documents[i].language);
    for (const LinkText& link : links[i]) counter.add(link.text, kLinkText, link.weight);
    lengths.add(count.lengths);
    count.languages.merge(counter.languages);
    for (const auto& [form, language] : count.languages) ++documents_in[form][language];
  }
  lengths.finish();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const FieldFactors factors =
        field_factors(counts[i].lengths, linking[i], lengths, options.weights);
    pages_[i].title_words = std::min<std::uint32_t>(counts[i].lengths.lengths[0], kMostTitleWords);
    for (const auto& [form, fields] : counts[i].words) {
      if (fields[field_index(kTitle)] != 0) pages_[i].title.insert(form);
      const auto& counts_of = documents_in.at(form);
      const std::size_t with = std::accumulate(counts_of.begin(), counts_of.end(), std::size_t{0});
      pages_[i].impacts[form] =
          rounded_impact(impact_of(fields, factors).impact, impact_step(with, documents.size()));
      if (forms_.count(form) != 0) continue;
      const auto most = std::max_element(counts_of.begin(), counts_of.end());
      const auto language = static_cast<std::size_t>(most - counts_of.begin());
      const std::string code = languages.codes().empty() ? "" : languages.codes()[language];
      forms_.emplace(form, Form{fold(form), Stemmer(code).stem(form)});
    }
  }
}

void Oracle::find_forms(const std::string& folded, const std::string& form, Match& match) const {
  const Kinship other = form == folded || forms_.count(form) == 0 ? Kinship::kFolded : Kinship::kInflection;
  for (const auto& [candidate, known] : forms_) {
    if (known.folded != folded) continue;
    match.forms.emplace(candidate, candidate == form ? Kinship::kForm : other);
  }
}

void Oracle::find_kin(Match& match) const {
  std::set<std::string> stems;
  for (const auto& [form, kinship] : match.forms) stems.insert(forms_.at(form).stem);
  for (const auto& [form, known] : forms_) {
    if (stems.count(known.stem) != 0) match.forms.emplace(form, Kinship::kInflection);
  }
}

// Of a word with accents those that begin with these, if any does.
void Oracle::find_completions(const QueryWord& word, Match& match) const {
  const std::string& prefix = word.folded;
  if (root_.terms.last_block_of(prefix) - root_.terms.block_of(prefix) >= kMostPrefixBlocks) {
    return cut_completions(prefix, match);
  }
  const Kinship kinship = word.prefix == Prefix::kCharacter ? Kinship::kForm : Kinship::kCompletion;
  const std::size_t before = match.forms.size();
  for (const auto& [form, known] : forms_) {
    if (word.form != prefix && form.starts_with(word.form)) match.forms.emplace(form, kinship);
  }
  if (match.forms.size() != before) return;
  for (const auto& [form, known] : forms_) {
    if (known.folded.starts_with(prefix)) match.forms.emplace(form, kinship);
  }
}

// A prefix of very many words is answered by the documents that have the best of them.
void Oracle::cut_completions(const std::string& prefix, Match& match) const {
  std::vector<std::pair<std::size_t, std::uint8_t>> best;
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    std::optional<std::uint8_t> impact;
    for (const auto& [form, value] : pages_[page].impacts) {
      if (forms_.at(form).folded.starts_with(prefix)) impact = std::max(impact.value_or(0), value);
    }
    if (impact) best.emplace_back(page, *impact);
  }
  match.documents = static_cast<std::uint32_t>(best.size());
  std::stable_sort(best.begin(), best.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  best.resize(std::min(best.size(), kMostCompletionPostings));
  match.best.insert(best.begin(), best.end());
}

// The forms with the stem that an unknown form has in the first language where there are any.
void Oracle::find_by_stem(const std::string& form, Match& match) const {
  std::istringstream languages(root_.languages);
  bool first = true;
  for (std::string language; match.forms.empty() && languages >> language; first = false) {
    const std::string stem = Stemmer(language).stem(form);
    if (!first && stem.size() < 3) continue;
    for (const auto& [candidate, known] : forms_) {
      if (known.stem == stem) match.forms.emplace(candidate, Kinship::kInflection);
    }
  }
}

Oracle::Match Oracle::match(const QueryWord& word) const {
  Match match;
  find_forms(word.folded, word.form, match);
  find_kin(match);
  if (word.prefix != Prefix::kNone) find_completions(word, match);
  return match;
}

void Oracle::add_match(const Match& match, const std::string& form, Tally& tally,
                       std::uint32_t count, bool is_evidence) const {
  std::vector<WordFrequency> found;
  std::uint32_t with_own = 0;
  std::uint32_t with_word = 0;
  std::uint32_t with_any = 0;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const WordFrequency& frequency = found.emplace_back(frequency_in(match, i, tally.weighing));
    with_own += frequency.own != 0 ? 1 : 0;
    with_word += frequency.all != 0 ? 1 : 0;
    with_any += frequency.empty() ? 0 : 1;
  }
  const auto all = static_cast<std::uint32_t>(pages_.size());
  WordRarity rarity{inverse_document_frequency(with_own, all),
                          inverse_document_frequency(with_word, all),
                          inverse_document_frequency(std::max(with_any, match.documents), all)};
  if (!is_title(match)) rarity.unfinished = rarity.all - rarity.completion;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (found[i].empty()) {
      tally.accounts[i].places_before.clear();
      continue;
    }
    tally.accounts[i].found = true;
    if (is_evidence) ++tally.accounts[i].words;
    tally.accounts[i].score += count * word_score(found[i], rarity, tally.weighing);
    add_title(match, i, rarity, tally);
  }
  if (is_evidence) ++tally.words;
  if (match.empty()) tally.answer.unknown.push_back(form);
  if (match.documents > match.best.size()) tally.answer.exact = false;
}

// Whether the form as typed, in any spelling, stands in a title.
bool Oracle::is_title(const Match& match) const {
  return std::any_of(match.forms.begin(), match.forms.end(), [&](const auto& known) {
    if (known.second > Kinship::kFolded) return false;
    return std::any_of(pages_.begin(), pages_.end(),
                       [&](const Page& page) { return page.title.count(known.first) != 0; });
  });
}

void Oracle::add_title(const Match& match, std::size_t page, const WordRarity& rarity,
                       Tally& tally) const {
  InTitle how = InTitle::kNot;
  std::set<std::uint64_t> places;
  for (const auto& [form, kinship] : match.forms) {
    if (pages_[page].title.count(form) == 0) continue;
    const auto place = pages_[page].title_places.find(form);
    if (place != pages_[page].title_places.end()) places.insert(place->second);
    if (kinship == Kinship::kCompletion) how = std::max(how, InTitle::kCompleted);
    else if (kinship == Kinship::kInflection) how = std::max(how, InTitle::kInflected);
    else how = InTitle::kOwn;
  }
  std::set<std::uint64_t>& before = tally.accounts[page].places_before;
  const bool follows = std::any_of(before.begin(), before.end(), [&](auto place) { return places.count(place + 1) != 0; });
  before = places;
  if (how == InTitle::kNot) return;
  TitleCover& title = tally.accounts[page].title;
  title.words = pages_[page].title_words;
  cover_title(title, title_rarity(how, rarity, tally.weighing), follows, tally.weighing);
}

WordFrequency Oracle::frequency_in(const Match& match, std::size_t page,
                                   const Weighing& weighing) const {
  WordFrequency sum;
  const auto weighted = [&](std::uint8_t impact, Kinship kinship) {
    return std::max(frequency_of(impact) * weight_of(kinship, weighing) >> 8, 1u);
  };
  for (const auto& [form, kinship] : match.forms) {
    const auto impact = pages_[page].impacts.find(form);
    if (impact == pages_[page].impacts.end()) continue;
    const std::uint32_t value = weighted(impact->second, kinship);
    if (kinship == Kinship::kCompletion) {
      sum.completion = std::max(sum.completion, value);
      continue;
    }
    sum.all += value;
    if (kinship != Kinship::kInflection) sum.own += value;
  }
  if (const auto best = match.best.find(page); best != match.best.end()) {
    sum.completion = std::max(sum.completion, weighted(best->second, Kinship::kCompletion));
  }
  return sum;
}

// A name that no document has is looked for by its parts, a chain by its words. These are what a document must have, but
// for a number that some document has.
void Oracle::add_word(const QueryWord& word, Tally& tally) const {
  Match found = match(word);
  if (word.in_chain && tally.knows_chain) {
    if (!found.empty()) add_match(found, word.form, tally, word.count, !word.is_chain && !tally.chain_is_number);
    return;
  }
  if (word.is_chain) {
    tally.knows_chain = !found.empty();
    if (found.empty()) return;
    tally.chain_is_number = word.folded.find_first_of("0123456789") != word.folded.npos;
    return add_match(found, word.form, tally, word.count, tally.chain_is_number);
  }
  const bool is_number = word.folded[0] >= '0' && word.folded[0] <= '9';
  const bool may_be_inflected = word.parts.empty() && word.prefix != Prefix::kCharacter && !is_number;
  if (found.empty() && may_be_inflected) find_by_stem(word.form, found);
  if (!found.empty() || word.parts.empty()) return add_match(found, word.form, tally, word.count);
  for (std::size_t i = 0; i < word.parts.size(); ++i) {
    const Prefix prefix = i + 1 == word.parts.size() ? word.prefix : Prefix::kNone;
    add_match(match({word.parts[i], word.parts[i], prefix, {}}), word.parts[i], tally, 1);
  }
}

// A character of a script without spaces that stands alone in a phrase stands for the pairs that begin with it.
bool Oracle::is_character(const std::string& folded) {
  std::vector<Token> tokens;
  tokenize(folded, 0, tokens);
  return tokens.size() == 1 && tokens[0].kind == TokenKind::kLast;
}

void Oracle::add_phrase_word(const std::string& word, Tally& tally) const {
  if (is_character(word)) return add_match(match({word, word, Prefix::kCharacter, {}}), word, tally, 1);
  Match match;
  find_forms(word, word, match);
  add_match(match, word, tally, 1);
}

bool Oracle::has_phrase(const Page& page, const QueryPhrase& phrase) {
  const auto is_word = [](const Occurrence& occurrence, const std::string& word) {
    return occurrence.folded == word || (is_character(word) && occurrence.folded.starts_with(word));
  };
  const auto stands = [&](std::uint64_t position, const std::string& word) {
    return std::any_of(page.words.begin(), page.words.end(), [&](const Occurrence& occurrence) {
      return occurrence.position == position && is_word(occurrence, word);
    });
  };
  return std::any_of(page.words.begin(), page.words.end(), [&](const Occurrence& first) {
    if (!is_word(first, phrase.words[0])) return false;
    for (std::size_t i = 1; i < phrase.words.size(); ++i) {
      if (!stands(first.position + phrase.offsets[i], phrase.words[i])) return false;
    }
    return true;
  });
}

OracleAnswer Oracle::rank(const Query& query, Tally tally) const {
  OracleAnswer answer = std::move(tally.answer);
  std::vector<std::tuple<bool, std::uint32_t, std::size_t>> ranked;  // behind, ~score, page
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const auto stands = [&](const QueryPhrase& phrase) { return has_phrase(pages_[i], phrase); };
    if (!tally.accounts[i].found) continue;
    if (!std::all_of(query.phrases.begin(), query.phrases.end(), stands)) continue;
    const bool partial = tally.accounts[i].words < tally.words;
    answer.complete += partial ? 0 : 1;
    std::uint32_t score = tally.accounts[i].score + title_score(tally.accounts[i].title, tally.weighing);
    if (!partial) score += score / kCompletePart;
    ranked.emplace_back(partial && tally.words <= kShortQuery, ~score, i);
  }
  std::sort(ranked.begin(), ranked.end());
  answer.total = static_cast<std::uint32_t>(ranked.size());
  for (const auto& [behind, inverse, page] : ranked) {
    const bool partial = tally.accounts[page].words < tally.words;
    answer.hits.push_back({pages_[page].id, ~inverse, partial});
  }
  return answer;
}

Oracle::Tally Oracle::begin(std::size_t words) const {
  Tally tally;
  tally.accounts.resize(pages_.size());
  tally.weighing = Weighing::of(words);
  return tally;
}

OracleAnswer Oracle::search_strictly(const Query& query) const {
  Tally tally = begin(query.word_count());
  for (const QueryWord& word : query.words) add_word(word, tally);
  for (const QueryPhrase& phrase : query.phrases) {
    for (const std::string& word : phrase.words) add_phrase_word(word, tally);
  }
  return rank(query, std::move(tally));
}

// By the words of a query, wherever they stand.
OracleAnswer Oracle::search_words(std::string_view text, bool complete) const {
  Expression words = parse_expression(text, complete);
  relax(words);
  Tally tally = begin(words.children.size());
  std::set<std::string> seen;
  for (const Expression& child : words.children) {
    if (seen.insert(child.word.form).second) add_word(child.word, tally);
  }
  return rank({}, std::move(tally));
}

OracleAnswer Oracle::search(std::string_view text, bool complete) const {
  const Query query = parse_query(text, complete);
  OracleAnswer answer = search_strictly(query);
  if (query.phrases.empty()) return answer;
  OracleAnswer words = search_words(text, complete);
  if (answer.hits.empty() && !words.hits.empty()) answer.unknown = words.unknown;
  std::set<std::string> strict;
  for (const OracleHit& hit : answer.hits) strict.insert(hit.id);
  for (const OracleHit& hit : words.hits) {
    if (strict.count(hit.id) == 0) answer.hits.push_back({hit.id, hit.score, true});
  }
  answer.total = static_cast<std::uint32_t>(answer.hits.size());
  answer.exact = answer.exact && words.exact;
  return answer;
}

}  // namespace catchword::test
