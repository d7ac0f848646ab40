#include "build/compound_parts.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "build/compounds.h"
#include "build/word_adder.h"

namespace catchword {
namespace {

// How many documents have a form, of one language.
using DocumentCounts = std::map<std::string_view, std::uint32_t>;

Result<DocumentCounts> count_documents(const AnalyzedDocuments& documents,
                                       const std::vector<Lexicon>& lexicons, LanguageId language) {
  DocumentCounts counts;
  const auto count = [&](const AnalyzedBatch& batch, std::size_t) -> Status {
    for (const AnalyzedDocument& document : batch) {
      const Lexicon& lexicon = lexicons[document.lexicon];
      for (const WordCount& word : document.terms.words) {
        if (word.language == language) ++counts[lexicon.form(word.form)];
      }
    }
    return {};
  };
  const Status visited = documents.visit(count);
  return visited ? Result<DocumentCounts>(std::move(counts)) : visited.error();
}

// In so many documents a part must stand by itself.
std::uint32_t least_documents(std::size_t documents) {
  return static_cast<std::uint32_t>(std::clamp<std::size_t>(documents / 500, 1, 4));
}

using Parts = std::unordered_map<std::string_view, std::vector<std::string_view>>;

Parts split_all(const DocumentCounts& counts, std::string_view language, std::uint32_t least) {
  CompoundSplitter splitter(language, least);
  for (const auto& [form, documents] : counts) splitter.add(form, documents);
  Parts parts;
  for (const auto& [form, documents] : counts) {
    std::vector<std::string_view> split = splitter.split(form);
    if (!split.empty()) parts.emplace(form, std::move(split));
  }
  return parts;
}

}  // namespace

Result<CompoundParts> CompoundParts::find(const AnalyzedDocuments& documents,
                                          const std::vector<Lexicon>& lexicons,
                                          const Languages& languages) {
  CompoundParts all;
  for (std::size_t i = 0; i < languages.codes().size(); ++i) {
    const std::string& code = languages.codes()[i];
    if (!has_compounds(code)) continue;
    const auto language = static_cast<LanguageId>(i);
    const Result<DocumentCounts> counts = count_documents(documents, lexicons, language);
    if (!counts) return counts.error();
    all.splits_.push_back({language, split_all(*counts, code, least_documents(documents.size()))});
  }
  return all;
}

bool CompoundParts::is_empty() const {
  return std::all_of(splits_.begin(), splits_.end(),
                     [](const Splits& splits) { return splits.parts.empty(); });
}

void CompoundParts::add_to(DocumentTerms& terms, Lexicon& lexicon) const {
  for (const Splits& splits : splits_) {
    WordAdder adder(terms);
    const std::size_t words = terms.words.size();  // those behind are added ones
    for (std::size_t i = 0; i < words; ++i) {
      if (terms.words[i].language != splits.language || terms.words[i].is_identifier) continue;
      const auto split = splits.parts.find(lexicon.form(terms.words[i].form));
      if (split == splits.parts.end()) continue;
      for (const std::string_view part : split->second) {
        adder.add(lexicon.id_of(part), terms.words[i]);
      }
    }
  }
}

void CompoundParts::add_to(Aliases& aliases) const {
  for (const Splits& splits : splits_) {
    for (const auto& [compound, parts] : splits.parts) {
      for (const std::string_view part : parts) aliases.add(part, std::string(compound));
    }
  }
}

}  // namespace catchword
