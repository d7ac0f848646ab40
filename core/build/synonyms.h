// Synonyms: gives each document the words that readers may use in the place of its own.
#pragma once

#include <span>
#include <vector>

#include "build/inverter.h"
#include "build/lexicon.h"
#include "document/config/synonyms.h"

namespace catchword {

/// Adds to each document in which a phrase of a rule's `to` stands the words of its `from`. A phrase
/// stands where its words do, one behind the other, in their written forms. Linear in the documents'
/// words, for each rule that applies.
void add_synonyms(std::vector<AnalyzedDocument>& documents, std::vector<Lexicon>& lexicons,
                  std::span<const SynonymRule> rules);

}  // namespace catchword
