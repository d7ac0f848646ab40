#include "build/analyzed_documents.h"

#include <utility>

#include "build/raw_bytes.h"

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

void append(Bytes& bytes, const AnalyzedDocument& document) {
  const DocumentTerms& terms = document.terms;
  append_raw(bytes, Header{document.lexicon, document.linking_pages,
                           static_cast<std::uint32_t>(terms.words.size()),
                           static_cast<std::uint32_t>(terms.positions.size()), terms.lengths});
  append_raw(bytes, std::span<const WordCount>(terms.words));
  append_raw(bytes, std::span<const Position>(terms.positions));
}

AnalyzedDocument take(ByteView& bytes) {
  const auto header = take_raw<Header>(bytes);
  AnalyzedDocument document{header.lexicon, {}, header.linking_pages};
  document.terms.lengths = header.lengths;
  document.terms.words.resize(header.words);
  take_raw(bytes, std::span(document.terms.words));
  document.terms.positions.resize(header.positions);
  take_raw(bytes, std::span(document.terms.positions));
  return document;
}

}  // namespace

Status AnalyzedDocuments::add(AnalyzedBatch batch) {
  size_ += batch.size();
  if (in_memory()) {
    batches_.push_back(std::move(batch));
    return {};
  }
  const Result<Extent> extent = store(batch);
  if (!extent) return extent.error();
  extents_.push_back(*extent);
  return {};
}

Status AnalyzedDocuments::visit(const Visit& visit) const {
  std::size_t first = 0;
  for (const AnalyzedBatch& batch : batches_) {
    if (const Status visited = visit(batch, first); !visited) return visited;
    first += batch.size();
  }
  for (const Extent& extent : extents_) {
    const Result<AnalyzedBatch> batch = load(extent);
    if (!batch) return batch.error();
    if (const Status visited = visit(*batch, first); !visited) return visited;
    first += batch->size();
  }
  return {};
}

Status AnalyzedDocuments::edit(const std::function<Status(AnalyzedBatch& batch)>& change) {
  for (AnalyzedBatch& batch : batches_) {
    if (const Status changed = change(batch); !changed) return changed;
  }
  for (Extent& extent : extents_) {
    Result<AnalyzedBatch> batch = load(extent);
    if (!batch) return batch.error();
    if (const Status changed = change(*batch); !changed) return changed;
    const Result<Extent> stored = store(*batch);
    if (!stored) return stored.error();
    extent = *stored;
  }
  return {};
}

Result<AnalyzedBatch> AnalyzedDocuments::load(const Extent& extent) const {
  Bytes bytes(extent.bytes);
  if (const Status read = file_->read(extent.begin, bytes); !read) return read.error();
  AnalyzedBatch batch;
  for (ByteView rest = bytes; !rest.empty();) batch.push_back(take(rest));
  return batch;
}

Result<AnalyzedDocuments::Extent> AnalyzedDocuments::store(const AnalyzedBatch& batch) {
  Bytes bytes;
  for (const AnalyzedDocument& document : batch) append(bytes, document);
  const Extent extent{file_->size(), bytes.size()};
  if (const Status appended = file_->append(bytes); !appended) return appended.error();
  return extent;
}

}  // namespace catchword
