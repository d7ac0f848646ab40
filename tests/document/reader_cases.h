// Cases in files: an input beside the Document that a reader is to make of it.
//
//   === what the case shows
//   --- name-of-the-file.md
//   the input, up to
//   --- expected
//   what `describe` says of it
//
// In an input, "\xNN" stands for one byte and a lone "\" at the end of a line joins it to the next.
#pragma once

#include <string>
#include <vector>

#include "document/reader.h"

namespace catchword::test {

struct ReaderCase {
  std::string name;
  std::string path;
  std::string input;
  std::string expected;
};

/// The cases of a file in this folder. Empty when it can't be read.
std::vector<ReaderCase> load_cases(const std::string& file_name);

/// Everything that `reader` reports of `bytes`, as text.
std::string describe(const DocumentReader& reader, const std::string& path, const std::string& bytes);

/// Checks that `reader` makes of each case in a file what is expected, and that there are `least` or more.
void check_cases(const DocumentReader& reader, const std::string& file_name, std::size_t least);

/// A file's content, relative to this folder; empty when there is none.
std::string load_fixture(const std::string& file_name);

}  // namespace catchword::test
