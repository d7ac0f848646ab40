// Where tests find what isn't theirs: the demo corpus, judged data, Snowball's vocabularies.
#pragma once

#include <filesystem>
#include <string>

namespace catchword::test {

/// A folder of the project itself.
std::filesystem::path source_folder(const std::string& name);

/// A folder or file of judged data; an empty path, and a word about it, where there is none.
std::filesystem::path judged_data(const std::string& name);

}  // namespace catchword::test
