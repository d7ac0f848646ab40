// ColumnBlock: what stands in a file of its own, or, when it is short, where that would be named.
#pragma once

#include "base/byte_reader.h"
#include "base/byte_writer.h"
#include "base/bytes.h"
#include "index/block_file.h"

namespace catchword {

struct ColumnBlock {
  bool is_file = false;
  ContentHash hash{};  ///< names the file
  Bytes payload;       ///< when it is no file
};

void write_column_block(ByteWriter& writer, const ColumnBlock& block);

/// Fails `reader` where it ends early.
ColumnBlock read_column_block(ByteReader& reader);

}  // namespace catchword
