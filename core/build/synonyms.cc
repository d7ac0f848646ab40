#include "build/synonyms.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "analysis/tokenizer.h"
#include "analysis/word.h"
#include "build/word_adder.h"

namespace catchword {
namespace {

std::span<const Position> positions_of(const DocumentTerms& terms, const WordCount& word) {
  return std::span(terms.positions)
      .subspan(word.position_begin, word.position_end - word.position_begin);
}

bool stands_at(std::span<const Position> positions, Position position) {
  return std::binary_search(positions.begin(), positions.end(), position);
}

}  // namespace

// As a phrase of a query: identifiers whole, chains by their words, pairs without the last character alone.
Synonyms::Phrase Synonyms::analyzed(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, tokens);
  Phrase phrase;
  std::uint32_t end = 0;
  for (const Token& token : tokens) {
    if (!is_in_phrases(token.kind)) continue;
    if (token.kind == TokenKind::kLast && token.end == end) continue;
    end = token.end;
    phrase.words.push_back(word_form(text.substr(token.begin, token.end - token.begin)));
    phrase.offsets.push_back(token.position);
  }
  return phrase;
}

// As Term::aliases has it.
std::string Synonyms::alias_of(const Phrase& phrase) {
  if (phrase.words.size() == 1) return phrase.words.front();
  std::string alias;
  for (const std::string& word : phrase.words) alias.append(word).append(" ");
  return alias;
}

Synonyms::Synonyms(std::span<const SynonymRule> synonyms) {
  for (const SynonymRule& synonym : synonyms) {
    for (const std::string& to : synonym.to) {
      Rule& rule = rules_.emplace_back(Rule{analyzed(to), {}});
      for (const std::string& from : synonym.from) {
        if (from == to) continue;
        for (std::string& word : analyzed(from).words) rule.added.push_back(std::move(word));
      }
    }
  }
}

// One document, its words by their forms.
class Synonyms::Applier {
 public:
  Applier(DocumentTerms& terms, Lexicon& lexicon)
      : terms_(terms), lexicon_(lexicon), adder_(terms) {}

  void apply(const Rule& rule) {
    std::vector<WordCount> words;
    for (const std::string& form : rule.found.words) {
      const WordCount* word = adder_.find(lexicon_.known_id_of(form));
      if (word == nullptr) return;
      words.push_back(*word);
    }
    if (words.empty() || !stand_together(words, rule.found.offsets)) return;
    for (const std::string& form : rule.added) adder_.add(lexicon_.id_of(form), rarest(words));
  }

 private:
  [[nodiscard]] bool stand_together(const std::vector<WordCount>& words,
                                    const std::vector<std::uint32_t>& offsets) const {
    if (words.size() == 1) return true;
    const auto first = positions_of(terms_, words[0]);
    return std::any_of(first.begin(), first.end(), [&](Position begin) {
      for (std::size_t i = 1; i < words.size(); ++i) {
        const Position place = begin + offsets[i] - offsets[0];
        if (!stands_at(positions_of(terms_, words[i]), place)) return false;
      }
      return true;
    });
  }

  // The phrase stands no more often than its rarest word.
  static const WordCount& rarest(const std::vector<WordCount>& words) {
    return *std::min_element(words.begin(), words.end(), [](const auto& a, const auto& b) {
      return a.position_end - a.position_begin < b.position_end - b.position_begin;
    });
  }

  DocumentTerms& terms_;
  Lexicon& lexicon_;
  WordAdder adder_;
};

void Synonyms::add_to(DocumentTerms& terms, Lexicon& lexicon) const {
  Applier applier(terms, lexicon);
  for (const Rule& rule : rules_) applier.apply(rule);
}

void Synonyms::add_to(Aliases& aliases) const {
  for (const Rule& rule : rules_) {
    const std::string alias = alias_of(rule.found);
    for (const std::string& form : rule.added) aliases.add(form, alias);
  }
}

}  // namespace catchword
