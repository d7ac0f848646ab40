// The module's memory: blocks of few sizes, each with a list of those that were given back. Four sizes
// to an octave, so at most a fifth of a block is unused. A general allocator is six times the code, and
// nothing here gains by it: what a bundle's files take stays for good, and what a search takes is given
// back soon after, for the next to take.

#include <bit>
#include <cstddef>
#include <cstdint>

extern "C" unsigned char __heap_base;  // by the linker: where free memory begins

namespace {

constexpr std::size_t kPage = 65536;
constexpr std::size_t kSmallest = 32;

// Stands before what is handed out.
struct alignas(8) Block {
  union {
    Block* next;     // of a free block: another of its size
    unsigned sized;  // of a used one: which size it has
  };
};

Block* free_blocks[4 * 32];
std::uintptr_t fresh = reinterpret_cast<std::uintptr_t>(&__heap_base);

// Memory that no block has had yet; null when the host gives no more.
void* take_fresh(std::size_t size) {
  const std::uintptr_t begin = (fresh + 7) / 8 * 8;
  const std::uintptr_t end = begin + size;
  const std::size_t have = __builtin_wasm_memory_size(0) * kPage;
  if (end < begin) return nullptr;
  if (end > have && __builtin_wasm_memory_grow(0, (end - have + kPage - 1) / kPage) == SIZE_MAX) {
    return nullptr;
  }
  fresh = end;
  return reinterpret_cast<void*>(begin);
}

}  // namespace

extern "C" void* malloc(std::size_t size) {
  if (size > SIZE_MAX / 4) return nullptr;
  const std::size_t last = size + sizeof(Block) < kSmallest ? kSmallest - 1 : size + sizeof(Block) - 1;
  const auto shift = static_cast<unsigned>(std::bit_width(last)) - 3;
  const std::size_t eighths = (last >> shift) + 1;  // five to eight of an octave's eight
  const unsigned sized = shift * 4 + static_cast<unsigned>(eighths) - 5;
  Block*& free = free_blocks[sized];
  Block* block = free;
  if (block != nullptr) {
    free = block->next;
  } else {
    block = static_cast<Block*>(take_fresh(eighths << shift));
    if (block == nullptr) return nullptr;
  }
  block->sized = sized;
  return block + 1;
}

extern "C" void free(void* memory) {
  if (memory == nullptr) return;
  Block* block = static_cast<Block*>(memory) - 1;
  Block*& free = free_blocks[block->sized];
  block->next = free;
  free = block;
}
