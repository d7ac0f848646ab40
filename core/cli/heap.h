// How the C library keeps memory for a build.
#pragma once

namespace catchword {

/// For a build by `jobs` threads that may take the memory it needs: free memory is kept for what comes next. To be called
/// before they start.
void keep_free_memory(unsigned jobs);

}  // namespace catchword
