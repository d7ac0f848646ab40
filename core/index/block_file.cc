#include "index/block_file.h"

#include <algorithm>
#include <charconv>

#include "base/checksum.h"
#include "base/decimal.h"

namespace catchword {
namespace {

std::string file_name(std::string_view prefix, const ContentHash& hash, std::string_view suffix) {
  std::string name(prefix);
  name += to_base32(hash);
  name += suffix;
  return name;
}

std::string numbered_name(std::string_view prefix, const ContentHash& hash, std::uint32_t index) {
  std::string name = file_name(prefix, hash, "-");
  append_decimal(name, index);
  name += std::string_view(".bin");
  return name;
}

// 0 where there is none.
std::uint32_t number_at(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

ContentHash read_hash(ByteReader& reader) {
  ContentHash hash{};
  const ByteView bytes = reader.take(kHashBytes);
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

void read_hashes(ByteReader& reader, std::vector<ContentHash>& hashes, std::uint32_t count) {
  hashes = std::vector<ContentHash>(count);
  for (ContentHash& hash : hashes) hash = read_hash(reader);
}

void write_optional(ByteWriter& writer, const std::optional<ContentHash>& hash) {
  writer.varint(hash ? 1 : 0);
  if (hash) writer.append(*hash);
}

std::optional<ContentHash> read_optional(ByteReader& reader) {
  const std::uint32_t count = reader.varint();
  if (count > 1) reader.fail();
  if (count == 0) return std::nullopt;
  return read_hash(reader);
}

std::string to_base32(const ContentHash& hash) {
  constexpr char kAlphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  std::uint64_t bits = 0;
  for (const std::uint8_t byte : hash) bits = bits << 8 | byte;
  std::string text;
  for (int shift = 35; shift >= 0; shift -= 5) text.push_back(kAlphabet[bits >> shift & 31]);
  return text;
}

std::string root_name(const ContentHash& hash) { return file_name("root-", hash, ".bin"); }
std::string term_name(const ContentHash& hash) { return file_name("terms/", hash, ".bin"); }
std::string position_name(const ContentHash& hash) { return file_name("positions/", hash, ".bin"); }
std::string position_directory_name(const ContentHash& hash) {
  return file_name("positions-", hash, ".bin");
}
std::string map_name(const ContentHash& hash) { return file_name("documents/", hash, ".bin"); }
std::string primer_name(const ContentHash& hash) { return file_name("primer-", hash, ".bin"); }
std::string column_directory_name(const ContentHash& hash) {
  return file_name("columns-", hash, ".bin");
}
std::string column_name(const ContentHash& hash) { return file_name("columns/", hash, ".bin"); }

std::string spelling_directory_name(const ContentHash& hash) {
  return file_name("spelling-", hash, ".bin");
}

std::string spelling_name(const ContentHash& hash) { return file_name("spelling/", hash, ".bin"); }

std::string value_file_name(const ContentHash& hash, std::uint32_t index) {
  return numbered_name("columns/", hash, index);
}

std::string text_name(const ContentHash& group, std::uint32_t index) { return numbered_name("text/", group, index); }

std::string part_name(std::string_view file, const TextExtent& extent) {
  std::string name(file);
  name += std::string_view("#");
  append_decimal(name, extent.begin);
  name += std::string_view("-");
  append_decimal(name, extent.begin + extent.size - 1);
  return name;
}

std::string_view file_of(std::string_view name) { return name.substr(0, name.find('#')); }

ByteView part_of(ByteView file, std::string_view name) {
  const std::size_t mark = name.find('#');
  if (mark == std::string_view::npos) return file;
  const std::string_view range = name.substr(mark + 1);
  const std::size_t begin = std::min<std::size_t>(number_at(range), file.size());
  const std::size_t end = std::size_t{number_at(range.substr(range.find('-') + 1))} + 1;
  return file.subspan(begin, std::clamp(end, begin, file.size()) - begin);
}

std::array<std::uint8_t, kChecksumBytes> checksum_of(std::string_view name, ByteView payload) {
  const std::uint32_t crc = crc32(payload, crc32(as_bytes(name)));
  std::array<std::uint8_t, kChecksumBytes> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(crc >> 8 * i);
  return bytes;
}

Bytes seal(std::string_view name, ByteView payload) {
  Bytes file(kChecksumBytes + payload.size());
  const auto checksum = checksum_of(name, payload);
  std::copy(checksum.begin(), checksum.end(), file.begin());
  std::copy(payload.begin(), payload.end(), file.begin() + kChecksumBytes);
  return file;
}

Result<ByteView> unseal(std::string_view name, ByteView file) {
  const ByteView payload = file.subspan(std::min(kChecksumBytes, file.size()));
  const auto checksum = checksum_of(name, payload);
  if (file.size() < kChecksumBytes || !std::equal(checksum.begin(), checksum.end(), file.begin())) {
    return damaged(name, "the checksum does not match");
  }
  return payload;
}

Status broken(std::string_view name) { return damaged(name, "its layout is broken"); }

Error damaged(std::string_view name, std::string_view what) {
  constexpr std::string_view kRemedy =
      "Build the bundle again with `catchword index`, and publish all of its files";
  return {ErrorKind::kDamaged, std::string(what), std::string(name), std::string(kRemedy)};
}

}  // namespace catchword
