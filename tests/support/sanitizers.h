// Whether the tests run under sanitizers, where each step takes some ten times as long.
#pragma once

namespace catchword::test {

#if defined(__has_feature)  // clang's; GCC 12 has none
constexpr bool kSanitized = __has_feature(address_sanitizer);
#elif defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

}  // namespace catchword::test
