#include "spelling/file_store.h"

#include <algorithm>

#include "index/block_file.h"

namespace catchword {

FileStore::File* FileStore::find(std::string_view name) {
  const auto found = std::find_if(files_.begin(), files_.end(),
                                  [name](const File& file) { return file.name == name; });
  return found == files_.end() ? nullptr : &*found;
}

const Bytes* FileStore::file(std::string_view name) {
  File* file = find(name);
  if (file == nullptr) {
    file = &files_.emplace_front();
    file->name = name;
  }
  file->missing = !file->there;
  return file->there ? &file->payload : nullptr;
}

std::vector<std::string> FileStore::take_missing() {
  std::vector<std::string> names;
  for (File& file : files_) {
    if (file.missing) names.insert(names.begin(), file.name);
    file.missing = false;
  }
  return names;
}

bool FileStore::wants(std::string_view name) const {
  return std::any_of(files_.begin(), files_.end(),
                     [name](const File& file) { return file.name == name; });
}

Status FileStore::supply(std::string_view name, ByteView bytes) {
  const Result<ByteView> payload = unseal(name, bytes);
  if (!payload) return payload.error();
  File* file = find(name);
  file->payload = Bytes(payload->begin(), payload->end());
  file->there = true;
  return {};
}

}  // namespace catchword
