// PositionPrior: what the positions of a bundle are like, learnt of some of them. It is told once, so that no
// position block has to learn it anew.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "index/position_list.h"

namespace catchword {

struct PositionModels;

class PositionPrior {
 public:
  /// Nothing is known.
  PositionPrior();

  /// What these positions tell.
  static PositionPrior of(std::span<const TermPositions> sample);

  /// What `encode` wrote. `name` is for the error.
  static Result<PositionPrior> parse(std::string_view name, ByteView payload);

  /// Some 3 kB; empty when nothing is known.
  [[nodiscard]] Bytes encode() const;

  /// How the models of each position block are at first.
  [[nodiscard]] const PositionModels& models() const { return *models_; }

 private:
  explicit PositionPrior(std::shared_ptr<const PositionModels> models) : models_(std::move(models)) {}

  std::shared_ptr<const PositionModels> models_;
};

}  // namespace catchword
