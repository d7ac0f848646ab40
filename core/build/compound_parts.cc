#include "build/compound_parts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "base/parallel.h"
#include "build/compounds.h"
#include "build/word_adder.h"

namespace catchword {
namespace {

// How many documents have a form, of one language.
using DocumentCounts = std::map<std::string_view, std::uint32_t>;

DocumentCounts count_documents(const std::vector<AnalyzedDocument>& documents,
                               const std::vector<Lexicon>& lexicons, LanguageId language) {
  DocumentCounts counts;
  for (const AnalyzedDocument& document : documents) {
    const auto& forms = lexicons[document.lexicon].forms();
    for (const WordCount& word : document.terms.words) {
      if (word.language == language) ++counts[forms[word.form]];
    }
  }
  return counts;
}

// In so many documents a part must stand by itself.
std::uint32_t least_documents(std::size_t documents) {
  return static_cast<std::uint32_t>(std::clamp<std::size_t>(documents / 500, 1, 4));
}

using Splits = std::unordered_map<std::string_view, std::vector<std::string_view>>;

Splits split_all(const DocumentCounts& counts, std::string_view language, std::uint32_t least) {
  CompoundSplitter splitter(language, least);
  for (const auto& [form, documents] : counts) splitter.add(form, documents);
  Splits splits;
  for (const auto& [form, documents] : counts) {
    std::vector<std::string_view> parts = splitter.split(form);
    if (!parts.empty()) splits.emplace(form, std::move(parts));
  }
  return splits;
}

void add_parts(DocumentTerms& terms, Lexicon& lexicon, LanguageId language, const Splits& splits) {
  WordAdder adder(terms);
  const std::size_t words = terms.words.size();  // those behind are added ones
  for (std::size_t i = 0; i < words; ++i) {
    if (terms.words[i].language != language) continue;
    const auto split = splits.find(lexicon.forms()[terms.words[i].form]);
    if (split == splits.end()) continue;
    for (const std::string_view part : split->second) {
      adder.add(lexicon.id_of(part), terms.words[i]);
    }
  }
}

}  // namespace

void add_compound_parts(std::vector<AnalyzedDocument>& documents, std::vector<Lexicon>& lexicons,
                        const Languages& languages, unsigned jobs) {
  for (std::size_t i = 0; i < languages.codes().size(); ++i) {
    const std::string& code = languages.codes()[i];
    if (!has_compounds(code)) continue;
    const auto language = static_cast<LanguageId>(i);
    const Splits splits = split_all(count_documents(documents, lexicons, language), code,
                                    least_documents(documents.size()));
    // A lexicon is one thread's.
    parallel_for(lexicons.size(), jobs, [&](std::size_t lexicon, unsigned) {
      for (AnalyzedDocument& document : documents) {
        if (document.lexicon != lexicon) continue;
        add_parts(document.terms, lexicons[lexicon], language, splits);
      }
    });
  }
}

}  // namespace catchword
