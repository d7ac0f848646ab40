// Documents for tests: by hand, and at random.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "document/documents.h"

namespace catchword::test {

Passage make_passage(std::string heading, std::string text);

/// A document whose url is its id.
Document make_document(std::string id, std::string title, std::vector<Passage> passages);

/// A dozen short articles with headings, metadata, links, accents, identifiers, Chinese and Thai.
std::vector<Document> small_collection();

/// Words that the random documents and queries are made of.
const std::vector<std::string>& word_pool();

/// All of them, in memory.
std::vector<Document> all_of(const Documents& documents);

/// Up to about `most` documents over `word_pool`.
rc::Gen<std::vector<Document>> arbitrary_documents(int most);

/// What somebody might type who looks for them: words, beginnings of words, phrases.
rc::Gen<std::string> arbitrary_query();

}  // namespace catchword::test
