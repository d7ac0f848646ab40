#include "build/analyzed_documents.h"

#include <span>

#include "base/raw_bytes.h"

namespace catchword {
namespace {

// What a document has beside its words and positions, and how many these are.
struct Header {
  std::uint32_t lexicon;
  std::uint32_t linking_pages;
  std::uint32_t words;
  std::uint32_t positions;
  decltype(DocumentTerms::lengths) lengths;
};

}  // namespace

void append_packed(Bytes& bytes, const AnalyzedDocument& document) {
  const DocumentTerms& terms = document.terms;
  append_raw(bytes, Header{document.lexicon, document.linking_pages,
                           static_cast<std::uint32_t>(terms.words.size()),
                           static_cast<std::uint32_t>(terms.positions.size()), terms.lengths});
  append_raw(bytes, std::span<const WordCount>(terms.words));
  append_raw(bytes, std::span<const Position>(terms.positions));
}

void take_packed(ByteView& bytes, AnalyzedDocument& document) {
  const auto header = take_raw<Header>(bytes);
  document.lexicon = header.lexicon;
  document.linking_pages = header.linking_pages;
  document.terms.lengths = header.lengths;
  document.terms.words.resize(header.words);
  take_raw(bytes, std::span(document.terms.words));
  document.terms.positions.resize(header.positions);
  take_raw(bytes, std::span(document.terms.positions));
}

}  // namespace catchword
