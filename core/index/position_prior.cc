// Layout of the stream: for each bit model whether it is known, and if so its probability, on a scale of two
// steps to an octave: of the less likely bit, and which one that is.

#include "index/position_prior.h"

#include <memory>

#include "index/position_codec.h"

namespace catchword {
namespace {

constexpr std::uint32_t kOne = 65536;
constexpr std::uint32_t kLevels = 16;
constexpr std::uint32_t kLeastSeen = 8;  // bits, for a model to be told
constexpr std::uint32_t kSeen = 16;      // bits that a model which is told counts for

constexpr std::uint8_t kTold[] = {
#include "index/position_prior.inc"
};

// 1/2, 3/8, 1/4, 3/16, ...
constexpr std::uint32_t probability_of(std::uint32_t level) {
  return (4 - level % 2) << (13 - level / 2);
}

std::uint32_t level_of(std::uint32_t probability) {
  std::uint32_t level = 0;
  while (level + 1 < kLevels &&
         2 * probability < probability_of(level) + probability_of(level + 1)) {
    ++level;
  }
  return level;
}

template <Coder C>
class PriorCodec {
 public:
  explicit PriorCodec(C& coder) : coder_(coder) {}

  BitModel model(const BitModel& value) {
    const std::uint32_t known = coder_.bit(known_[recent_], value.count() >= kLeastSeen ? 1 : 0);
    recent_ = (recent_ << 1 | known) & 3;
    if (known == 0) return {};
    const std::uint32_t one = value.probability() > kOne / 2 ? 1 : 0;
    const std::uint32_t less = one != 0 ? kOne - value.probability() : value.probability();
    const std::uint32_t symbol = levels_.code(coder_, one * kLevels + level_of(less));
    const std::uint32_t probability = probability_of(symbol % kLevels);
    return BitModel::known(symbol < kLevels ? probability : kOne - probability, kSeen);
  }

 private:
  C& coder_;
  std::array<BitModel, 4> known_{};  // by whether the two before it are
  SymbolModel<5> levels_;
  std::uint32_t recent_ = 0;
};

std::unique_ptr<PositionModels> decode_prior(ByteView told) {
  auto models = std::make_unique<PositionModels>();
  if (told.size() == 1) return models;  // before anything was learnt
  RangeDecoder coder(told);
  PriorCodec codec(coder);
  models->each([&](BitModel& model) { model = codec.model({}); });
  return models;
}

}  // namespace

const PositionModels& position_prior() {
  static const std::unique_ptr<PositionModels> models = decode_prior(kTold);
  return *models;
}

Bytes encode_position_prior(PositionModels& models) {
  RangeEncoder coder;
  PriorCodec codec(coder);
  models.each([&](const BitModel& model) { codec.model(model); });
  return coder.finish();
}

}  // namespace catchword
