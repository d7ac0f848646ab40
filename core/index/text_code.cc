// Layout of the stream: length of the text; then items, each a flag and a byte or a match, as LzModel codes
// them, until the text has its length.

#include "index/text_code.h"

#include <utility>

#include "index/block_file.h"

namespace catchword {
namespace {

constexpr std::int32_t kWorthWaiting = 2;  // bits that a match one byte later must save more

// Appends what is coded to `text`, up to `end`. False for a match that reaches before the text.
bool decode_items(RangeDecoder& coder, LzModel& model, std::string& text, std::size_t end) {
  while (text.size() < end && coder.ok()) {
    if (model.is_match(coder, 0) == 0) {
      text.push_back(static_cast<char>(model.byte(coder, text, 0)));
      continue;
    }
    const LzMatch match = model.match(coder, {});
    if (match.distance == 0 || match.distance > text.size() || match.length > end - text.size()) {
      return false;
    }
    for (std::uint32_t i = 0; i < match.length; ++i) text.push_back(text[text.size() - match.distance]);
  }
  return coder.ok();
}

// Decodes a text that continues `history`, whole, to its end.
bool decode_text(ByteView payload, LzModel& model, std::string& history) {
  RangeDecoder coder(payload);
  const std::uint32_t length = NumberModel().code(coder, 0);
  return length <= kLongestText && decode_items(coder, model, history, history.size() + length);
}

// Codes text[begin, end). A match is put off by a byte where that saves bits, as `gain` says.
template <class Gain>
Bytes encode_text(std::string_view text, std::size_t begin, LzModel& model, MatchFinder& finder, Gain gain) {
  RangeEncoder coder;
  NumberModel().code(coder, static_cast<std::uint32_t>(text.size() - begin));
  MatchFinder::Found found;
  for (std::size_t at = begin; at < text.size();) {
    if (found.match.length == 0) found = finder.find(text, at, model.last_distance(), gain, 0);
    MatchFinder::Found later;
    if (found.match.length != 0 && at + 1 < text.size()) {
      const std::int32_t floor = found.gain + kWorthWaiting * Gain::kBit - 1;
      later = finder.find(text, at + 1, model.last_distance(), gain, floor);
    }
    if (found.match.length != 0 && later.match.length == 0) {
      model.is_match(coder, 1);
      model.match(coder, found.match);
      at += found.match.length;
    } else {
      model.is_match(coder, 0);
      model.byte(coder, text.substr(0, at), static_cast<std::uint8_t>(text[at]));
      ++at;
    }
    found = later;
  }
  return coder.finish();
}

Bytes encode_text(std::string_view text, std::size_t begin, LzModel& model, MatchFinder& finder, Effort effort) {
  if (effort == Effort::kQuick) return encode_text(text, begin, model, finder, FixedGain());
  return encode_text(text, begin, model, finder, PricedGain(model, text));
}

}  // namespace

Status TextDecoder::prime(std::string_view name, ByteView payload) {
  if (!decode_text(payload, model_, primer_)) return broken(name);
  return {};
}

Status TextDecoder::decode(std::string_view name, ByteView payload, std::string& text) const {
  text = primer_;
  LzModel model(&model_);
  if (!decode_text(payload, model, text)) return broken(name);
  text.erase(0, primer_.size());
  return {};
}

TextEncoder::TextEncoder(std::string primer, Effort effort) : primer_(std::move(primer)), effort_(effort) {
  coded_primer_ = encode_text(primer_, 0, model_, finder_, effort_);
}

Bytes TextEncoder::encode(ByteView text) const {
  const std::string whole = primer_ + std::string(as_text(text));
  LzModel model(&model_);
  MatchFinder finder = finder_;
  return encode_text(whole, primer_.size(), model, finder, effort_);
}

}  // namespace catchword
