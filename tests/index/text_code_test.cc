// Text codes: every text comes back, with a primer and without; what is no code is refused.
#include "index/text_code.h"

#include "support/decoded.h"
#include "support/property.h"

namespace catchword::test {
namespace {

constexpr std::string_view kName = "text/abcdefgh-0.bin";
constexpr std::string_view kPrimer = "the quick brown fox jumps over the lazy dog\nthe lamp ";

// A primer with what reads texts that continue it.
struct Code {
  TextEncoder encoder;
  TextDecoder decoder;

  explicit Code(std::string primer, Effort effort = Effort::kQuick) : encoder(std::move(primer), effort) {
    REQUIRE(decoder.prime("primer-abcdefgh.bin", encoder.primer()));
  }

  [[nodiscard]] Bytes encode(std::string_view text) const { return encoder.encode(as_bytes(text)); }
};

// Few letters, so that much of it stands there already.
rc::Gen<std::string> repetitive_text() {
  return rc::gen::container<std::string>(rc::gen::elementOf(std::string("aab\n\0é", 7)));
}

// Pieces of texts a good deal longer than a match may be.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "line " + std::to_string(i * i % 97) + "\n";
  return text + std::string(20000, 'x') + text;
}

void require_back(const Code& code, const std::string& text) {
  const Result<std::string> decoded = decode_text(code.decoder, kName, code.encode(text));
  if (!decoded) RC_FAIL(decoded.error().to_string());
  RC_ASSERT(*decoded == text);
}

void require_refused(const Result<std::string>& decoded) {
  RC_ASSERT(decoded.error().kind == ErrorKind::kDamaged);
  RC_ASSERT(decoded.error().where == kName);
}

}  // namespace

TEST_CASE("every text comes back, whatever the primer") {
  check_property([] {
    const Code code(*rc::gen::oneOf(rc::gen::arbitrary<std::string>(), repetitive_text()),
                    *rc::gen::element(Effort::kQuick, Effort::kThorough));
    require_back(code, *repetitive_text());
    require_back(code, *rc::gen::arbitrary<std::string>());
  });
}

TEST_CASE("with more effort words without a pattern take less") {
  constexpr std::string_view kSyllables = "bacedifoguhajekilomunaperisotuva";
  std::string words;
  std::uint32_t random = 1;
  for (int i = 0; i < 8000; ++i) {
    random = random * 1664525 + 1013904223;
    words += kSyllables.substr(random >> 28 << 1, 2);
    if ((random >> 20 & 1) != 0) words += ' ';
  }
  const std::size_t quick = Code("").encode(words).size();
  const Code thorough("", Effort::kThorough);
  CHECK(thorough.encode(words).size() < quick * 4 / 5);
  require_back(thorough, words);
  require_back(thorough, long_text());
}

TEST_CASE("empty and long texts come back") {
  for (const char* primer : {"", kPrimer.data()}) {
    const Code code(primer);
    for (const std::string& text : {std::string(), std::string("x"), long_text(),
                                    std::string(100000, '\0'), std::string(kPrimer)}) {
      const Result<std::string> decoded = decode_text(code.decoder, kName, code.encode(text));
      REQUIRE(decoded);
      CHECK(*decoded == text);
    }
  }
}

TEST_CASE("what stands in the primer costs next to nothing") {
  const Code primed{std::string(kPrimer)};
  CHECK(primed.encode("the quick brown fox jumps over the lazy dog").size() <= 8);
  CHECK(Code("").encode("the quick brown fox jumps over the lazy dog").size() > 30);
}

TEST_CASE("texts do not depend on those that were coded before") {
  const Code code{std::string(kPrimer)};
  const Bytes first = code.encode("a lamp");
  (void)code.encode(long_text());
  CHECK(code.encode("a lamp") == first);
}

TEST_CASE("every truncated code is an error or another text") {
  const Code code{std::string(kPrimer)};
  const std::string text = long_text().substr(0, 3000);
  const Bytes payload = code.encode(text);
  for (std::size_t size = 0; size < payload.size(); ++size) {
    const Result<std::string> cut = decode_text(code.decoder, kName, ByteView(payload).first(size));
    if (cut) CHECK(*cut != text);
    if (size + 4 < payload.size() / 2) CHECK_FALSE(cut);
  }
}

TEST_CASE("a code of any bytes is an error or a text, and ends") {
  const Code code{std::string(kPrimer)};
  check_property(
      [&] {
        const Result<std::string> decoded =
            decode_text(code.decoder, kName, *rc::gen::arbitrary<Bytes>());
        if (!decoded) return require_refused(decoded);
        RC_ASSERT(decoded->size() <= kLongestText);
      },
      1000);
}

TEST_CASE("a spoiled code is an error or a text") {
  const Code code{std::string(kPrimer)};
  const Bytes payload = code.encode(long_text().substr(0, 2000));
  check_property(
      [&] {
        Bytes spoiled = payload;
        spoiled[*rc::gen::inRange<std::size_t>(0, payload.size())] ^= *rc::gen::nonZero<std::uint8_t>();
        const Result<std::string> decoded = decode_text(code.decoder, kName, spoiled);
        if (!decoded) require_refused(decoded);
      },
      500);
}

TEST_CASE("a spoiled primer is an error, or primes for other texts") {
  const TextEncoder encoder{std::string(kPrimer)};
  check_property([&] {
    Bytes spoiled = encoder.primer();
    spoiled[*rc::gen::inRange<std::size_t>(0, spoiled.size())] ^= *rc::gen::nonZero<std::uint8_t>();
    TextDecoder decoder;
    if (!decoder.prime(kName, spoiled)) return;
    (void)decode_text(decoder, kName, encoder.encode(as_bytes("the quick brown fox")));
  });
}

}  // namespace catchword::test
