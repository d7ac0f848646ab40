// DocumentFilter: which documents a search's filter lets through.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "index/document_set.h"
#include "query/columns.h"
#include "query/options.h"

namespace catchword {

/// A filter evaluated, its conditions kept apart so that facets can be counted without their own.
/// Where blocks are missing, what it holds says nothing.
class DocumentFilter {
 public:
  /// Evaluates. Costs the lists of the values that it names; time is linear in them, and in the number
  /// of documents / 8 for each condition. Error: kUsage for a key that can't be filtered by; it names
  /// the nearest that can. The error of damaged blocks is kept by `columns`.
  static Result<DocumentFilter> evaluate(Columns& columns, const Filter& filter,
                                         std::uint32_t documents);

  /// Those that every condition lets through.
  [[nodiscard]] const DocumentSet& documents() const { return documents_; }

  /// Those that all let through but a choice among the values of `key`: what readers could choose there
  /// beside or instead.
  [[nodiscard]] DocumentSet without_choice(std::string_view key) const;

 private:
  struct Condition {
    std::string choice;  // the key of which it chooses values; else empty
    DocumentSet documents;
  };

  explicit DocumentFilter(std::uint32_t documents);
  Status add(Columns& columns, const Filter& filter);

  DocumentSet documents_;
  std::vector<Condition> conditions_;
};

/// The column of `key`, or null where the directory isn't there. Error: kUsage when there is no such key,
/// or none that serves (`filter`: to narrow and count, else to order); it names the nearest that does.
Result<Column*> require_column(Columns& columns, std::string_view key, bool filter);

}  // namespace catchword
