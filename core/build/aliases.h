// Aliases: which words and phrases give the documents that they stand in a term besides, so that what a search
// shows can mark them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "build/inverter.h"

namespace catchword {

/// Collected from the compounds (build/compound_parts.h) and the synonyms (build/synonyms.h) of all documents.
class Aliases {
 public:
  /// Documents with `alias`, as Term::aliases has it, get the term whose written form is `form`.
  void add(std::string_view form, std::string alias);

  /// Gives each term its own: of those whose words are all among the terms the kMostAliases that are in most documents.
  void assign_to(InvertedIndex& index) const;

 private:
  std::map<std::string, std::set<std::string>, std::less<>> by_form_;
};

}  // namespace catchword
