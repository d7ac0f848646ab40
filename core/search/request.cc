#include "search/request.h"

#include "base/byte_reader.h"
#include "search/misuse.h"

namespace catchword {

Result<Request> read_request(ByteView bytes) {
  enum Flag : std::uint32_t { kComplete = 1, kAsTyped = 2, kNotPlain = 4 };
  ByteReader reader(bytes);
  Request request;
  request.verb = static_cast<Verb>(reader.u8());
  request.query = reader.string();
  request.limit = reader.varint();
  request.offset = reader.varint();
  request.snippet = reader.varint();
  request.passages = reader.varint();
  const std::uint32_t flags = reader.varint();
  request.complete = (flags & kComplete) != 0;
  request.correct = (flags & kAsTyped) == 0;
  request.plain = (flags & kNotPlain) == 0;
  request.language = reader.string();
  request.options = reader.take(reader.remaining());
  if (!reader.ok()) return misuse("the request ends too early");
  return request;
}

}  // namespace catchword
