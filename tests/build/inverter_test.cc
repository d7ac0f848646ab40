// The inverted index against a count of every word in every document.
#include "build/inverter.h"

#include <map>
#include <set>

#include "analysis/tokenizer.h"
#include "analysis/word.h"
#include "support/documents.h"
#include "support/inverted.h"
#include "support/property.h"

namespace catchword::test {
namespace {

// form -> numbers of the documents that have it
using Lists = std::map<std::string, std::set<DocId>>;

void count_text(std::string_view text, DocId id, Lists& lists, const std::string& prefix = "") {
  std::vector<Token> tokens;
  tokenize(text, 0, tokens);
  for (const Token& token : tokens) {
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    lists[word_form(prefix + std::string(word))].insert(id);
  }
}

Lists count_naively(const std::vector<Document>& documents) {
  Lists lists;
  for (DocId id = 0; id < documents.size(); ++id) {
    const Document& document = documents[id];
    count_text(document.title, id, lists);
    for (const Metadata& entry : document.metadata) {
      if (!entry.searchable) continue;
      for (const std::string& value : entry.values) {
        count_text(value, id, lists);
        count_text(value, id, lists, ":" + entry.key + ":");
      }
    }
    for (const Passage& passage : document.passages) {
      count_text(passage.heading, id, lists);
      count_text(passage.text, id, lists);
    }
  }
  return lists;
}

// Analyzed with several lexicons, as by several threads.
struct Inverted {
  AnalyzedDocuments documents;
  InvertedIndex index;

  explicit Inverted(const std::vector<Document>& input) {
    const Languages languages = must(Languages::find(input, ""));
    std::vector<Lexicon> lexicons(3);
    for (DocId i = 0; i < input.size(); ++i) {
      const unsigned lexicon = i % 3;
      must(documents.add({{lexicon, analyze(input[i], cut_document(input[i], {}), {}, languages,
                                            lexicons[lexicon])}}));
    }
    index = invert(documents, std::move(lexicons));
  }
};

}  // namespace

TEST_CASE("the lists are those that a count of every word gives") {
  check_property([] {
    const auto input = *arbitrary_documents(10);
    const Inverted inverted(input);
    Lists lists;
    for (std::size_t term = 0; term < inverted.index.terms.size(); ++term) {
      std::set<DocId>& list = lists[std::string(inverted.index.terms[term].form)];
      for (const Posting& posting : inverted.index.list(term)) list.insert(posting.document);
    }
    RC_ASSERT(lists == count_naively(input));
  });
}

TEST_CASE("terms ascend, and so do documents and places") {
  check_property([] {
    const auto input = *arbitrary_documents(10);
    const Inverted inverted(input);
    const InvertedIndex& index = inverted.index;
    for (std::size_t term = 0; term < index.terms.size(); ++term) {
      if (term > 0) RC_ASSERT(key_of(index.terms[term - 1]) < key_of(index.terms[term]));
      RC_ASSERT(index.terms[term].folded == fold(index.terms[term].form));
      const auto list = index.list(term);
      RC_ASSERT(index.terms[term].document_count == list.size());
      RC_ASSERT(!list.empty());
      const std::string_view form = index.terms[term].form;
      const bool is_chain = form.find_first_of(".$") != form.npos || form.find("::", 1) != form.npos;
      const PositionList positions = index.position_list(term);
      RC_ASSERT(positions.starts.size() == list.size() + 1);
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) RC_ASSERT(list[i - 1].document < list[i].document);
        RC_ASSERT(list[i].fields != 0);
        RC_ASSERT(positions.of(i).empty() == is_chain);
      }
    }
  });
}

}  // namespace catchword::test
