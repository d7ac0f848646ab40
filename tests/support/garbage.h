// Bytes that make no sense, for what reads untrusted ones.
#pragma once

#include <string_view>

#include "base/bytes.h"
#include "base/error.h"

namespace catchword::test {

/// A payload with a few changes: damage as it happens, and as somebody might make it.
Bytes spoiled(Bytes payload);

/// Bytes of any kind, among them long runs of one byte.
Bytes arbitrary_bytes();

/// The error is that of a damaged or foreign file of this name.
void require_named(const Error& error, std::string_view name);

}  // namespace catchword::test
