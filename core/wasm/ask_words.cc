// How the lean module and the speller answer. Layout of their output (base/byte_writer.h), which
// web/engine/output.js reads: a kind; behind it
//   kBeyond:  who can tell
//   kMissing: names of files
//   kError:   kind, message, where, remedy
//   kAnswer:  total, exact, complete, unknown words, the query as understood, corrections (from, to, kind),
//             proposals (each two of the list: from, to); per result: id, url, title, score, partial, metadata
//             (key, values), passages (heading, anchor, text), number of passages
// Lists follow their number of items. A text that is marked is followed by its marks, from and to.

#include <utility>

#include "spelling/correction.h"
#include "wasm/ask.h"

namespace catchword {
namespace {

enum Kind : std::uint8_t { kDone, kBeyond, kMissing, kAnswer, kError };

// As ByteWriter, but in a string: the module has no other growing array of bytes, and needs no second.
class OutputWriter {
 public:
  explicit OutputWriter(Kind kind) { number(kind); }

  void number(std::size_t number) {
    for (; number >= 0x80; number >>= 7) bytes_.push_back(static_cast<char>(number | 0x80));
    bytes_.push_back(static_cast<char>(number));
  }

  void string(std::string_view text) {
    number(text.size());
    bytes_.append(text);
  }

  template <class List>
  void strings(const List& list) {
    number(list.size());
    for (const std::string_view text : list) string(text);
  }

  /// The lean searcher makes none.
  void corrections(const Answer&) { number(0); }

  void corrections(const CorrectedAnswer& answer) {
    number(answer.corrections.size());
    for (const Correction& correction : answer.corrections) {
      string(correction.from);
      string(correction.to);
      number(correction.kind);
    }
  }

  void snippet(const Snippet& snippet) {
    string(snippet.text);
    number(snippet.marks.size());
    for (const auto& [from, to] : snippet.marks) {
      number(from);
      number(to);
    }
  }

  void result(const SearchResult& result) {
    string(result.id);
    string(result.url);
    snippet(result.title);
    number(result.score);
    number(result.partial);
    number(result.metadata.size());
    for (const TextMetadata& entry : result.metadata) {
      string(entry.key);
      strings(entry.values);
    }
    number(result.passages.size());
    for (const ResultPassage& passage : result.passages) {
      snippet(passage.heading);
      string(passage.anchor);
      snippet(passage.snippet);
    }
    number(result.passage_count);
  }

  [[nodiscard]] Output take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

Output encode(const ModuleAnswer& answer) {
  const bool is_beyond = answer.beyond != Beyond::kNobody;
  const bool lacks_files = !answer.missing.empty();
  OutputWriter writer(is_beyond ? kBeyond : lacks_files ? kMissing : kAnswer);
  if (is_beyond) {
    writer.number(static_cast<std::size_t>(answer.beyond));
    return writer.take();
  }
  if (lacks_files) {
    writer.strings(answer.missing);
    return writer.take();
  }
  writer.number(answer.total);
  writer.number(answer.exact);
  writer.number(answer.complete);
  writer.strings(answer.unknown);
  writer.string(answer.interpretation);
  writer.corrections(answer);
  writer.strings(answer.proposals);
  writer.number(answer.results.size());
  for (const SearchResult& result : answer.results) writer.result(result);
  return writer.take();
}

}  // namespace

Result<Output> ask(ModuleSearcher& searcher, ByteView bytes) {
  const Result<Request> request = read_request(bytes);
  if (!request) return request.error();
  ModuleAnswer answer;
  const Status status = searcher.search(*request, answer);
  if (!status) return status.error();
  return encode(answer);
}

Output encode(const Error& error) {
  OutputWriter writer(kError);
  writer.number(static_cast<std::size_t>(error.kind));
  for (const std::string_view text : {error.message, error.where, error.remedy}) writer.string(text);
  return writer.take();
}

}  // namespace catchword
