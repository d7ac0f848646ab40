// Evaluator: what an expression says of each document.
//
// At the top of an expression, words are evidence: a document that lacks one is a partial match. All
// else is a condition, a set of documents that a result must be in; its words are scored and marked, but
// not counted. So ranking is the same as for plain words.
#pragma once

#include <string_view>
#include <vector>

#include "query/document_list.h"
#include "query/expression.h"
#include "query/full_answer.h"
#include "query/leaf_match.h"
#include "search/search.h"

namespace catchword {

/// Puts words in the place of conditions on keys that no document has: what can't be meant is read as
/// words. When a block is missing, the store knows so.
void read_unknown_keys_as_words(BlockStore& store, Expression& expression);

/// Whether it is words and phrases alone, which the lean searcher's way answers.
bool is_plain(const Expression& expression);

/// How many words stand by themselves at the top of `expression`.
std::size_t count_evidence(const Expression& expression);

/// Tells `search` the words and the conditions of `expression`, which it borrows.
void evaluate(const Expression& expression, Search& search, FullAnswer& answer);

}  // namespace catchword
