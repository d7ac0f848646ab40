// The outermost layer of every file of a bundle: a checksum that covers its name and its content,
// so that a swapped or stale file is as wrong as a damaged one.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_reader.h"
#include "base/byte_writer.h"
#include "base/bytes.h"
#include "base/result.h"
#include "index/vocabulary.h"

namespace catchword {

inline constexpr std::size_t kChecksumBytes = 4;

/// First bytes of a content's hash, as they stand in a root and, in base 32, in file names.
using ContentHash = std::array<std::uint8_t, 5>;
inline constexpr std::size_t kHashBytes = std::tuple_size_v<ContentHash>;

/// The next hash; zeros when the reader has failed.
ContentHash read_hash(ByteReader& reader);

/// The next `count`, which must have been checked against what remains.
void read_hashes(ByteReader& reader, std::vector<ContentHash>& hashes, std::uint32_t count);

/// The name of a file that a bundle may have.
void write_optional(ByteWriter& writer, const std::optional<ContentHash>& hash);
std::optional<ContentHash> read_optional(ByteReader& reader);

/// Eight characters of a-z and 2-7 (RFC 4648's alphabet in lower case).
std::string to_base32(const ContentHash& hash);

std::string root_name(const ContentHash& hash);       ///< "root-abcdefgh.bin"
std::string term_name(const ContentHash& hash);       ///< "terms/abcdefgh.bin"
std::string position_name(const ContentHash& hash);   ///< "positions/abcdefgh.bin"
std::string position_directory_name(const ContentHash& hash);  ///< "positions-abcdefgh.bin"
std::string map_name(const ContentHash& hash);        ///< "documents/abcdefgh.bin"
std::string primer_name(const ContentHash& hash);     ///< "primer-abcdefgh.bin"
std::string column_directory_name(const ContentHash& hash);  ///< "columns-abcdefgh.bin"
std::string column_name(const ContentHash& hash);     ///< "columns/abcdefgh.bin"
/// "columns/abcdefgh-3.bin", a value bucket, or a band or span of a scale.
std::string value_file_name(const ContentHash& hash, std::uint32_t index);
std::string spelling_directory_name(const ContentHash& hash);  ///< "spelling-abcdefgh.bin"
std::string spelling_name(const ContentHash& hash);   ///< "spelling/abcdefgh.bin"
std::string text_name(const ContentHash& group, std::uint32_t index);  ///< "text/abcdefgh-3.bin"

/// A part of a file, from its first byte to its last: "text/abcdefgh-3.bin#100-299".
std::string part_name(std::string_view file, const TextExtent& extent);

/// The file that a name of a part is of; of a file's name itself.
std::string_view file_of(std::string_view name);

/// The part of `file` that `name` means, as far as the file has it; of a file's name all of it.
ByteView part_of(ByteView file, std::string_view name);

/// The checksum of the file `name` with the `payload`.
std::array<std::uint8_t, kChecksumBytes> checksum_of(std::string_view name, ByteView payload);

/// `payload` behind its checksum. What has a name of its own, a file or a part of one, has a checksum of its own.
Bytes seal(std::string_view name, ByteView payload);

/// The payload of `file`, or an error of kind kDamaged that names it. The view looks into `file`.
Result<ByteView> unseal(std::string_view name, ByteView file);

/// The error for a file whose checksum is right and whose content makes no sense.
Status broken(std::string_view name);

/// Says more of what is wrong.
Error damaged(std::string_view name, std::string_view what);

}  // namespace catchword
