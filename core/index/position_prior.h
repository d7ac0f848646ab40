// What positions are like, learnt once of several sites (core/training): how the models of each position block are
// at first. So no block learns it anew, and no edit of a page changes it.
#pragma once

#include "base/bytes.h"

namespace catchword {

struct PositionModels;

/// Decoded of position_prior.inc at the first call; lives as long as the program.
const PositionModels& position_prior();

/// The bytes of that file: what `models` know that have seen 8 bits or more. Linear in their number.
Bytes encode_position_prior(PositionModels& models);

}  // namespace catchword
