#include "build/katakana_words.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "analysis/scripts.h"
#include "analysis/word.h"
#include "base/utf8.h"

namespace catchword {
namespace {

constexpr std::size_t kFewestCharacters = 3;
constexpr std::size_t kMostCharacters = 20;
constexpr char kLead = '\xE3';  // each character's first byte

struct Count {
  std::size_t last = 0;  // document that has it, counted from 1
  std::uint32_t documents = 0;
  bool in_title = false;
  std::map<std::string, std::uint32_t> forms;  // written so, how often
};

const std::string& most_frequent(const std::map<std::string, std::uint32_t>& forms) {
  return std::max_element(forms.begin(), forms.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

class Counter {
 public:
  void add_document(const Document& document) {
    ++document_;
    add(document.title, true);
    for (const Passage& passage : document.passages) {
      add(passage.heading, false);
      add(passage.text, false);
    }
  }

  // Sorted by their folded forms.
  std::vector<SpelledWord> take() {
    std::vector<SpelledWord> words;
    for (const auto& [word, count] : counts_) {
      if (count.documents > 1 || count.in_title) words.push_back({word, most_frequent(count.forms), count.documents, count.in_title});
    }
    return words;
  }

 private:
  void add(std::string_view text, bool in_title) {
    for (std::size_t at = text.find(kLead); at < text.size();) {
      const std::size_t begin = at;
      std::size_t characters = 0;
      std::size_t end = at;
      while (at < text.size() && is_katakana(next_code_point(text, at))) {
        end = at;
        ++characters;
      }
      if (characters >= kFewestCharacters && characters <= kMostCharacters) add_word(text.substr(begin, end - begin), in_title);
      at = text.find(kLead, at);
    }
  }

  void add_word(std::string_view word, bool in_title) {
    const std::string form = word_form(word);
    Count& count = counts_[fold(form)];
    ++count.forms[form];
    if (std::exchange(count.last, document_) != document_) ++count.documents;
    count.in_title |= in_title;
  }

  std::map<std::string, Count> counts_;  // by folded forms
  std::size_t document_ = 0;
};

}  // namespace

Result<std::vector<SpelledWord>> katakana_words(const Documents& documents) {
  Counter counter;
  const Status visited = documents.visit([&](const Documents::Batch& batch, std::size_t) -> Status {
    for (const Document& document : batch) counter.add_document(document);
    return {};
  });
  if (!visited) return visited.error();
  return counter.take();
}

}  // namespace catchword
