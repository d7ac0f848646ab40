// A sample of a collection: what is learnt of it holds for all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace catchword {

/// The numbers of some 64 documents, ascending by `ids`, which hash_ids makes: the same documents for as long as
/// they are there.
std::vector<std::size_t> sample_documents(std::span<const std::uint64_t> ids);

}  // namespace catchword
