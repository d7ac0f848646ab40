// Term blocks: a run of the dictionary, each term with its list of postings.
//
// Terms are sorted by their folded form, then by their written form, so that one block answers a
// word, its accented spellings and, as neighbours, its inflections and completions.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "index/vocabulary.h"

namespace catchword {

/// A term as the dictionary tells it.
struct Term {
  std::string folded;  ///< what terms are sorted and looked up by (analysis/word.h, `fold`)
  std::string form;    ///< the written form; for a completion the prefix; empty for a reference, which
                       ///< has no documents and tells where the forms of a stem are
  std::string stem;    ///< names its class: forms with one stem are inflections of one word
  std::vector<std::string> kin;  ///< folded forms of the same class that are in other blocks
  std::vector<std::string> aliases;  ///< what gives the documents that it stands in this term besides: written
                                     ///< forms; phrases, a space behind each word
  bool completion = false;       ///< stands for all terms that begin so; has its best postings only
  std::uint32_t document_count = 0;  ///< documents that have it, also where not all are listed
  std::vector<std::string> likelier{};  ///< what readers may have meant who typed it: a written form, or two with a space
                                        ///< between them; or a space and a folded form: with that behind it, one word

  /// Neither a completion nor a reference: it has positions.
  [[nodiscard]] bool is_word() const { return !completion && !form.empty(); }
};

/// Terms are ordered by this; a completion stands before the terms it stands for.
struct TermKey {
  std::string_view folded;
  bool completion;
  std::string_view form;

  static TermKey of(const Term& term) { return {term.folded, term.completion, term.form}; }
};
bool operator<(const TermKey& a, const TermKey& b);

/// A term and its list, for the builder. Borrows the postings.
struct TermList {
  Term term;
  std::span<const Posting> postings;  ///< ascending documents
};

/// The payload of a term block. REQUIRES: `terms` sorted by TermKey and without duplicates, their
/// documents below `documents`, the number that the collection has. Linear, about 25 ns a bit.
Bytes encode_term_block(std::span<const TermList> terms, std::uint32_t documents);

/// Postings [first, last) of a block, counted through all of its lists.
struct PostingRun {
  std::uint32_t first = 0;
  std::uint32_t last = 0xFFFFFFFF;
};

/// A decoded block. It owns all it returns.
class TermBlock {
 public:
  struct Entry {
    Term term;
    std::uint32_t first_posting = 0;
    std::uint32_t posting_count = 0;
  };

  /// Decodes an unsealed payload. `name` is for the error, after which the block means nothing. Checks
  /// that keys and documents ascend and that every number is in its range, so what it has may be trusted.
  /// REQUIRES: it is empty.
  Status decode(std::string_view name, ByteView payload, std::uint32_t documents);

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

  [[nodiscard]] std::span<const Posting> postings(const Entry& entry) const {
    return std::span(postings_).subspan(entry.first_posting, entry.posting_count);
  }

  /// Those of them that are in `run`.
  [[nodiscard]] std::span<const Posting> postings(const Entry& entry, PostingRun run) const;

  /// The first entry whose folded form is not before `folded`. Logarithmic.
  [[nodiscard]] std::size_t lower_bound(std::string_view folded) const;

 private:
  std::vector<Entry> entries_;
  std::vector<Posting> postings_;
};

}  // namespace catchword
