#include "build/inverter.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include "analysis/word.h"
#include "base/raw_bytes.h"
#include "build/word_pairs.h"

namespace catchword {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 15;  // bytes, of each window's file

// A form of a lexicon.
struct LexiconForm {
  std::string_view form;
  std::uint32_t lexicon;
  FormId id;
};

// All lexicons' forms, sorted.
std::vector<LexiconForm> sorted_forms(const std::vector<Lexicon>& lexicons) {
  std::vector<LexiconForm> forms;
  std::size_t count = 0;
  for (const Lexicon& lexicon : lexicons) count += lexicon.form_count();
  forms.reserve(count);
  for (std::uint32_t i = 0; i < lexicons.size(); ++i) {
    for (FormId id = 0; id < lexicons[i].form_count(); ++id) forms.push_back({lexicons[i].form(id), i, id});
  }
  std::sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.form < b.form; });
  return forms;
}

std::uint8_t title_words(const DocumentTerms& terms) {
  return static_cast<std::uint8_t>(
      std::clamp<std::uint32_t>(terms.lengths[0], 1, kMostTitleWords));
}

// The title stands before all other text, so its words have the first positions.
std::uint8_t title_place(const WordCount& word, std::span<const Position> positions) {
  if (word.counts[0] == 0) return 0;
  if (positions.empty() || positions[0] >= kLastTitlePlace) return kNoTitlePlace;
  return static_cast<std::uint8_t>(positions[0] + 1);
}

std::span<const Position> positions_of(const DocumentTerms& terms, const WordCount& word) {
  return std::span(terms.positions)
      .subspan(word.position_begin, word.position_end - word.position_begin);
}

// A posting in a window's file; its positions follow.
struct Record {
  TermId term;
  std::uint32_t positions;
  Posting posting;
};

// Collects what goes to one window's file.
class FileBuffer {
 public:
  explicit FileBuffer(TemporaryFile& file) : file_(file) {}

  Status add(const Record& record, std::span<const Position> positions) {
    append_raw(bytes_, record);
    append_raw(bytes_, positions);
    return bytes_.size() < kBuffer ? Status() : flush();
  }

  Status flush() {
    const Status appended = file_.append(bytes_);
    bytes_.clear();
    return appended;
  }

 private:
  TemporaryFile& file_;
  Bytes bytes_;
};

}  // namespace

Term InvertedIndex::term(std::size_t term) const {
  const DictionaryTerm& from = terms[term];
  Term made;
  made.folded = from.folded;
  made.form = from.form;
  made.stem = from.stem;
  made.document_count = from.document_count;
  const auto id = static_cast<TermId>(term);
  if (const auto found = kin.find(id); found != kin.end()) made.kin = found->second;
  if (const auto found = aliases.find(id); found != aliases.end()) made.aliases = found->second;
  if (const auto found = likelier.find(id); found != likelier.end()) made.likelier = found->second;
  return made;
}

Spellings InvertedIndex::spellings(std::size_t first) const {
  Spellings found{{first, first}};
  for (std::size_t& end = found.terms.end; end < terms.size() && terms[end].folded == terms[first].folded; ++end) {
    if (terms[end].document_count <= found.documents) continue;
    found.documents = terms[end].document_count;
    found.best = static_cast<TermId>(end);
  }
  return found;
}

PositionList InvertedIndex::position_list(std::size_t term) const {
  PositionList list;
  const std::size_t begin = starts[term] - starts[window.begin];
  list.positions.resize(position_counts[term]);
  list.starts.reserve(count(term) + 1);
  Position* next = list.positions.data();
  for (const std::span<const Position> some : std::span(positions).subspan(begin, count(term))) {
    for (const Position position : some) *next++ = position;  // most are one or two
    list.starts.push_back(static_cast<std::uint32_t>(next - list.positions.data()));
  }
  return list;
}

std::uint64_t list_bytes(const InvertedIndex& index, std::size_t term) {
  constexpr std::size_t kEach = sizeof(Posting) + sizeof(std::span<const Position>) + sizeof(Record);
  return index.count(term) * kEach + index.position_counts[term] * sizeof(Position);
}

// Where the next posting of each term of a window goes, and how exact its impact is.
struct Inverter::Places {
  InvertedIndex& index;
  std::vector<std::size_t> next;
  std::vector<std::uint8_t> steps;

  Places(InvertedIndex& filled, std::size_t documents) : index(filled) {
    const auto [begin, end] = index.window;
    for (std::size_t term = begin; term < end; ++term) {
      next.push_back(index.starts[term] - index.starts[begin]);
      steps.push_back(static_cast<std::uint8_t>(impact_step(index.count(term), documents)));
    }
    const std::size_t postings = index.starts[end] - index.starts[begin];
    index.postings.resize(postings);
    index.positions.resize(postings);
  }

  void put(TermId term, const Posting& posting, std::span<const Position> positions) {
    const std::size_t place = term - index.window.begin;
    const std::size_t at = next[place]++;
    index.postings[at] = posting;
    index.postings[at].impact = rounded_impact(posting.impact, steps[place]);
    index.positions[at] = positions;
  }
};

// Calls `put(term, posting, positions)` for each word of the document, and tells the pairs; stops at its errors.
template <class Put>
Status Inverter::put_postings(const AnalyzedDocument& document, std::size_t number, const Put& put) const {
  const DocumentTerms& terms = document.terms;
  const FieldFactors factors = field_factors(terms, document.linking_pages, lengths_, weights_);
  for (const WordCount& word : terms.words) {
    const WordImpact impact = impact_of(word.counts, factors, word.added);
    const std::span<const Position> positions = positions_of(terms, word);
    Posting posting{static_cast<DocId>(number), impact.impact, impact.fields, 0, 0, word.best_block};
    if (impact.fields & kTitle) {
      posting.title_words = title_words(terms);
      posting.title_place = title_place(word, positions);
    }
    const TermId term = ids_[document.lexicon][word.form];
    if (const Status done = put(term, posting, positions); !done) return done;
    pairs_->add_word(term, positions);
  }
  pairs_->finish_document();
  return {};
}

Result<InvertedIndex> Inverter::count() {
  InvertedIndex index;
  make_terms(index);
  if (const Status counted = count_lists(index); !counted) return counted.error();
  if (const Status assigned = assign_languages(index); !assigned) return assigned.error();
  return index;
}

// Until terms are sorted, forms are numbered by the order of forms: the numbers wait in document_count.
void Inverter::make_terms(InvertedIndex& index) {
  std::vector<DictionaryTerm>& terms = index.terms;
  StringPool& strings = index.strings.emplace_back();
  const std::vector<LexiconForm> forms = sorted_forms(lexicons_);
  const auto is_new = [&](std::size_t i) { return i == 0 || forms[i].form != forms[i - 1].form; };
  std::size_t count = 0;
  for (std::size_t i = 0; i < forms.size(); ++i) count += is_new(i);
  terms.reserve(count);
  for (const Lexicon& lexicon : lexicons_) ids_.emplace_back(lexicon.form_count());
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (is_new(i)) {
      DictionaryTerm& term = terms.emplace_back();
      term.form = strings.add(forms[i].form);
      const std::string folded = fold(term.form);
      term.folded = folded == term.form ? term.form : strings.add(folded);
      term.document_count = static_cast<std::uint32_t>(terms.size() - 1);
    }
    ids_[forms[i].lexicon][forms[i].id] = static_cast<TermId>(terms.size() - 1);
  }
  lexicons_ = std::vector<Lexicon>();
  std::sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) { return key_of(a) < key_of(b); });
  std::vector<TermId> places(terms.size());
  for (TermId term = 0; term < terms.size(); ++term) places[terms[term].document_count] = term;
  for (std::vector<TermId>& ids : ids_) {
    for (TermId& id : ids) id = places[id];
  }
}

Status Inverter::count_lists(InvertedIndex& index) {
  index.starts.assign(index.terms.size() + 1, 0);
  index.position_counts.assign(index.terms.size(), 0);
  const auto count = [&](const AnalyzedBatch& batch, std::size_t) -> Status {
    for (const AnalyzedDocument& document : batch) {
      lengths_.add(document.terms);
      for (const WordCount& word : document.terms.words) {
        const TermId term = ids_[document.lexicon][word.form];
        ++index.starts[term + 1];
        index.position_counts[term] += word.position_end - word.position_begin;
        last_language_ = std::max(last_language_, word.language);
      }
    }
    return {};
  };
  if (const Status visited = documents_.visit(count); !visited) return visited;
  lengths_.finish();
  for (std::size_t i = 0; i < index.terms.size(); ++i) {
    index.terms[i].document_count = static_cast<std::uint32_t>(index.starts[i + 1]);
  }
  std::partial_sum(index.starts.begin(), index.starts.end(), index.starts.begin());
  return {};
}

// Each term's language is that in which most of its documents have it; the first of equals.
Status Inverter::assign_languages(InvertedIndex& index) const {
  index.languages.assign(index.terms.size(), 0);
  if (last_language_ == 0) return {};
  const std::size_t languages = last_language_ + std::size_t{1};
  std::vector<std::uint32_t> counts(index.terms.size() * languages);
  const auto count = [&](const AnalyzedBatch& batch, std::size_t) -> Status {
    for (const AnalyzedDocument& document : batch) {
      for (const WordCount& word : document.terms.words) {
        ++counts[ids_[document.lexicon][word.form] * languages + word.language];
      }
    }
    return {};
  };
  if (const Status visited = documents_.visit(count); !visited) return visited;
  for (std::size_t term = 0; term < index.terms.size(); ++term) {
    const auto own = std::span(counts).subspan(term * languages, languages);
    index.languages[term] = static_cast<LanguageId>(std::max_element(own.begin(), own.end()) - own.begin());
  }
  return {};
}

Status Inverter::open(const InvertedIndex& index, std::vector<TermRange> windows,
                      const std::filesystem::path& folder, WordPairs& pairs) {
  pairs_ = &pairs;
  windows_ = std::move(windows);
  if (documents_.in_memory()) windows_ = {{0, index.terms.size()}};
  return documents_.in_memory() ? Status() : distribute(folder);
}

Status Inverter::distribute(const std::filesystem::path& folder) {
  for (std::size_t i = 0; i < windows_.size(); ++i) {
    Result<TemporaryFile> file = TemporaryFile::create(folder);
    if (!file) return file.error();
    files_.push_back(std::move(*file));
  }
  std::vector<FileBuffer> buffers(files_.begin(), files_.end());
  const auto put = [&](TermId term, const Posting& posting, std::span<const Position> positions) {
    const auto behind = std::upper_bound(windows_.begin(), windows_.end(), term,
                                         [](TermId wanted, TermRange window) { return wanted < window.begin; });
    FileBuffer& buffer = buffers[static_cast<std::size_t>(behind - windows_.begin()) - 1];
    return buffer.add({term, static_cast<std::uint32_t>(positions.size()), posting}, positions);
  };
  const Status visited = documents_.visit([&](const AnalyzedBatch& batch, std::size_t first) -> Status {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (const Status done = put_postings(batch[i], first + i, put); !done) return done;
    }
    return {};
  });
  if (!visited) return visited;
  for (FileBuffer& buffer : buffers) {
    if (const Status flushed = buffer.flush(); !flushed) return flushed;
  }
  return {};
}

Status Inverter::load(std::size_t number, InvertedIndex& index) {
  index.window = windows_[number];
  Places places(index, documents_.size());
  if (!files_.empty()) return fill_from_file(files_[number], places);
  return fill_from_memory(places);
}

Status Inverter::fill_from_memory(Places& places) {
  const auto put = [&](TermId term, const Posting& posting, std::span<const Position> positions) {
    places.put(term, posting, positions);
    return Status();
  };
  std::size_t number = 0;
  return documents_.edit([&](AnalyzedBatch& batch) -> Status {
    for (AnalyzedDocument& document : batch) {
      if (const Status done = put_postings(document, number++, put); !done) return done;
      document.terms.words = std::vector<WordCount>();
    }
    return {};
  });
}

Status Inverter::fill_from_file(const TemporaryFile& file, Places& places) {
  loaded_.resize(file.size());
  if (const Status read = file.read(0, loaded_); !read) return read;
  static_assert(sizeof(Record) % alignof(Position) == 0);
  for (ByteView rest = loaded_; !rest.empty();) {
    const auto record = take_raw<Record>(rest);
    places.put(record.term, record.posting,
               {reinterpret_cast<const Position*>(rest.data()), record.positions});
    rest = rest.subspan(record.positions * sizeof(Position));
  }
  return {};
}

}  // namespace catchword
