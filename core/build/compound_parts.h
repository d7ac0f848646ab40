// CompoundParts: gives each document the parts of its compounds as words.
#pragma once

#include <vector>

#include "build/inverter.h"
#include "build/languages.h"
#include "build/lexicon.h"

namespace catchword {

/// Adds to each document the parts of the compounds that stand in it, by the vocabulary of all documents
/// (build/compounds.h), on up to `jobs` threads; nothing where no language has compounds.
void add_compound_parts(std::vector<AnalyzedDocument>& documents, std::vector<Lexicon>& lexicons,
                        const Languages& languages, unsigned jobs);

}  // namespace catchword
