// Documents: all that were read, in their order, in memory or in a temporary file.
#pragma once

#include "base/batches.h"
#include "document/document.h"

namespace catchword {

/// About as many bytes as its texts have; unpacked it is several times as many.
void append_packed(Bytes& bytes, const Document& document);
void take_packed(ByteView& bytes, Document& document);

using Documents = Batches<Document>;

}  // namespace catchword
