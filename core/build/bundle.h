// Bundle: the files of a search, in memory, as `build_bundle` makes them of Documents.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "build/file_bytes.h"
#include "build/ranking.h"
#include "build/table_sizes.h"
#include "build/text_layout.h"
#include "document/config/synonyms.h"
#include "document/documents.h"

namespace catchword {

struct BundleFile {
  std::string name;  ///< relative to the bundle's folder
  FileBytes bytes;
};

/// Puts aside all of `files`. Error: kOutput.
Status put_aside(std::span<BundleFile> files, WaitingFiles& waiting);

struct BundleStatistics {
  std::size_t documents = 0;
  std::size_t words = 0;      ///< running words of titles, headings, text and metadata
  std::size_t terms = 0;
  std::size_t postings = 0;
  std::size_t positions = 0;
  std::vector<std::string> languages;  ///< of the documents, that of most of them first
};

struct Bundle {
  /// The root first, then terms, positions, the document map, spelling, texts, in their order.
  std::vector<BundleFile> files;
  BundleStatistics statistics;

  [[nodiscard]] const BundleFile& root() const { return files.front(); }
};

struct BuildOptions {
  unsigned jobs = 1;
  /// Bytes that the words of documents and their lists may take; what is more goes to temporary files
  /// in `temporary_folder`, with the same bundle in the end. 0: all is kept in memory.
  std::uint64_t memory = 0;
  std::filesystem::path temporary_folder;
  std::string language;                 ///< the first of the bundle's, BCP 47; empty: of most documents
  std::vector<SynonymRule> synonyms;    ///< in the order of the configuration
  BlockSizes text_blocks;               ///< made larger for much text
  std::size_t many_blocks = 1600;       ///< from here on text blocks are larger, up to kLargestLeast, rather
                                        ///< than more: hosts get fewer files, a search hardly more bytes
  std::size_t max_files = 15000;        ///< blocks are made larger, or share files, rather than be more: file_budget.h
  std::size_t term_block_bytes = 2496;  ///< about what a term block takes: smaller ones are longer roots
  TableSizes term_table;
  std::size_t position_file = 4500;     ///< positions from which on a file of them may end: what a phrase loads, and
                                        ///< an edit changes
  std::size_t spelling_block_bytes = 0; ///< about what a spelling block takes; 0: as suits the vocabulary
  FieldWeights weights;
  /// Called now and then with what is being done, from the calling thread.
  std::function<void(const char* stage)> progress = [](const char*) {};
};

/// Builds. The same documents in the same order give the same files, whatever `jobs` and `memory` are. `documents` are
/// emptied early where memory is short; else the caller still has them.
/// Error: kInput when two documents have one id, or there is none; kOutput when a temporary file can't be
/// written.
Result<Bundle> build_bundle(Documents&& documents, const BuildOptions& options);

}  // namespace catchword
