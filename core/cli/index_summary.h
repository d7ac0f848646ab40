// What `catchword index` says when it is done.
#pragma once

#include "build/bundle.h"
#include "document/collection.h"

namespace catchword {

/// Prints documents, words, bytes by part, and what was left out and why, on standard output. With
/// `every_notice` each file that was left out is named; else the first few of each reason.
void print_summary(const Collection& collection, const Bundle& bundle, double seconds,
                   bool every_notice);

/// Prints what was read, how fast, and what was left out, where nothing is written.
void print_reading(const Collection& collection, double seconds, bool every_notice);

/// Prints the notices alone, on standard error: files that failed, then warnings.
void print_failures(const Collection& collection, bool every_notice);

}  // namespace catchword
