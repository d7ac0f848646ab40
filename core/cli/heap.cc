#include "cli/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace catchword {
namespace {

constexpr int kNever = -1;
constexpr int kMegabyte = 1 << 20;
constexpr int kLargestBlock = 32 * kMegabyte;  // that is not a mapping of its own; the C library allows no more
constexpr int kReserved = 256 * kMegabyte;     // addresses: they cost nothing until they are used
constexpr std::uintptr_t kHugePage = std::uintptr_t{2} * kMegabyte;

// Makes the heap grow into pages of 2 MB, where the system has such: the first use of each page of 4 kB costs as much as
// copying it several times over.
void use_huge_pages() {
  ::mallopt(M_TOP_PAD, kReserved);
  void* const first = std::malloc(kMegabyte);
  const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(first) + kHugePage - 1) / kHugePage * kHugePage;
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
  std::free(first);
  ::mallopt(M_TOP_PAD, kMegabyte);
}

}  // namespace

// What is freed is asked for again at once, for the next file or block. To give it back and fetch it anew takes a fifth of a
// build's time; so do, together, small pages. Two threads seldom wait for each other, and share what each of them leaves.
void keep_free_memory(unsigned jobs) {
  ::mallopt(M_TRIM_THRESHOLD, kNever);
  ::mallopt(M_MMAP_THRESHOLD, kLargestBlock);
  ::mallopt(M_ARENA_MAX, static_cast<int>(std::max(jobs / 2, 1u)));
  use_huge_pages();
}

}  // namespace catchword
