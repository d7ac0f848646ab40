#include "cli/bundle_verifier.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "build/bundle_names.h"
#include "build/web_files.h"
#include "cli/bundle_source.h"
#include "cli/offline_verifier.h"
#include "cli/scale_checker.h"
#include "cli/value_bucket_checker.h"
#include "cli/whole_columns.h"
#include "index/block_file.h"
#include "index/filter_keys.h"
#include "index/position_block.h"
#include "index/spelling_directory.h"
#include "index/position_directory.h"
#include "index/term_block.h"
#include "index/text_block.h"
#include "index/text_code.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;
using FaultSink = std::function<void(const Error&)>;

class Verifier {
 public:
  Verifier(const OpenedBundle& bundle, const FaultSink& fault)
      : bundle_(bundle), root_(bundle.root), fault_(fault) {}

  VerifiedCounts run() {
    check_presence();
    check_names();
    check_loaders();
    check_map();
    check_primer();
    for (BlockOrdinal block = 0; block < root_.text_blocks(); ++block) check_text(block);
    if (whole_) check_documents();
    check_position_directory();
    check_term_table();
    for (std::size_t block = 0; block < terms_.size(); ++block) check_terms(block);
    if (root_.spelling) check_spelling(spelling_directory_name(*root_.spelling));
    check_columns();
    check_strays();
    if (bundle_.description.offline) {
      counts_.packs = verify_offline(bundle_, [this](const Error& error) { fault_(error); });
    }
    return counts_;
  }

 private:
  void report(std::string_view name, std::string_view what) {
    whole_ = false;
    if (named_.insert(std::string(name)).second) {
      fault_(damaged((bundle_.folder / name).string(), what));
    }
  }

  void report(std::string_view name, const Error& error) { report(name, error.message); }

  [[nodiscard]] bool is_there(std::string_view name) const {
    std::error_code ignored;
    return fs::is_regular_file(bundle_.folder / name, ignored);
  }

  [[nodiscard]] bool is_listed(const std::string& name) const {
    const std::vector<std::string>& files = bundle_.manifest.files;
    return std::binary_search(files.begin(), files.end(), name);
  }

  void check_presence() {
    for (const auto* names : {&bundle_.manifest.files, &bundle_.manifest.previous}) {
      for (const std::string& name : *names) {
        if (!is_there(name)) report(name, "the file is missing");
      }
    }
    counts_.files = bundle_.manifest.files.size() + 1;
    counts_.previous = bundle_.manifest.previous.size();
  }

  // Scripts, module and list carry no checksum but their name.
  void check_name(const std::string& name, std::string_view prefix, std::string_view suffix) {
    const Result<std::string> content = read_raw(bundle_.folder, name);
    if (!content) return report(name, content.error());
    if (name_by_content(prefix, as_bytes(*content), suffix) != name) {
      report(name, "its content does not match its name");
    }
  }

  void check_names() {
    const Description& description = bundle_.description;
    check_name(description.engine, "engine-", ".js");
    check_name(description.lean, "engine-lean-", ".pack");
    check_name(description.speller, "engine-speller-", ".pack");
    check_name(description.full, "engine-full-", ".pack");
    check_name(description.files, "files-", ".json");
    check_parts();
    if (description.offline) check_name(description.offline->engine, "offline/engine-", ".js");
    for (const std::string& name :
         {description.root, description.engine, description.lean, description.speller, description.full}) {
      if (!is_listed(name)) report(name, "the list of the bundle's files lacks it");
      used_.insert(name);
    }
  }

  void check_loaders() {
    for (const std::string_view name : {kElementName, kWorkerName}) check_loader(name);
    const std::string highlight(kHighlightName);  // names no bundle
    if (const Result<std::string> script = read_raw(bundle_.folder, highlight); !script) {
      report(highlight, script.error());
    } else if (script->empty()) {
      report(highlight, "it is empty");
    }
  }

  void check_loader(std::string_view name) {
    const Result<std::string> script = read_raw(bundle_.folder, name);
    if (!script) return report(name, script.error());
    const Result<Description> description = find_description(*script, name);
    if (!description) return report(name, description.error());
    if (to_json(description.value()) != to_json(bundle_.description)) {
      report(name, "it names another build than catchword.js does");
    }
  }

  // One hash names them all. A file that can't be read was reported as missing.
  void check_parts() {
    std::vector<WebPart> parts;
    for (const std::string& file : bundle_.manifest.files) {
      const std::string_view name = part_name(file);
      if (name.empty()) continue;
      const Result<std::string> content = read_raw(bundle_.folder, file);
      if (!content) return;
      parts.push_back({std::string(name), *content});
    }
    if (hash_of_parts(parts) != bundle_.description.parts) {
      report(kPartsFolder, "the content of the scripts in it does not match their names");
    }
  }

  /// The payload of a block that the root names; empty after reporting why it can't be had.
  Bytes payload_of(const std::string& name) {
    const std::string file(file_of(name));
    used_.insert(file);
    if (!is_listed(file)) report(file, "the list of the bundle's files lacks it");
    Result<Bytes> payload = read_payload(bundle_.folder, name);
    if (!payload) return report(file, payload.error()), Bytes();
    return std::move(*payload);
  }

  void check_map() {
    for (std::size_t chunk = 0; chunk < root_.map_chunks.size(); ++chunk) {
      const std::string name = map_name(root_.map_chunks[chunk]);
      const Bytes payload = payload_of(name);
      std::vector<TextPlace> places;
      const Status decoded = parse_map_chunk(name, payload, root_, chunk, places, extents_);
      if (!payload.empty() && !decoded) report(name, decoded.error());
      if (!decoded) return;
      places_.insert(places_.end(), places.begin(), places.end());
    }
  }

  void check_primer() {
    if (!root_.primer) return;
    const std::string name = primer_name(*root_.primer);
    const Bytes payload = payload_of(name);
    const Status primed = text_decoder_.prime(name, payload);
    if (!payload.empty() && !primed) report(name, primed.error());
  }

  // Nothing stands behind a file's last block.
  void check_end(BlockOrdinal ordinal, const std::string& name) {
    const bool goes_on = ordinal + 1 < root_.text_blocks() && !root_.begins_file(ordinal + 1);
    if (root_.blocks_per_file == 1 || goes_on) return;
    const std::string file(file_of(name));
    const Result<Bytes> whole = read_bundle_file(bundle_.folder, file);
    if (!whole) return;
    const ByteView bytes(*whole);
    if (part_of(bytes, name).end() != bytes.end()) report(file, "it is longer than its blocks");
  }

  void check_text(BlockOrdinal ordinal) {
    const TextExtent extent = ordinal < extents_.size() ? extents_[ordinal] : TextExtent();
    if (root_.blocks_per_file != 1 && extent.size == 0) {
      return report(bundle_.description.root, "nothing tells where a text block is");
    }
    const std::string part = root_.text_name(ordinal, extent);
    const std::string name(file_of(part));
    const Bytes payload = payload_of(part);
    if (payload.empty()) return;
    check_end(ordinal, part);
    std::string text;
    const Status decoded = text_decoder_.decode(name, payload, text);
    if (!decoded) return report(name, decoded.error());
    std::vector<TextPart> parts;
    const Status parsed = parse_text_block(name, as_bytes(text), parts);
    if (!parsed) return report(name, parsed.error());
    ++counts_.text_blocks;
    for (const TextPart& entry : parts) {
      const bool entered = enter(ordinal, entry);
      if (!entered && whole_) return report(name, "a document in it begins nowhere");
    }
  }

  bool enter(BlockOrdinal ordinal, const TextPart& part) {
    if (part.blocks_before > ordinal) return false;
    const TextPlace place{ordinal - part.blocks_before, part.slot};
    const auto found = std::lower_bound(places_.begin(), places_.end(), place);
    if (found == places_.end() || *found != place) return false;
    const auto document = static_cast<std::size_t>(found - places_.begin());
    // Blocks come in order, so a document's blocks must, too.
    if (table_[document] != part.blocks_before) return false;
    if (part.blocks_before == 0) ++counts_.documents;
    ++table_[document];
    return true;
  }

  void check_documents() {
    if (counts_.documents != root_.document_count) {
      report(bundle_.description.root, "it counts other documents than the texts have");
    }
  }

  void check_term_table() {
    std::string page;
    Result<BlockTable> table = read_term_table(root_, [&](const std::string& name) {
      used_.insert(page = name);
      if (!is_listed(name)) report(name, "the list of the bundle's files lacks it");
      return read_payload(bundle_.folder, name);
    });
    if (!table) return report(page, table.error());
    terms_ = std::move(*table);
  }

  void check_terms(std::size_t ordinal) {
    const std::string name = term_name(terms_.hashes[ordinal]);
    const Bytes payload = payload_of(name);
    if (payload.empty()) return;
    TermBlock block;
    const Status decoded = block.decode(name, payload, root_.document_count);
    if (!decoded) return report(name, decoded.error());
    ++counts_.term_blocks;
    counts_.terms += block.entries().size();
    check_separators(name, ordinal, block);
    if (whole_) check_postings(name, block);
    check_positions(ordinal, block);
  }

  void check_separators(const std::string& name, std::size_t ordinal, const TermBlock& block) {
    const std::vector<std::string>& separators = terms_.separators;
    for (const TermBlock::Entry& entry : block.entries()) {
      const bool before = entry.term.folded < separators[ordinal];
      const bool behind =
          ordinal + 1 < separators.size() && entry.term.folded >= separators[ordinal + 1];
      if (before || behind) return report(name, "a term in it belongs into another block");
    }
  }

  void check_postings(const std::string& name, const TermBlock& block) {
    for (const TermBlock::Entry& entry : block.entries()) {
      for (const Posting& posting : block.postings(entry)) {
        ++counts_.postings;
        if (posting.best_block >= table_[posting.document]) {
          return report(name, "a posting names a document or passage that is nowhere");
        }
      }
    }
  }

  void check_position_directory() {
    const std::string name = position_directory_name(root_.position_directory);
    const Bytes payload = payload_of(name);
    if (named_.count(name) != 0) return;
    Result<PositionDirectory> directory =
        parse_position_directory(name, payload, root_.term_blocks);
    if (!directory) return report(name, directory.error());
    position_directory_ = std::move(*directory);
  }

  void check_positions(std::size_t ordinal, const TermBlock& block) {
    const PositionDirectory& directory = position_directory_;
    if (directory.blocks.empty()) return;
    for (std::size_t i = directory.starts[ordinal]; i < directory.starts[ordinal + 1]; ++i) {
      const std::string name = position_name(directory.blocks[i].hash);
      const Bytes payload = payload_of(name);
      if (named_.count(name) != 0) continue;
      const Result<ByteView> own = position_block_in(directory.blocks[i], name, payload);
      if (!own) {
        report(name, own.error());
        continue;
      }
      PositionList list;
      const Status decoded = decode_positions(name, *own, block, directory.run_of(ordinal, i),
                                              0, block.entries().size(), list);
      if (!decoded) report(name, decoded.error());
      ++counts_.position_blocks;
    }
  }

  void check_spelling(const std::string& name) {
    const Bytes payload = payload_of(name);
    if (payload.empty()) return;
    const Result<SpellingDirectory> directory = parse_spelling_directory(name, payload);
    if (!directory) return report(name, directory.error());
    for (std::size_t i = 0; i < kWordOrders; ++i) {
      const auto order = static_cast<WordOrder>(i);
      const BlockTable& table = (*directory)[order];
      for (std::size_t block = 0; block < table.size(); ++block) check_words(table, block, order);
    }
    if (directory->homophones) check_homophones(spelling_name(*directory->homophones));
  }

  void check_homophones(const std::string& name) {
    const Bytes payload = payload_of(name);
    if (payload.empty()) return;
    const Result<Homophones> homophones = decode_homophones(name, payload);
    if (!homophones) return report(name, homophones.error());
    ++counts_.spelling_blocks;
  }

  void check_words(const BlockTable& table, std::size_t block, WordOrder order) {
    const std::string name = spelling_name(table.hashes[block]);
    const Bytes payload = payload_of(name);
    if (payload.empty()) return;
    const Result<std::vector<SpelledWord>> words = decode_spelling_block(name, payload, order);
    if (!words) return report(name, words.error());
    ++counts_.spelling_blocks;
    for (const SpelledWord& word : *words) {
      if (table.block_of(arranged(word.folded, order)) != block) {
        return report(name, "a word in it belongs into another block");
      }
    }
  }

  void check_columns() {
    const auto payload = [this](const std::string& name) {
      used_.insert(name);
      if (!is_listed(name)) report(name, "the list of the bundle's files lacks it");
      return read_payload(bundle_.folder, name);
    };
    const auto fault = [this](const std::string& name, const Error& error) { report(name, error); };
    const ColumnSource source{payload, fault};
    const bool whole = std::exchange(whole_, true);
    const std::vector<WholeColumn> columns = read_columns(root_, source);
    counts_.columns = columns.size();
    check_filters(source, whole_ ? &columns : nullptr);
    whole_ = whole_ && whole;
  }

  void check_filters(const ColumnSource& source, const std::vector<WholeColumn>* columns) {
    FilterKeys keys;
    const Status parsed = parse_filter_keys("root", root_.filter_keys, keys);
    if (!parsed) return report("root", parsed.error());
    check_value_buckets(keys, root_.document_count, source, columns);
    check_scales(keys, root_.document_count, source, columns);
  }

  void check_strays() {
    for (const std::string& name : bundle_.manifest.files) {
      const bool block = name.ends_with(".bin");
      if (block && used_.count(name) == 0) report(name, "the root does not know this file");
    }
  }

  const OpenedBundle& bundle_;
  const Root& root_;
  const FaultSink& fault_;
  VerifiedCounts counts_;
  TextDecoder text_decoder_;
  BlockTable terms_;  // all of it
  PositionDirectory position_directory_;
  std::vector<TextPlace> places_ = root_.places;
  std::vector<TextExtent> extents_ = root_.extents;  // of all text blocks, where files have several
  std::vector<std::uint32_t> table_ =  // for each document its text blocks
      std::vector<std::uint32_t>(root_.document_count);
  std::set<std::string> named_;  // files with a fault
  std::set<std::string> used_;   // files that the description or the root names
  bool whole_ = true;            // no fault so far: what refers to texts can be checked
};

}  // namespace

VerifiedCounts verify_bundle(const OpenedBundle& bundle, const FaultSink& fault) {
  return Verifier(bundle, fault).run();
}

}  // namespace catchword
