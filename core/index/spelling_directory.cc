#include "index/spelling_directory.h"

#include "index/limits.h"

namespace catchword {
namespace {

// Words are in both orders that correct them, chains in one; and there are common ones among many.
bool is_whole(const SpellingDirectory& directory) {
  const bool many = directory[WordOrder::kForward].size() > kMostPrefixBlocks;
  return !directory[WordOrder::kForward].empty() &&
         (!directory[WordOrder::kReversed].empty() || directory[WordOrder::kMiddle].empty()) &&
         directory[WordOrder::kCommon].empty() != many;
}

}  // namespace

Bytes encode_spelling_directory(const SpellingDirectory& directory) {
  ByteWriter writer;
  for (const BlockTable& table : directory.orders) write_block_table(writer, table);
  write_optional(writer, directory.homophones);
  return writer.take();
}

Result<SpellingDirectory> parse_spelling_directory(std::string_view name, ByteView payload) {
  ByteReader reader(payload);
  SpellingDirectory directory;
  for (BlockTable& table : directory.orders) read_block_table(reader, table);
  directory.homophones = read_optional(reader);
  if (!reader.ok() || reader.remaining() != 0 || !is_whole(directory)) {
    return damaged(name, "its layout is broken");
  }
  return directory;
}

}  // namespace catchword
