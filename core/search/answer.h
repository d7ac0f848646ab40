// Answer: what a search returns, and its JSON, which the command line prints and the page parses.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "index/vocabulary.h"
#include "search/highlighter.h"

namespace catchword {

struct ResultPassage {
  std::string heading;
  std::string url;  ///< of the passage: the document's, with the fragment
  Snippet snippet;
};

struct ResultMetadata {
  std::string key;
  std::vector<std::string> values;
};

struct SearchResult {
  DocId document = 0;
  std::uint32_t score = 0;
  bool partial = false;  ///< lacks a word of the query
  std::string id;
  std::string url;
  Snippet title;
  std::vector<ResultMetadata> metadata;
  std::vector<ResultPassage> passages;  ///< best first, at least one unless the document has none
};

struct Answer {
  std::vector<std::string> missing;  ///< when not empty, the rest says nothing
  std::uint32_t total = 0;           ///< documents with at least one word
  std::uint32_t complete = 0;        ///< documents with all
  bool exact = true;                 ///< false when a list was cut short, so more may match
  std::vector<std::string> unknown;  ///< words, as typed, that no document has
  std::vector<SearchResult> results;
};

std::string to_json(const Answer& answer);
std::string to_json(const Error& error);

}  // namespace catchword
