// AnalyzedDocuments: the words of all documents, in batches, in memory or in a temporary file.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "base/result.h"
#include "build/document_terms.h"
#include "build/temporary_file.h"

namespace catchword {

/// The words of one document.
struct AnalyzedDocument {
  unsigned lexicon = 0;  ///< which lexicon its forms are numbered by
  DocumentTerms terms;
  std::uint32_t linking_pages = 0;  ///< how many other documents link to it
};

using AnalyzedBatch = std::vector<AnalyzedDocument>;

class AnalyzedDocuments {
 public:
  /// Keeps all in memory.
  AnalyzedDocuments() = default;

  /// Keeps all in `file`, and a batch at a time in memory.
  explicit AnalyzedDocuments(TemporaryFile file) : file_(std::move(file)) {}

  /// Adds what follows the documents before. Error: kOutput.
  Status add(AnalyzedBatch batch);

  /// Called with a batch and the number of its first document.
  using Visit = std::function<Status(const AnalyzedBatch& batch, std::size_t first)>;

  /// Visits all batches in order; stops at an error of `visit`'s and returns it. What is in a batch stays
  /// where it is until the visit ends, and where all is kept in memory, for as long as this object does.
  Status visit(const Visit& visit) const;

  /// Changes all batches, in order; stops at an error of `change`'s and returns it. Error: kOutput.
  Status edit(const std::function<Status(AnalyzedBatch& batch)>& change);

  /// Documents.
  [[nodiscard]] std::size_t size() const { return size_; }

  [[nodiscard]] bool in_memory() const { return !file_; }

 private:
  /// Where a batch lies in the file.
  struct Extent {
    std::uint64_t begin = 0;
    std::uint64_t bytes = 0;
  };

  Result<AnalyzedBatch> load(const Extent& extent) const;
  Result<Extent> store(const AnalyzedBatch& batch);

  std::vector<AnalyzedBatch> batches_;  // in memory
  std::optional<TemporaryFile> file_;
  std::vector<Extent> extents_;         // in the file
  std::size_t size_ = 0;
};

}  // namespace catchword
