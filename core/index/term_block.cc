// Layout of the stream (each item coded by TermCodec):
//   number of terms
//   per term: length shared with the folded form before, the rest of the folded form
//             flag: written form differs; if so the written form
//             flag: completion; flag: stem of the term before; if not, letters cut from the folded
//             form, letters appended
//             flag: has kin; if so their number, and each as a string
//             unless the written form is empty:
//             flag: has aliases; if so their number, and each as a string
//             flag: has likelier words; if so their number, and each as a string
//             number of documents less one; for a completion the number of postings listed
//             its postings

#include "index/term_block.h"

#include <algorithm>
#include <memory>
#include <tuple>

#include "base/shared_prefix.h"
#include "index/block_file.h"
#include "index/limits.h"
#include "index/term_codec.h"

namespace catchword {
namespace {

constexpr std::uint32_t kMostTerms = 1u << 16;

enum TermFlag { kDiffers, kCompletion, kSameStem, kHasKin, kHasAliases, kHasLikelier };
enum Number { kTerms, kShared, kCut, kDocuments, kListed, kKin, kAliases, kLikelier };

std::uint32_t common_bytes(std::string_view a, std::string_view b) {
  return static_cast<std::uint32_t>(shared_prefix(a, b));
}

// One description for both directions: `in` is what an encoder codes and a decoder ignores.
template <Coder C>
class BlockCodec {
 public:
  BlockCodec(C& coder, std::uint32_t documents) : codec_(std::make_unique<TermCodec<C>>(coder, documents)) {}

  std::uint32_t term_count(std::size_t count) {
    return codec_->number(kTerms, static_cast<std::uint32_t>(count));
  }

  void term(const Term& in, const Term& before, Term& out) {
    out.folded = continued(before.folded, kShared, common_bytes(before.folded, in.folded),
                           in.folded);
    out.form = codec_->flag(kDiffers, in.form != in.folded) ? codec_->suffix({}, in.form) : out.folded;
    out.completion = codec_->flag(kCompletion, in.completion);
    out.stem = codec_->flag(kSameStem, in.stem == before.stem) ? before.stem : stem(in, out.folded);
    out.kin = strings(kHasKin, kKin, in.kin);
    if (out.form.empty()) return;  // a reference
    out.aliases = strings(kHasAliases, kAliases, in.aliases);
    out.likelier = strings(kHasLikelier, kLikelier, in.likelier);
    out.document_count = codec_->number(kDocuments, in.document_count - 1) + 1;
  }

  std::uint32_t posting_count(const Term& term, std::size_t count) {
    if (!term.completion) return term.document_count;
    return codec_->number(kListed, static_cast<std::uint32_t>(count));
  }

  TermCodec<C>& codec() { return *codec_; }

 private:
  std::string continued(std::string_view before, Number which, std::uint32_t keep,
                        std::string_view whole) {
    keep = codec_->number(which, keep);
    const std::string_view start = before.substr(0, keep);
    return codec_->suffix(std::string(start), whole.substr(std::min<std::size_t>(keep, whole.size())));
  }

  std::string stem(const Term& in, std::string_view folded) {
    const auto size = static_cast<std::uint32_t>(folded.size());
    const std::uint32_t cut = codec_->number(kCut, size - common_bytes(folded, in.stem));
    const std::size_t keep = size - std::min(cut, size);
    return codec_->suffix(std::string(folded.substr(0, keep)),
                         std::string_view(in.stem).substr(std::min(keep, in.stem.size())));
  }

  // A decoder stops at kMostAliases, so that damage can't make it run on.
  std::vector<std::string> strings(TermFlag has, Number which, const std::vector<std::string>& in) {
    std::vector<std::string> out;
    if (!codec_->flag(has, !in.empty())) return out;
    const std::uint32_t count = codec_->number(which, static_cast<std::uint32_t>(in.size()));
    for (std::uint32_t i = 0; i < std::min(count, kMostAliases); ++i) {
      out.push_back(codec_->suffix({}, i < in.size() ? in[i] : std::string_view{}));
    }
    return out;
  }

  std::unique_ptr<TermCodec<C>> codec_;  // far too large for the stack of a module
};

}  // namespace

bool operator<(const TermKey& a, const TermKey& b) {
  if (const int order = a.folded.compare(b.folded); order != 0) return order < 0;
  if (a.completion != b.completion) return a.completion;
  return a.form < b.form;
}

Bytes encode_term_block(std::span<const TermList> terms, std::uint32_t documents) {
  RangeEncoder coder;
  BlockCodec block(coder, documents);
  block.term_count(terms.size());
  Term coded;
  for (const TermList& list : terms) {
    Term next;
    block.term(list.term, coded, next);
    coded = std::move(next);
    const auto count = static_cast<std::uint32_t>(list.postings.size());
    block.posting_count(list.term, count);
    block.codec().begin_list(count);
    for (const Posting& posting : list.postings) block.codec().posting(posting);
  }
  return coder.finish();
}

Status TermBlock::decode(std::string_view name, ByteView payload, std::uint32_t documents) {
  RangeDecoder coder(payload);
  BlockCodec codec(coder, documents);
  const std::uint32_t count = codec.term_count(0);
  if (count > kMostTerms) return broken(name);
  entries_ = std::vector<Entry>(count);
  const Term none;
  const Term* before = nullptr;
  for (Entry& entry : entries_) {
    codec.term(none, before == nullptr ? none : *before, entry.term);
    if (before != nullptr && !(TermKey::of(*before) < TermKey::of(entry.term))) {
      return broken(name);
    }
    before = &entry.term;
    entry.first_posting = static_cast<std::uint32_t>(postings_.size());
    entry.posting_count = codec.posting_count(entry.term, 0);
    const bool possible = entry.posting_count <= documents &&
                          entry.posting_count <= kMostPostings - entry.first_posting;
    if (!possible || !coder.ok()) return broken(name);
    codec.codec().begin_list(entry.posting_count);
    for (std::uint32_t n = 0, next = 0; n < entry.posting_count; ++n) {
      const Posting posting = codec.codec().posting({});
      if (posting.document < next || posting.document >= documents || posting.fields == 0) {
        return broken(name);
      }
      next = posting.document + 1;
      postings_.push_back(posting);
    }
  }
  if (!coder.ok()) return broken(name);
  return {};
}

std::span<const Posting> TermBlock::postings(const Entry& entry, PostingRun run) const {
  const std::uint32_t end = std::min(entry.first_posting + entry.posting_count, run.last);
  const std::uint32_t begin = std::min(std::max(entry.first_posting, run.first), end);
  return std::span(postings_).subspan(begin, end - begin);
}

std::size_t TermBlock::lower_bound(std::string_view folded) const {
  const auto found = std::lower_bound(
      entries_.begin(), entries_.end(), folded,
      [](const Entry& entry, std::string_view wanted) { return entry.term.folded < wanted; });
  return static_cast<std::size_t>(found - entries_.begin());
}

}  // namespace catchword
