#include "support/memory_bundle.h"

#include <stdexcept>

#include "support/decoded.h"
#include "support/must.h"

namespace catchword::test {
namespace {

constexpr int kMostRounds = 10;

template <class PlainAnswer, class PlainSearcher>
Result<PlainAnswer> answer_of(PlainSearcher& searcher, const Request& request) {
  PlainAnswer answer;
  const Status status = searcher.search(request, answer);
  if (!status) return status.error();
  return answer;
}

// Asks until nothing is missing.
template <class AnySearcher, class Question>
auto ask(const MemoryBundle& bundle, AnySearcher& searcher, const Question& question)
    -> decltype(question()) {
  for (int round = 0; round < kMostRounds; ++round) {
    auto answer = question();
    if (!answer || answer->missing.empty()) return answer;
    for (const std::string& name : answer->missing) {
      const auto file = bundle.files.find(std::string(file_of(name)));
      if (file == bundle.files.end()) return Error{ErrorKind::kInput, "no such file", name, ""};
      if (const Status supplied = searcher.supply(name, part_of(file->second, name)); !supplied) {
        return supplied.error();
      }
    }
  }
  return Error{ErrorKind::kInput, "the searcher goes on asking", "", ""};
}

}  // namespace

MemoryBundle::MemoryBundle(const Bundle& bundle) : root(bundle.root().name) {
  for (const BundleFile& file : bundle.files) {
    files.emplace(file.name, file.bytes);
  }
}

Root MemoryBundle::whole_root() const {
  const auto payload_of = [&](const std::string& name) { return must(unseal(name, files.at(name))); };
  Root parsed = must(parse_root(root, payload_of(root)));
  if (parsed.blocks_per_page == 1) return parsed;
  BlockTable whole;
  for (std::size_t i = 0; i < parsed.terms.size(); ++i) {
    const std::string name = term_name(parsed.terms.hashes[i]);
    BlockTable page;
    if (!parse_term_page(name, payload_of(name), parsed, i, page)) throw std::runtime_error(name);
    append_page(whole, parsed.terms.separators[i], page);
  }
  parsed.terms = std::move(whole);
  return parsed;
}

FullSearcher MemoryBundle::open() const { return must(FullSearcher::open(root, files.at(root))); }

Speller MemoryBundle::open_speller() const { return must(Speller::open(root, files.at(root))); }

Searcher MemoryBundle::open_lean() const { return must(Searcher::open(root, files.at(root))); }

Result<FullAnswer> MemoryBundle::search(FullSearcher& searcher, const Request& request,
                                        const Options& options) const {
  return ask(*this, searcher, [&] { return searcher.search(request, options); });
}

Result<CorrectedAnswer> MemoryBundle::search(Speller& searcher, const Request& request) const {
  return ask(*this, searcher, [&] { return answer_of<CorrectedAnswer>(searcher, request); });
}

Result<Answer> MemoryBundle::search(Searcher& searcher, const Request& request) const {
  return ask(*this, searcher, [&] { return answer_of<Answer>(searcher, request); });
}

Bundle build(const std::vector<Document>& documents, const BuildOptions& options) {
  Documents kept = must(Documents::create(options.memory, options.temporary_folder));
  must(kept.add(documents));
  Bundle bundle = must(build_bundle(std::move(kept), options));
  for (BundleFile& file : bundle.files) {
    Bytes buffer;
    const ByteView bytes = must(file.bytes.read(buffer));
    file.bytes = Bytes(bytes.begin(), bytes.end());
  }
  return bundle;
}

}  // namespace catchword::test
