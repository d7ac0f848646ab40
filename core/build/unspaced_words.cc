#include "build/unspaced_words.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "analysis/scripts.h"
#include "analysis/unicode.h"
#include "analysis/word.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "index/spelling_block.h"

namespace catchword {
namespace {

constexpr std::size_t kFewestInKatakana = 3;
constexpr std::size_t kFewestCharacters = 2;
constexpr std::size_t kMostCharacters = 20;
constexpr std::size_t kMostRuns = 1 << 16;

// The first bytes of Thai and Lao, of Khmer and Burmese, and of Katakana.
constexpr char kThai = '\xE0';
constexpr char kKhmer = '\xE1';
constexpr char kKatakana = '\xE3';

struct Count {
  std::size_t last = 0;  // document that has it, counted from 1
  std::uint32_t documents = 0;
  bool in_title = false;
  std::map<std::string, std::uint32_t> forms;  // written so, how often
};

using WordCounts = std::map<std::string, Count>;  // by folded forms

const std::string& most_frequent(const std::map<std::string, std::uint32_t>& forms) {
  return std::max_element(forms.begin(), forms.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

bool is_of(char lead, char32_t character) {
  if (lead == kKatakana) return is_katakana(character);
  return character_class(character) == CharacterClass::kSouthEastAsian;
}

bool has_right_length(std::string_view text, std::size_t fewest) {
  const auto characters = std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); });
  return std::cmp_greater_equal(characters, fewest) && std::cmp_less_equal(characters, kMostCharacters);
}

// Used by one thread.
class RunCounter {
 public:
  // `number`: from 1 on.
  void add_document(const Document& document, std::size_t number) {
    document_ = number;
    add(document.title, true);
    for (const Passage& passage : document.passages) {
      add(passage.heading, false);
      add(passage.text, false);
    }
  }

  void move_into(WordCounts& all) {
    for (auto& [word, count] : counts_) {
      Count& sum = all[word];
      sum.documents += count.documents;
      sum.in_title |= count.in_title;
      for (const auto& [form, times] : count.forms) sum.forms[form] += times;
    }
    counts_.clear();
    runs_.clear();
  }

 private:
  // A word of a run.
  struct Word {
    Count* count;
    std::uint32_t* form;
  };

  void add(std::string_view text, bool in_title) {
    for (const char lead : {kThai, kKhmer, kKatakana}) add_runs(text, lead, in_title);
  }

  void add_runs(std::string_view text, char lead, bool in_title) {
    for (std::size_t at = text.find(lead); at < text.size(); at = text.find(lead, at)) {
      const std::size_t begin = at;
      std::size_t end = at;
      while (at < text.size() && is_of(lead, next_code_point(text, at))) end = at;
      if (begin < end) add_run(std::string(text.substr(begin, end - begin)), lead, in_title);
    }
  }

  void add_run(const std::string& run, char lead, bool in_title) {
    for (const Word& word : words_of(run, lead)) {
      ++*word.form;
      if (std::exchange(word.count->last, document_) != document_) ++word.count->documents;
      word.count->in_title |= in_title;
    }
  }

  // Most runs come again, and to look into dictionaries takes a while.
  const std::vector<Word>& words_of(const std::string& run, char lead) {
    const auto known = runs_.find(run);
    if (known != runs_.end()) return known->second;
    if (runs_.size() == kMostRuns) runs_.clear();
    std::vector<Word>& words = runs_[run];
    if (lead == kKatakana) {
      if (has_right_length(run, kFewestInKatakana)) words.push_back(word_of(run, word_form(run)));
    } else {
      append_words(run, words);
    }
    return words;
  }

  // As ICU's dictionaries know them.
  void append_words(const std::string& run, std::vector<Word>& words) {
    UErrorCode status = U_ZERO_ERROR;
    if (!breaks_) breaks_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) return;
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(run);
    breaks_->setText(text);
    for (std::int32_t begin = 0, end; (end = breaks_->next()) != icu::BreakIterator::DONE; begin = end) {
      std::string word;
      text.tempSubStringBetween(begin, end).toUTF8String(word);
      if (has_right_length(word, kFewestCharacters)) words.push_back(word_of(word, word));
    }
  }

  Word word_of(const std::string& word, const std::string& form) {
    Count& count = counts_[utf8_of(unspaced_form(word))];
    return {&count, &count.forms[form]};
  }

  std::unique_ptr<icu::BreakIterator> breaks_;
  std::unordered_map<std::string, std::vector<Word>> runs_;
  WordCounts counts_;
  std::size_t document_ = 0;
};

}  // namespace

Result<std::vector<SpelledWord>> unspaced_words(const Documents& documents, unsigned jobs) {
  std::vector<RunCounter> counters(jobs);
  const Status visited = documents.visit([&](const Documents::Batch& batch, std::size_t first) -> Status {
    parallel_for(batch.size(), jobs, [&](std::size_t i, unsigned worker) {
      counters[worker].add_document(batch[i], first + i + 1);
    });
    return {};
  });
  if (!visited) return visited.error();
  WordCounts counts;
  for (RunCounter& counter : counters) counter.move_into(counts);
  std::vector<SpelledWord> words;
  for (const auto& [word, count] : counts) {
    if (count.documents > 1 || count.in_title) words.push_back({word, most_frequent(count.forms), count.documents, count.in_title});
  }
  return words;
}

}  // namespace catchword
