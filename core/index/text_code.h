// Text codes: the payloads of text blocks, each coded as a continuation of one short text, the primer,
// that is typical of the bundle. So even a small block is coded by what is known of all.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "codec/lz_model.h"
#include "codec/match_finder.h"

namespace catchword {

/// Coded texts unfold to no more than so many bytes.
inline constexpr std::uint32_t kLongestText = 1u << 24;

/// Reads texts.
class TextDecoder {
 public:
  /// Without a primer.
  TextDecoder() = default;

  /// Takes a primer as TextEncoder::primer returned it. `name` is for the error.
  Status prime(std::string_view name, ByteView payload);

  /// Makes `text` what `payload` stands for. Linear, about 100 ns a byte.
  [[nodiscard]] Status decode(std::string_view name, ByteView payload, std::string& text) const;

 private:
  std::string primer_;
  LzModel model_;
};

/// How much time an encoder takes: see FixedGain and PricedGain. Readers need not know.
enum class Effort { kQuick, kThorough };

/// Writes texts, in any number of threads.
class TextEncoder {
 public:
  explicit TextEncoder(std::string primer, Effort effort = Effort::kQuick);

  [[nodiscard]] bool has_primer() const { return !primer_.empty(); }

  /// What TextDecoder::prime takes.
  [[nodiscard]] const Bytes& primer() const { return coded_primer_; }

  /// Linear, about 100 ns a byte. REQUIRES: at most kLongestText bytes.
  [[nodiscard]] Bytes encode(ByteView text) const;

 private:
  std::string primer_;
  Effort effort_;
  LzModel model_;
  MatchFinder finder_;
  Bytes coded_primer_;
};

}  // namespace catchword
