#include "build/document_terms.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>

#include "analysis/tokenizer.h"

namespace catchword {
namespace {

constexpr Position kNowhere = std::numeric_limits<Position>::max();

struct Occurrence {
  FormId form;
  Position position;    // kNowhere for link text
  std::uint16_t block;  // text block, counted from the document's first
  std::uint8_t field;   // index of the Field bit
  std::uint8_t weight;
  LanguageId language;
  bool has_place;  // else no phrase asks for it
  bool is_identifier;
};

std::uint8_t index_of(Field field) {
  return static_cast<std::uint8_t>(std::countr_zero(static_cast<unsigned>(field)));
}

class Collector {
 public:
  explicit Collector(Lexicon& lexicon) : lexicon_(lexicon) {}

  /// The words of the body that come next are the lead.
  void begin_lead() { lead_left_ = kLeadTokens; }

  /// The language of the texts that are added from now on.
  void set_language(LanguageId language) { language_ = language; }

  /// The body's text that comes next stands at `begin` of its passage, which has these terms. They outlive the text.
  void begin_terms(std::span<const DefinedTerm> terms, std::size_t begin) {
    terms_ahead_ = terms;
    line_ = begin;
  }

  /// Adds a text of `field` behind those before it, in block `block`.
  void add(std::string_view text, Field field, std::uint32_t block, int weight) {
    begin_block(block);
    add_lines(text, field, offset_, weight);
  }

  /// Adds what continues the line before it, in the next block. Its positions go on, so that a
  /// phrase may stand across the cut; that they count as the block's before only moves a snippet.
  void add_rest(std::string_view text, Field field, std::uint32_t block, int weight) {
    text_block_ = block;
    const bool full = offset_ > kPositionsPerBlock / 2;
    if (full) begin_block(block);
    add_lines(text, field, full ? offset_ : line_end_, weight);
  }

  /// Adds a value of `key`, and each of its words once more as ":key:word" (docs/FORMAT.md, "Words of
  /// one key").
  void add_metadata(std::string_view key, std::string_view value) {
    add(value, kMetadata, 0, 1);
    std::string word;
    for (const Token& token : tokens_) {
      word.assign(":").append(key).append(":");
      word.append(value.substr(token.begin, token.end - token.begin));
      add_word(word, token, kMetadata, 1);
    }
  }

  void add_link(const LinkText& link) {
    add_tokens(link.text, kLinkText, 0, std::min<int>(link.weight, 255));
    for (std::size_t i = first_new_; i < occurrences_.size(); ++i) {
      occurrences_[i].position = kNowhere;
      occurrences_[i].has_place = false;
    }
  }

  DocumentTerms finish() {
    sort_by_form();
    reserve();
    for (std::size_t at = 0; at < occurrences_.size();) at = count_word(at);
    return std::move(terms_);
  }

 private:
  // By form, then by position: a radix sort (Knuth, "The Art of Computer Programming", 5.2.5) by form leaves those of a
  // form as they stand in the text, which mostly is by position.
  void sort_by_form() {
    constexpr int kDigitBits = 11;
    FormId most = 0;
    for (const Occurrence& one : occurrences_) most = std::max(most, one.form);
    std::vector<Occurrence> sorted(occurrences_.size());
    for (int shift = 0; shift < 32 && most >> shift != 0; shift += kDigitBits) {
      std::array<std::uint32_t, (1 << kDigitBits) + 1> begins{};
      const auto digit = [shift](const Occurrence& one) { return one.form >> shift & ((1u << kDigitBits) - 1); };
      for (const Occurrence& one : occurrences_) ++begins[digit(one) + 1];
      std::partial_sum(begins.begin(), begins.end(), begins.begin());
      for (const Occurrence& one : occurrences_) sorted[begins[digit(one)]++] = one;
      occurrences_.swap(sorted);
    }
    const auto is_before = [](const Occurrence& a, const Occurrence& b) { return a.position < b.position; };
    for (auto begin = occurrences_.begin(), end = begin; begin != occurrences_.end(); begin = end) {
      end = std::find_if(begin, occurrences_.end(), [&](const Occurrence& one) { return one.form != begin->form; });
      if (!std::is_sorted(begin, end, is_before)) std::stable_sort(begin, end, is_before);
    }
  }

  // Exactly, or nearly, what `count_word` will add: all documents' words are in memory together.
  void reserve() {
    std::size_t forms = 0;
    std::size_t places = 0;
    for (std::size_t i = 0; i < occurrences_.size(); ++i) {
      forms += i == 0 || occurrences_[i].form != occurrences_[i - 1].form;
      places += occurrences_[i].has_place;
    }
    terms_.words.reserve(forms);
    terms_.positions.reserve(places);
  }

  void begin_block(std::uint32_t block) {
    text_block_ = block;
    if (block == block_ || block >= kMostPositionBlocks) return;
    block_ = block;
    offset_ = 0;
  }

  // Each line begins at a multiple of kPlacesPerLine, at least one place behind the line before: no
  // phrase spans two, and an edit moves the words of its own line only.
  void add_lines(std::string_view text, Field field, Position begin, int weight) {
    while (!text.empty()) {
      const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
      term_size_ = field == kBody ? take_term(size) : 0;
      line_end_ = add_tokens(text.substr(0, size), field, begin, weight);
      if (line_end_ != begin) offset_ = (line_end_ / kPlacesPerLine + 1) * kPlacesPerLine;
      begin = offset_;
      text.remove_prefix(size);
    }
  }

  // Bytes of the term that the next line of the body, of `size` bytes, begins with.
  std::size_t take_term(std::size_t size) {
    while (!terms_ahead_.empty() && terms_ahead_.front().begin < line_) terms_ahead_ = terms_ahead_.subspan(1);
    const bool has_term = !terms_ahead_.empty() && terms_ahead_.front().begin == line_;
    line_ += size;
    return has_term ? terms_ahead_.front().end - terms_ahead_.front().begin : 0;
  }

  // Returns the offset behind the last token.
  Position add_tokens(std::string_view text, Field field, Position offset, int weight) {
    tokens_.clear();
    first_new_ = occurrences_.size();
    if (weight == 0) return offset;  // shown and not found
    const Position end = tokenize(text, offset, tokens_);
    for (const Token& token : tokens_) {
      const bool is_term = field == kBody && token.begin < term_size_;
      add_word(text.substr(token.begin, token.end - token.begin), token, is_term ? kHeading : field, weight);
    }
    if (field != kLinkText) terms_.lengths[index_of(field)] += end - offset;
    return std::min(end, kPositionsPerBlock - 1);
  }

  // What an occurrence counts; takes from what is left of the lead.
  std::uint8_t count_of(Field field, int weight) {
    if (field == kBody && lead_left_ > 0) {
      --lead_left_;
      weight *= kLeadWeight;
    }
    return static_cast<std::uint8_t>(std::min(weight, 255));
  }

  // An occurrence of `word` where `token` is.
  void add_word(std::string_view word, const Token& token, Field field, int weight) {
    const FormId form = lexicon_.id_of(word);
    if (form == Lexicon::kNone) return;
    const Position place = std::min(token.position, kPositionsPerBlock - 1);
    occurrences_.push_back({form, block_ * kPositionsPerBlock + place,
                            static_cast<std::uint16_t>(std::min(text_block_, 0xFFFFu)),
                            index_of(field), count_of(field, weight), language_,
                            catchword::has_place(token.kind), token.kind == TokenKind::kIdentifier});
  }

  // The occurrences of one form, from `at` on; returns the end.
  std::size_t count_word(std::size_t at) {
    WordCount word;
    word.form = occurrences_[at].form;
    word.language = occurrences_[at].language;
    word.is_identifier = true;
    word.position_begin = static_cast<std::uint32_t>(terms_.positions.size());
    std::uint16_t run_block = 0;
    std::uint32_t run = 0;
    std::uint32_t best = 0;
    for (; at < occurrences_.size() && occurrences_[at].form == word.form; ++at) {
      const Occurrence& occurrence = occurrences_[at];
      word.is_identifier = word.is_identifier && occurrence.is_identifier;
      std::uint16_t& count = word.counts[occurrence.field];
      count = static_cast<std::uint16_t>(std::min(count + occurrence.weight, 0xFFFF));
      const bool again = terms_.positions.size() > word.position_begin &&
                         terms_.positions.back() == occurrence.position;
      if (occurrence.has_place && !again) terms_.positions.push_back(occurrence.position);
      if (occurrence.field != index_of(kBody) && occurrence.field != index_of(kHeading)) continue;
      run = occurrence.block == run_block ? run + 1 : 1;
      run_block = occurrence.block;
      if (run > best) {
        best = run;
        word.best_block = run_block;
      }
    }
    word.position_end = static_cast<std::uint32_t>(terms_.positions.size());
    terms_.words.push_back(word);
    return at;
  }

  Lexicon& lexicon_;
  std::vector<Token> tokens_;
  std::vector<Occurrence> occurrences_;
  DocumentTerms terms_;
  std::size_t first_new_ = 0;
  std::size_t lead_left_ = 0;
  std::span<const DefinedTerm> terms_ahead_;
  std::size_t line_ = 0;       // of the body, an offset in its passage
  std::size_t term_size_ = 0;  // bytes of the line's beginning that count as a heading
  LanguageId language_ = 0;
  std::uint32_t text_block_ = 0;
  std::uint32_t block_ = 0;  // the one that positions count from
  Position offset_ = 0;     // where the next line begins
  Position line_end_ = 0;   // behind the last token
};

void add_pieces(const Document& document, const DocumentLayout& layout,
                const Languages& languages, Collector& collector) {
  const LanguageId own = languages.id_of(document.language);
  for (const Piece& piece : pieces_of(document, layout)) {
    const Passage& passage = document.passages[piece.passage];
    collector.set_language(passage.language.empty() ? own : languages.id_of(passage.language));
    collector.begin_terms(passage.terms, piece.begin);
    const auto text = std::string_view(passage.text).substr(piece.begin, piece.end - piece.begin);
    if (piece.begin > 0 && passage.text[piece.begin - 1] != '\n') {
      collector.add_rest(text, kBody, piece.block, passage.weight);
      continue;
    }
    if (piece.begin == 0) collector.add(passage.heading, kHeading, piece.block, passage.weight);
    collector.add(text, kBody, piece.block, passage.weight);
  }
}

}  // namespace

DocumentTerms analyze(const Document& document, const DocumentLayout& layout,
                      std::span<const LinkText> links, const Languages& languages,
                      Lexicon& lexicon) {
  Collector collector(lexicon);
  const LanguageId language = languages.id_of(document.language);
  collector.set_language(language);
  collector.add(document.title, kTitle, 0, 1);
  for (const Metadata& entry : document.metadata) {
    if (!entry.searchable) continue;
    for (const std::string& value : entry.values) collector.add_metadata(entry.key, value);
  }
  if (document.passages.size() > 1) collector.begin_lead();
  add_pieces(document, layout, languages, collector);
  collector.set_language(language);
  for (const LinkText& link : links) collector.add_link(link);
  return collector.finish();
}

}  // namespace catchword
