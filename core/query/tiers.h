// Tiers: what meets a question's conditions, and behind all of it what has words of the question.
#pragma once

#include <cstdint>

#include "index/document_set.h"
#include "search/scorer.h"

namespace catchword {

/// Two scorers' hits as one's. Space: a bit a document, where there are two.
class Tiers {
 public:
  /// `relaxed` found documents by words alone, and may be null. Borrows both.
  Tiers(const Scorer& strict, const Scorer* relaxed, std::uint32_t documents)
      : strict_(strict), relaxed_(relaxed) {
    if (relaxed == nullptr) return;
    strict_documents_ = DocumentSet(documents);
    strict.for_each_hit([&](const Hit& hit, std::uint64_t) { strict_documents_.insert(hit.document); });
  }

  /// Whether a document that was found has words, but doesn't meet the conditions.
  [[nodiscard]] bool is_relaxed(DocId document) const {
    return relaxed_ != nullptr && !strict_documents_.contains(document);
  }

  /// As Scorer's. What is relaxed is never complete.
  template <class Visit>
  void for_each_hit(Visit visit) const {
    strict_.for_each_hit(visit);
    if (relaxed_ == nullptr) return;
    relaxed_->for_each_hit([&](const Hit& hit, std::uint64_t place) {
      if (is_relaxed(hit.document)) visit(incomplete(hit), kBehindAll | place);
    });
  }

  [[nodiscard]] Hit hit_of(DocId document) const {
    return is_relaxed(document) ? incomplete(relaxed_->hit_of(document)) : strict_.hit_of(document);
  }

 private:
  static Hit incomplete(Hit hit) {
    hit.complete = false;
    return hit;
  }

  const Scorer& strict_;
  const Scorer* relaxed_;
  DocumentSet strict_documents_;
};

}  // namespace catchword
