// Answer: what a search returns, and its JSON, which the command line prints.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json_writer.h"
#include "index/vocabulary.h"
#include "index/text_block.h"
#include "search/highlighter.h"

namespace catchword {

struct ResultPassage {
  Snippet heading;
  std::string_view anchor;  ///< its place in the document, as TextPassage's
  Snippet snippet;
};

/// Borrows from the blocks of the searcher that made it.
struct SearchResult {
  DocId document = 0;
  std::uint32_t score = 0;
  bool partial = false;  ///< lacks a word of the query
  std::string_view id;
  std::string_view url;
  Snippet title;
  std::span<const TextMetadata> metadata;
  std::vector<ResultPassage> passages;  ///< best first, at least one unless the document has none
  std::uint32_t passage_count = 0;      ///< that have a word of the query, as far as they were looked at
};

/// Who can tell what a searcher can't.
enum class Beyond : std::uint8_t {
  kNobody,
  kSpeller,  ///< spelling/spelling_searcher.h
  kFull,     ///< query/full_searcher.h
};

struct Answer {
  Beyond beyond = Beyond::kNobody;   ///< when somebody, the rest says nothing
  std::vector<std::string> missing;  ///< when not empty, the rest says nothing
  std::uint32_t total = 0;           ///< documents with at least one word
  std::uint32_t complete = 0;        ///< documents with all
  bool exact = true;                 ///< false when a list was cut short, so more may match
  std::vector<std::string> unknown;  ///< words, as typed, that no document has
  bool chain_unknown = false;        ///< so is a chain, whatever its words
  std::vector<SearchResult> results;
  std::string interpretation;        ///< how the query was understood, as a query
  std::vector<std::string> proposals;  ///< by twos: what hardly any document has, or none; a likelier one
};

/// Parts of an answer's JSON (query/full_answer.h): that files are missing; what stands before the results;
/// the members of a result.
void write_missing(JsonWriter& json, const Answer& answer);
void write_counts(JsonWriter& json, const Answer& answer);
void write_result(JsonWriter& json, const SearchResult& result);

std::string to_json(const Error& error);

}  // namespace catchword
