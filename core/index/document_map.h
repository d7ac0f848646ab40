// The document map: where each document's text begins. In chunks, each for a run of documents.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "index/vocabulary.h"

namespace catchword {

/// The payload of a chunk with `places`, whose blocks are counted from `begin`. REQUIRES: they ascend from there on; one
/// in the block of that before has the next slot, any other but the first has slot 0.
Bytes encode_document_map(std::span<const TextPlace> places, BlockOrdinal begin);

/// Reads the places of `count` documents; their blocks are from `begin` on and below `end`, of which there are fewer than
/// 2^24. `name` is for the error, after which `places` mean nothing.
Status decode_document_map(std::string_view name, ByteView payload, std::uint32_t count,
                           BlockOrdinal begin, BlockOrdinal end, std::vector<TextPlace>& places);

}  // namespace catchword
