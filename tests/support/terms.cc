#include "support/terms.h"

#include <algorithm>
#include <set>

#include "analysis/word.h"

namespace catchword::test {
namespace {

std::vector<std::string> arbitrary_strings() {
  return *rc::gen::resize(3, rc::gen::container<std::vector<std::string>>(arbitrary_word()));
}

Term arbitrary_term(std::string form) {
  Term term;
  term.form = std::move(form);
  term.folded = fold(term.form);
  term.stem = *rc::gen::oneOf(rc::gen::just(term.folded.substr(0, 3)),
                              rc::gen::just(term.folded + "e"), arbitrary_word());
  term.kin = arbitrary_strings();
  term.aliases = arbitrary_strings();
  term.likelier = arbitrary_strings();
  term.completion = *rc::gen::weightedElement<bool>({{9, false}, {1, true}});
  return term;
}

std::vector<Posting> arbitrary_postings(std::uint32_t collection) {
  const auto documents = *rc::gen::nonEmpty(
      rc::gen::container<std::set<DocId>>(rc::gen::inRange<DocId>(0, collection)));
  std::vector<Posting> postings;
  for (const DocId document : documents) {
    Posting posting = make_posting(document, *rc::gen::inRange<std::uint8_t>(0, kImpactLevels),
                                   *rc::gen::inRange<std::uint8_t>(1, 1 << kFieldCount));
    if (posting.fields & kTitle) {
      posting.title_words = *rc::gen::inRange<std::uint8_t>(1, kMostTitleWords + 1);
      posting.title_place = *rc::gen::inRange<std::uint8_t>(0, kNoTitlePlace + 1);
    }
    if (posting.fields & (kBody | kHeading))
      posting.best_block = *rc::gen::inRange<std::uint16_t>(0, 100);
    postings.push_back(posting);
  }
  return postings;
}

std::string describe(const Term& term, std::span<const Posting> postings) {
  std::string line = term.folded + "|" + term.form + "|" + term.stem +
                     (term.completion ? "|completion" : "") + "|" +
                     std::to_string(term.document_count);
  for (const std::string& kin : term.kin) line += "|" + kin;
  for (const std::string& alias : term.aliases) line += "|alias " + alias;
  for (const std::string& likelier : term.likelier) line += "|likelier " + likelier;
  for (const Posting& posting : postings) {
    line += " " + std::to_string(posting.document) + "," + std::to_string(posting.impact) + "," +
            std::to_string(posting.fields) + "," + std::to_string(posting.title_words) + "," +
            std::to_string(posting.title_place) + "," +
            std::to_string(posting.fields & (kBody | kHeading) ? posting.best_block : 0);
  }
  return line + "\n";
}

}  // namespace

Posting make_posting(DocId document, std::uint8_t impact, std::uint8_t fields,
                     std::uint16_t best_block) {
  Posting posting;
  posting.document = document;
  posting.impact = impact;
  posting.fields = fields;
  posting.title_words = fields & kTitle ? 1 : 0;
  posting.best_block = best_block;
  return posting;
}

std::vector<TermList> TermTable::lists() const {
  std::vector<TermList> lists;
  for (const Row& row : rows) lists.push_back({row.term, row.postings});
  return lists;
}

rc::Gen<std::string> arbitrary_word() {
  return rc::gen::map(rc::gen::nonEmpty(rc::gen::resize(
                          8, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
                                 std::vector<std::string>{"a", "b", "c", "é", "e", "漢", "_"})))),
                      [](const std::vector<std::string>& letters) {
                        std::string word;
                        for (const std::string& letter : letters) word += letter;
                        return word;
                      });
}

TermTable arbitrary_terms() {
  TermTable table;
  table.documents = *rc::gen::inRange<std::uint32_t>(1, 100000);
  const auto forms = *rc::gen::container<std::set<std::string>>(arbitrary_word());
  for (const std::string& form : forms) {
    TermTable::Row row{arbitrary_term(form), arbitrary_postings(table.documents)};
    row.term.document_count = static_cast<std::uint32_t>(row.postings.size());
    if (row.term.completion) row.term.document_count += *rc::gen::inRange<std::uint32_t>(0, 9);
    table.rows.push_back(std::move(row));
  }
  std::sort(table.rows.begin(), table.rows.end(),
            [](const auto& a, const auto& b) { return TermKey::of(a.term) < TermKey::of(b.term); });
  return table;
}

std::vector<PositionList> arbitrary_positions(const TermTable& table) {
  std::vector<PositionList> lists;
  for (const TermTable::Row& row : table.rows) {
    PositionList& list = lists.emplace_back();
    if (row.term.completion) continue;
    for (std::size_t i = 0; i < row.postings.size(); ++i) {
      const auto positions =
          *rc::gen::resize(6, rc::gen::container<std::set<Position>>(rc::gen::inRange<Position>(
                                  0, *rc::gen::element<Position>(20, 0x20000, 0x1000000, 0xFFFFFFFF))));
      list.positions.insert(list.positions.end(), positions.begin(), positions.end());
      list.starts.push_back(static_cast<std::uint32_t>(list.positions.size()));
    }
  }
  return lists;
}

Bytes encode_positions(const TermTable& table, const std::vector<PositionList>& lists) {
  std::vector<TermPositions> words;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const TermTable::Row& row = table.rows[i];
    if (!row.term.completion) words.push_back({row.postings, &lists[i]});
  }
  return encode_position_block(words);
}

std::string describe(const TermTable& table) {
  std::string text;
  for (const TermTable::Row& row : table.rows) text += describe(row.term, row.postings);
  return text;
}

std::string describe(const TermBlock& block) {
  std::string text;
  for (const TermBlock::Entry& entry : block.entries()) {
    text += describe(entry.term, block.postings(entry));
  }
  return text;
}

}  // namespace catchword::test
