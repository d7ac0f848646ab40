#include "wasm/ask.h"

namespace catchword {

Result<std::string> ask(ModuleSearcher& searcher, ByteView bytes) {
  const Result<Request> request = read_request(bytes);
  if (!request) return request.error();
  const Result<Answer> answer = searcher.search(*request);
  if (!answer) return answer.error();
  return to_json(*answer);
}

}  // namespace catchword
