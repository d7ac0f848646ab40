// AnalyzedDocuments: the words of all documents, in memory or in a temporary file.
#pragma once

#include <cstdint>

#include "base/batches.h"
#include "build/document_terms.h"

namespace catchword {

/// The words of one document.
struct AnalyzedDocument {
  unsigned lexicon = 0;  ///< which lexicon its forms are numbered by
  DocumentTerms terms;
  std::uint32_t linking_pages = 0;  ///< how many other documents link to it
};

void append_packed(Bytes& bytes, const AnalyzedDocument& document);
void take_packed(ByteView& bytes, AnalyzedDocument& document);

using AnalyzedDocuments = Batches<AnalyzedDocument>;
using AnalyzedBatch = AnalyzedDocuments::Batch;

}  // namespace catchword
