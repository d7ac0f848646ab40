// The words of a page as an HTML5 parser that is not ours (gumbo) finds them: the slow oracle of
// the reader. It builds the whole tree, then walks it with the plainest rules that can be written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catchword::testing {

/// All words that a reader sees on the page, sorted: what stands between white space. `html` is
/// valid UTF-8.
std::vector<std::string> oracle_words(std::string_view html);

/// The same from the reader under test, with every rule off that leaves a page or a part out.
std::vector<std::string> reader_words(std::string_view html);

}  // namespace catchword::testing
