// libzip's objects, each closed by its owner.
#ifdef CATCHWORD_HAVE_LIBZIP
#include "document/epub/zip_archive.h"

#include <zip.h>

namespace catchword {
namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Error not_an_archive() {
  return Error{ErrorKind::kInput, "not a ZIP archive, or a damaged one", "", "Make the file anew"};
}

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const { zip_discard(archive); }

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (archive == nullptr) {
    if (source != nullptr) zip_source_free(source);
    return not_an_archive();
  }
  return ZipArchive(archive);
}

bool ZipArchive::has(const std::string& name) const {
  return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

std::optional<std::string> ZipArchive::read(const std::string& name) {
  zip_stat_t stat;
  if (zip_stat(archive_.get(), name.c_str(), 0, &stat) != 0) return std::nullopt;
  const bool known = (stat.valid & ZIP_STAT_SIZE) != 0;
  if (!known || stat.size > kMaxFileBytes || stat.size > kMaxAllBytes - handed_out_) return std::nullopt;
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive_.get(), name.c_str(), 0));
  if (!file) return std::nullopt;
  std::string content(stat.size, '\0');
  if (zip_fread(file.get(), content.data(), stat.size) != static_cast<zip_int64_t>(stat.size)) {
    return std::nullopt;
  }
  char more;  // the checksum is looked at where the file ends, not before
  if (zip_fread(file.get(), &more, 1) != 0) return std::nullopt;
  handed_out_ += stat.size;
  return content;
}

}  // namespace catchword
#endif  // CATCHWORD_HAVE_LIBZIP
