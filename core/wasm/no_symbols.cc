// Of the modules that read only what is plain: there are no symbols in that.
#include "analysis/symbols.h"

namespace catchword {

void add_symbols(std::string_view, std::uint32_t, std::size_t, std::vector<Token>&) {}

}  // namespace catchword
