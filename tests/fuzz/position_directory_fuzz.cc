// Feeds any bytes to the parser of position directories.
#include "index/position_directory.h"
#include "require.h"

using namespace catchword;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t blocks = data[0];
  const Result<PositionDirectory> directory =
      parse_position_directory("positions.bin", {data + 1, size - 1}, blocks);
  if (!directory) {
    fuzz::require(directory.error().where == "positions.bin", "the error names the file");
    return 0;
  }
  fuzz::require(directory->starts.size() == blocks + 1, "files of each block");
  for (std::size_t block = 0; block < blocks; ++block) {
    fuzz::require(directory->starts[block] < directory->starts[block + 1], "a file of each block");
    std::uint32_t next = 0;
    for (std::size_t i = directory->starts[block]; i < directory->starts[block + 1]; ++i) {
      const PostingRun run = directory->run_of(block, i);
      fuzz::require(run.first == next && run.first < run.last, "runs without gaps");
      next = run.last;
    }
  }
  const Bytes again = encode_position_directory(*directory);
  fuzz::require(parse_position_directory("positions.bin", again, blocks).ok(), "what is written is read");
  return 0;
}
