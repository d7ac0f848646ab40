// Relaxation: a query whose conditions no document meets, read as its words.
#pragma once

#include "query/expression.h"

namespace catchword {

/// Puts their words in the place of conditions on words: of phrases, of what OR, AND and NEAR join, of what
/// stands under a key. Exclusions and conditions on values stay. False: there was nothing to relax.
bool relax(Expression& expression);

}  // namespace catchword
