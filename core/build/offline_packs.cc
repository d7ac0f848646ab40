// A pack:  catchwordOffline.pack({"terms/abcdefgh.bin":"BASE64",...})
// The core: catchwordOffline.core({"root":"BASE64","packs":[NAME,...],"files":{NAME:0,...}})
// where the number is the pack's place in the list.

#include "build/offline_packs.h"

#include <algorithm>
#include <span>

#include "base/json_writer.h"
#include "build/bundle_names.h"
#include "build/content_hash.h"

namespace catchword {
namespace {

constexpr std::size_t kLeastPack = 64 << 10;
constexpr std::size_t kMostPack = 256 << 10;

std::size_t packed_size(const BundleFile& file) {
  return file.name.size() + 6 + (file.bytes.size() + 2) / 3 * 4;
}

// One file in eight may end a pack, so a pack is about 64 kB and eight files.
bool may_end_pack(const BundleFile& file) { return content_hash(file.name) % 8 == 0; }

// How many of `files` go into the next pack. At least one.
std::size_t files_of_pack(std::span<const BundleFile> files) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::size_t more = packed_size(files[i]);
    if (i > 0 && size + more > kMostPack) return i;
    size += more;
    if (size >= kLeastPack && may_end_pack(files[i])) return i + 1;
  }
  return files.size();
}

BundleFile make_script(std::string_view prefix, std::string_view function, std::string argument) {
  const std::string script =
      std::string("catchwordOffline.").append(function).append("(").append(argument).append(");\n");
  const ByteView bytes = as_bytes(script);
  return {name_by_content(std::string(kOfflineFolder).append(prefix), bytes, ".js"),
          Bytes(bytes.begin(), bytes.end())};
}

Result<BundleFile> make_pack(std::span<const BundleFile> files) {
  JsonWriter json;
  Bytes buffer;
  json.open('{');
  for (const BundleFile& file : files) {
    const Result<ByteView> bytes = file.bytes.read(buffer);
    if (!bytes) return bytes.error();
    json.key(file.name).string(to_base64(*bytes));
  }
  json.close('}');
  return make_script("pack-", "pack", json.take());
}

class PackWriter {
 public:
  explicit PackWriter(const FileSink& sink) : sink_(sink) {}

  Status write(std::span<const BundleFile> files) {
    while (!files.empty()) {
      const std::size_t count = files_of_pack(files);
      const Result<BundleFile> pack = make_pack(files.first(count));
      if (!pack) return pack.error();
      if (const Status written = sink_(*pack); !written) return written;
      for (const BundleFile& file : files.first(count)) places_.push_back({file.name, packs_.size()});
      packs_.push_back(pack->name);
      files = files.subspan(count);
    }
    return {};
  }

  [[nodiscard]] BundleFile core(const BundleFile& root) const {
    JsonWriter json;
    json.open('{').key("root").string(to_base64(root.bytes)).key("packs").open('[');
    for (const std::string& pack : packs_) json.string(pack);
    json.close(']').key("files").open('{');
    for (const auto& [name, pack] : places_) json.key(name).number(pack);
    json.close('}').close('}');
    return make_script("core-", "core", json.take());
  }

 private:
  const FileSink& sink_;
  std::vector<std::string> packs_;
  std::vector<std::pair<std::string, std::size_t>> places_;
};

}  // namespace

Result<std::string> write_offline_packs(const std::vector<BundleFile>& files,
                                        const FileSink& sink) {
  PackWriter packs(sink);
  const Status packed = packs.write(std::span(files).subspan(1));
  if (!packed) return packed.error();
  const BundleFile core = packs.core(files.front());
  if (const Status written = sink(core); !written) return written.error();
  return core.name;
}

std::string to_base64(ByteView bytes) {
  constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(bytes.size() - i, 3);
    std::uint32_t group = 0;
    for (std::size_t n = 0; n < 3; ++n) group = group << 8 | (n < count ? bytes[i + n] : 0u);
    for (std::size_t n = 0; n < 4; ++n) {
      text.push_back(n <= count ? kAlphabet[group >> (18 - 6 * n) & 63] : '=');
    }
  }
  return text;
}

}  // namespace catchword
