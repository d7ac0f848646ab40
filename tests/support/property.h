// Properties: rapidcheck's random cases inside of a Catch test case.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <utility>

#include "support/sanitizers.h"

namespace catchword::test {

/// Tries `property` on `cases` random inputs, under sanitizers on a third of them, and fails the test with the smallest
/// counterexample.
template <class Property>
void check_property(Property&& property, int cases = 100) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess = std::max(kSanitized ? cases / 3 : cases, 1);
  const auto result = rc::detail::checkTestable(std::forward<Property>(property),
                                                rc::detail::TestMetadata{}, params);
  std::ostringstream text;
  rc::detail::printResultMessage(result, text);
  INFO(text.str());
  CHECK(result.template is<rc::detail::SuccessResult>());
}

}  // namespace catchword::test
