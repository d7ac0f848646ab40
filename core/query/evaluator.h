// Evaluator: what an expression says of each document.
//
// At the top of an expression, words are evidence: a document that lacks one is a partial match. All
// else is a condition, a set of documents that a result must be in; its words are scored and marked, but
// not counted. So ranking is the same as for plain words. Conditions without words, exclusions and values,
// let documents through as filters do.
#pragma once

#include <string_view>
#include <vector>

#include "query/document_list.h"
#include "query/expression.h"
#include "query/full_answer.h"
#include "query/phrase_marks.h"
#include "query/sources.h"
#include "search/search.h"

namespace catchword {

/// Whether documents must have words for it, and not only lack some or have values.
bool asks_words(const Expression& expression);

/// Whether it is words and phrases alone.
bool is_plain(const Expression& expression);

/// How many words stand by themselves at the top of `expression`.
std::size_t count_evidence(const Expression& expression);

/// Tells `search` the words and the conditions of `expression`, and `marks` its phrases; borrows these.
/// Returns whether a document meets the conditions on words, be it let through by the others or not.
/// REQUIRES: its keys are read (keys.h).
bool evaluate(const Expression& expression, const Sources& sources, Search& search, PhraseMarks& marks,
              FullAnswer& answer);

}  // namespace catchword
