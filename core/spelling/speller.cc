#include "spelling/speller.h"

#include "spelling/corrector.h"
#include "spelling/unknown_forms.h"

namespace catchword {

Speller::Speller(Searcher searcher)
    : searcher_(std::move(searcher)),
      files_(std::make_unique<FileStore>()),
      lists_(std::make_unique<SpellingLists>(*files_, searcher_.root())) {}

Result<Speller> Speller::open(std::string_view name, ByteView root_file) {
  Result<Searcher> searcher = Searcher::open(name, root_file);
  if (!searcher) return searcher.error();
  return Speller(std::move(*searcher));
}

Status Speller::supply(std::string_view name, ByteView file) {
  return files_->wants(name) ? files_->supply(name, file) : searcher_.supply(name, file);
}

Status Speller::search(const Request& request, CorrectedAnswer& answer) {
  if (!request.plain) {
    answer.beyond = Beyond::kFull;
    return {};
  }
  Query query = parse_words(request.query, request.complete);
  std::vector<QueryWord*> words;
  for (QueryWord& word : query.words) words.push_back(&word);
  answer.missing = find_stems(store(), request.language, words);
  if (!answer.missing.empty()) return {};
  if (request.correct) Corrector(lists(), store(), answer).correct(query);
  answer.interpretation = query.text;
  Search search(store(), request, answer, query.word_count());
  for (const QueryWord& word : query.words) search.look_up(word);
  if (!lacks_files(search, answer)) {
    search.present(rank(search.scorer(), request.offset, request.limit));
  }
  return lists_->take_failure();
}

bool Speller::lacks_files(Search& search, Answer& answer) {
  search.lacks_blocks();
  for (std::string& name : files_->take_missing()) answer.missing.push_back(std::move(name));
  return !answer.missing.empty();
}

}  // namespace catchword
