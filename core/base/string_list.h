// StringList: many strings in few pieces of memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace catchword {

/// Owns strings, for who has views of them. They stay where they are, also where the pool is moved.
class StringPool {
 public:
  std::string_view add(std::string_view text) {
    if (text.size() > left_) {
      left_ = std::max(text.size(), kPiece);
      next_ = pieces_.emplace_back(std::make_unique_for_overwrite<char[]>(left_)).get();
    }
    std::copy(text.begin(), text.end(), next_);
    const std::string_view added(next_, text.size());
    next_ += text.size();
    left_ -= text.size();
    return added;
  }

 private:
  static constexpr std::size_t kPiece = 16384;  // bytes

  std::vector<std::unique_ptr<char[]>> pieces_;
  char* next_ = nullptr;  // free bytes of the last piece
  std::size_t left_ = 0;  // how many
};

/// Strings that are added and not changed; each takes sixteen bytes and its own, and stays where it is, also where the
/// list is moved.
class StringList {
 public:
  void push_back(std::string_view text) { strings_.push_back(pool_.add(text)); }

  std::string_view operator[](std::size_t i) const { return strings_[i]; }
  [[nodiscard]] std::string_view front() const { return strings_.front(); }
  [[nodiscard]] std::string_view back() const { return strings_.back(); }
  [[nodiscard]] std::size_t size() const { return strings_.size(); }
  [[nodiscard]] bool empty() const { return strings_.empty(); }
  [[nodiscard]] auto begin() const { return strings_.begin(); }
  [[nodiscard]] auto end() const { return strings_.end(); }

 private:
  StringPool pool_;
  std::vector<std::string_view> strings_;
};

}  // namespace catchword
