// Batches: a long row of things, all in memory, or packed in a temporary file and a batch at a time in memory.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "base/temporary_file.h"

namespace catchword {

/// A T is packed by `append_packed(Bytes&, const T&)`, and unpacked from the beginning of what was so packed by
/// `take_packed(ByteView&, T&)`.
template <class T>
class Batches {
 public:
  using Batch = std::vector<T>;

  /// Keeps all in memory, as one batch. What is in it stays where it is for as long as nothing is added.
  Batches() = default;
  Batches(Batch items) : items_(std::move(items)) {}

  /// For a build that may take `memory` bytes: batches are a small part of these, and the rest is packed in a temporary
  /// file in `folder`. 0: all is kept in memory. Error: kOutput.
  static Result<Batches> create(std::uint64_t memory, const std::filesystem::path& folder) {
    Batches batches;
    if (memory == 0) return batches;
    Result<TemporaryFile> file = TemporaryFile::create(folder);
    if (!file) return file.error();
    batches.file_ = std::move(*file);
    batches.batch_bytes_ = memory / kBatchShare;
    return batches;
  }

  /// Adds what follows those before. Error: kOutput.
  Status add(T item) {
    if (in_memory()) {
      items_.push_back(std::move(item));
      return {};
    }
    append_packed(unwritten_, item);
    ends_.push_back(file_->size() + unwritten_.size());
    return unwritten_.size() < kBuffer ? Status() : flush();
  }

  Status add(Batch items) {
    if (in_memory() && items_.empty()) {
      items_ = std::move(items);
      return {};
    }
    for (T& item : items) {
      if (const Status added = add(std::move(item)); !added) return added;
    }
    return {};
  }

  /// The same of all in `others`. REQUIRES: these are in memory.
  Status append(Batches others) { return add(std::move(others.items_)); }

  /// Called with a batch and the number of the first in it.
  using Visit = std::function<Status(const Batch& batch, std::size_t first)>;

  /// Visits all batches in order; stops at an error of `visit`'s and returns it. Error: kOutput.
  Status visit(const Visit& visit) const {
    if (in_memory()) return visit(items_, 0);
    for (std::size_t begin = 0, end = 0; begin < size(); begin = end) {
      end = batch_end(ends_, begin);
      const Result<Batch> batch = load(ends_, begin, end);
      if (!batch) return batch.error();
      if (const Status visited = visit(*batch, begin); !visited) return visited;
    }
    return {};
  }

  /// Changes all batches, in order; `change` may also remove some of a batch. Stops at an error of `change`'s and returns
  /// it. Error: kOutput.
  Status edit(const std::function<Status(Batch& batch)>& change) {
    if (in_memory()) return change(items_);
    if (const Status flushed = flush(); !flushed) return flushed;
    const std::vector<std::uint64_t> ends = std::exchange(ends_, {file_->size()});
    for (std::size_t begin = 0, end = 0; begin + 1 < ends.size(); begin = end) {
      end = batch_end(ends, begin);
      Result<Batch> batch = load(ends, begin, end);
      if (!batch) return batch.error();
      file_->forget(ends[begin], ends[end]);
      if (const Status changed = change(*batch); !changed) return changed;
      if (const Status added = add(std::move(*batch)); !added) return added;
    }
    return {};
  }

  /// Some of them: borrowed from memory, or read.
  class Range {
   public:
    explicit Range(std::span<const T> items) : items_(items) {}
    explicit Range(Batch items) : own_(std::move(items)), items_(own_) {}

    const T& operator[](std::size_t i) const { return items_[i]; }

   private:
    Batch own_;
    std::span<const T> items_;  // a moved vector's items stay where they are
  };

  /// Those from `begin` to `end` - 1. May be called by several threads. Error: kOutput.
  Result<Range> read(std::size_t begin, std::size_t end) const {
    if (in_memory()) return Range(std::span(items_).subspan(begin, end - begin));
    Result<Batch> items = load(ends_, begin, end);
    if (!items) return items.error();
    return Range(std::move(*items));
  }

  [[nodiscard]] std::size_t size() const { return in_memory() ? items_.size() : ends_.size() - 1; }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] bool in_memory() const { return !file_; }

 private:
  static constexpr std::uint64_t kBatchShare = 64;               // unpacked, and worked at, they take many times more
  static constexpr std::size_t kBuffer = std::size_t{1} << 18;  // bytes that are written at once

  Status flush() {
    const Status appended = file_->append(unwritten_);
    unwritten_.clear();
    return appended;
  }

  // At least one.
  [[nodiscard]] std::size_t batch_end(const std::vector<std::uint64_t>& ends, std::size_t begin) const {
    const auto end = std::lower_bound(ends.begin() + static_cast<std::ptrdiff_t>(begin) + 1, ends.end() - 1,
                                      ends[begin] + batch_bytes_);
    return static_cast<std::size_t>(end - ends.begin());
  }

  Result<Batch> load(const std::vector<std::uint64_t>& ends, std::size_t begin, std::size_t end) const {
    Bytes bytes(ends[end] - ends[begin]);
    const std::uint64_t written = std::clamp(file_->size(), ends[begin], ends[end]) - ends[begin];
    if (const Status read = file_->read(ends[begin], std::span(bytes).first(written)); !read) return read.error();
    const auto rest = unwritten_.begin() + static_cast<std::ptrdiff_t>(
        std::max(ends[begin], file_->size()) - file_->size());
    std::copy_n(rest, bytes.size() - written, bytes.begin() + static_cast<std::ptrdiff_t>(written));
    Batch batch(end - begin);
    ByteView packed = bytes;
    for (T& item : batch) take_packed(packed, item);
    return batch;
  }

  Batch items_;  // in memory
  std::optional<TemporaryFile> file_;
  std::uint64_t batch_bytes_ = 0;
  std::vector<std::uint64_t> ends_{0};  // in the file: where the first begins, and each ends
  Bytes unwritten_;                     // what follows the file
};

}  // namespace catchword
