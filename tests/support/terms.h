// Dictionaries with postings and positions, for tests of their blocks.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "index/impact.h"
#include "index/position_block.h"
#include "index/term_block.h"

namespace catchword::test {

Posting make_posting(DocId document, std::uint8_t impact, std::uint8_t fields,
                     std::uint16_t best_block = 0);

/// A dictionary with its lists, as TermBlock holds it.
struct TermTable {
  struct Row {
    Term term;
    std::vector<Posting> postings;
  };
  std::uint32_t documents = 0;
  std::vector<Row> rows;

  [[nodiscard]] std::vector<TermList> lists() const;  ///< borrows the rows
};

/// A short word of few letters, so that many share beginnings; now and then with an accent.
rc::Gen<std::string> arbitrary_word();

/// Call within a property.
TermTable arbitrary_terms();

/// For each row the positions of its postings; an empty list for completions.
std::vector<PositionList> arbitrary_positions(const TermTable& table);

/// The payload of the position block of `lists`, as the builder writes it: without completions.
Bytes encode_positions(const TermTable& table, const std::vector<PositionList>& lists);

/// All that a dictionary says, as text.
std::string describe(const TermTable& table);
std::string describe(const TermBlock& block);

}  // namespace catchword::test
