// Lists of documents, as ascending numbers.
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

#include "index/vocabulary.h"

namespace catchword {

using DocumentList = std::vector<DocId>;

inline DocumentList intersection(const DocumentList& a, const DocumentList& b) {
  DocumentList both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

inline DocumentList union_of(const DocumentList& a, const DocumentList& b) {
  DocumentList either;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(either));
  return either;
}

inline DocumentList difference(const DocumentList& a, const DocumentList& b) {
  DocumentList rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

/// All documents of a collection of `count`.
inline DocumentList every_document(std::uint32_t count) {
  DocumentList all(count);
  for (DocId document = 0; document < count; ++document) all[document] = document;
  return all;
}

}  // namespace catchword
