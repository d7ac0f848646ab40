// Places of documents, for tests of the document map.
#pragma once

#include <rapidcheck.h>

#include <vector>

#include "index/vocabulary.h"

namespace catchword::test {

/// As a builder gives them to `count` documents, all in blocks below `blocks`.
inline rc::Gen<std::vector<TextPlace>> arbitrary_places(std::uint32_t count, BlockOrdinal blocks) {
  return rc::gen::map(
      rc::gen::container<std::vector<BlockOrdinal>>(count, rc::gen::inRange<BlockOrdinal>(0, 5)),
      [blocks](const std::vector<BlockOrdinal>& skips) {
        std::vector<TextPlace> places;
        TextPlace place;
        for (const BlockOrdinal skip : skips) {
          const BlockOrdinal block = std::min(place.block + skip, blocks - 1);
          const bool shares = !places.empty() && block == place.block;
          place = {block, shares ? place.slot + 1 : 0};
          places.push_back(place);
        }
        return places;
      });
}

}  // namespace catchword::test
