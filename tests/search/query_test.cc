// The query parser: a table of one-line cases, and what holds whatever is typed.
#include "search/query.h"

#include "support/documents.h"
#include "support/property.h"

namespace catchword::test {
namespace {

std::string describe(const QueryWord& word) {
  std::string text = word.in_chain ? "." : "";
  if (word.is_chain) text += "&";
  text += word.form;
  if (word.folded != word.form) text += "/" + word.folded;
  if (word.prefix == Prefix::kUnfinished) text += "*";
  if (word.prefix == Prefix::kCharacter) text += "+";
  for (std::size_t i = 0; i < word.parts.size(); ++i) text += (i == 0 ? "=" : ",") + word.parts[i];
  return text;
}

std::string describe(const QueryPhrase& phrase) {
  std::string text;
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    text += (i == 0 ? "\"" : " ") + phrase.words[i] + "@" + std::to_string(phrase.offsets[i]);
  }
  return text + "\"";
}

//   form/folded*=part,part "phrase@0 word@1"     * unfinished, + a character that begins pairs
//   &chain .word .word
std::string describe(const Query& query) {
  std::string text;
  const auto add = [&text](const std::string& item) { text += (text.empty() ? "" : " ") + item; };
  for (const QueryWord& word : query.words) add(describe(word));
  for (const QueryPhrase& phrase : query.phrases) add(describe(phrase));
  return text;
}

struct Case {
  std::string_view text;
  std::string_view query;
};

constexpr Case kCases[] = {
    // Words; the last one may be unfinished
    {"", ""},
    {"   ", ""},
    {"?!", ""},
    {"lamp", "lamp*"},
    {"lamp ", "lamp"},
    {"lamp.", "lamp"},
    {"oil lamp", "oil lamp*"},
    {"oil lamp ", "oil lamp"},
    {"Oil LAMP", "oil lamp*"},
    {"oil, lamp; wick", "oil lamp wick*"},
    {"reader's", "reader"},
    {"reader's guide", "reader guide*"},
    {"Café", "café/cafe*"},
    {"straße ", "straße/strasse"},
    {"naïve café x", "naïve/naive café/cafe x*"},
    {"ＡＢＣ ", "abc"},
    {"2024-05", "2024 05*"},
    {"-lamp", "&-lamp* .lamp*"},
    {"a OR b", "a or b*"},
    {"site:x", "site x*"},
    // A word twice is one word, and finished when it once was
    {"lamp lamp", "lamp"},
    {"lamp oil lamp", "lamp oil"},
    {"Lamp lamp ", "lamp"},
    {"cafe café", "cafe café/cafe*"},
    // Identifiers keep their parts
    {"foo_bar", "foo_bar*=foo,bar"},
    {"foo_bar x ", "foo_bar=foo,bar x"},
    {"HTMLParser", "htmlparser*=html,parser"},
    {"c++", "c++*=c"},
    {"c++ ", "c++=c"},
    {"C# code", "c#=c code*"},
    {"std::vector", "&std::vector* .std .vector*"},
    {"std::vector std", "&std::vector std .vector"},
    {"a.b.c a.c ", "&a.b.c .a .b .c &a.c"},
    {"v1.2", "&v1.2* .&1.2* .v1 .2*"},
    // Scripts without spaces
    {"北京", "北京*"},
    {"北京 ", "北京"},
    {"北京大学", "北京 京大 大学*"},
    {"大", "大+"},
    {"大 学", "大+ 学+"},
    {"ไทย ", "ไท ทย"},
    {"lamp大", "lamp 大+"},
    // Phrases
    {"\"oil lamp\"", "\"oil@0 lamp@1\""},
    {"\"oil lamp", "\"oil@0 lamp@1\""},
    {"a \"oil lamp\" b", "a b* \"oil@0 lamp@1\""},
    {"a \"oil lamp\"", "a \"oil@0 lamp@1\""},
    {"“oil lamp”", "\"oil@0 lamp@1\""},
    {"„oil lamp“", "\"oil@0 lamp@1\""},
    {"«oil lamp»", "\"oil@0 lamp@1\""},
    {"\"\"", ""},
    {"\" \" lamp", "lamp*"},
    {"\"one\" \"two\"", "\"one@0\" \"two@0\""},
    {"\"one\"\"two\"", "\"one@0\" \"two@0\""},
    {"\"Café\"", "\"cafe@0\""},
    {"\"foo_bar baz\"", "\"foo_bar@0 baz@2\""},
    {"\"北京大学\"", "\"北京@0 京大@1 大学@2\""},
    {"\"reader's guide\"", "\"reader@0 guide@1\""},
    {"lamp\"oil\"", "lamp \"oil@0\""},
    // Ill-formed bytes
    {"la\xFFmp", "la mp*"},
    {"\xC3", ""},
    {"lamp\xE2\x80", "lamp"},
};

}  // namespace

TEST_CASE("what a line that is being typed asks for") {
  for (const Case& c : kCases) {
    INFO(c.text);
    CHECK(describe(parse_query(c.text, false)) == c.query);
  }
}

TEST_CASE("in a complete query no word is unfinished") {
  for (const Case& c : kCases) {
    INFO(c.text);
    std::string expected(c.query);
    std::erase(expected, '*');
    CHECK(describe(parse_query(c.text, true)) == expected);
  }
}

TEST_CASE("a pair of characters that comes again is no gap in its run") {
  CHECK(parse_words("ตารางข้อความ ข้อความ", true).text == "ตารางข้อความ");
  CHECK(parse_words("人为人为人们 lamp lamp", true).text == "人为人为人们 lamp");
}

TEST_CASE("a pasted page is cut to a bounded query") {
  std::string page;
  for (int i = 0; i < 100000; ++i) page += "word" + std::to_string(i) + " ";
  CHECK(parse_query(page, false).words.size() <= 64);
  const Query phrase = parse_query('"' + page, false);
  REQUIRE(phrase.phrases.size() == 1);
  CHECK(phrase.phrases[0].words.size() <= 64);
  CHECK(parse_query(std::string(100000, '"'), false).empty());
}

TEST_CASE("any bytes are a query") {
  check_property(
      [](const std::string& bytes) {
        const Query query = parse_query(bytes, *rc::gen::arbitrary<bool>());
        for (const QueryWord& word : query.words) RC_ASSERT(!word.folded.empty());
        for (const QueryPhrase& phrase : query.phrases) {
          RC_ASSERT(!phrase.words.empty());
          RC_ASSERT(phrase.words.size() == phrase.offsets.size());
          RC_ASSERT(phrase.offsets[0] == 0u);
        }
      },
      500);
}

TEST_CASE("no two words of a query are alike, and at most one is unfinished") {
  check_property(
      [] {
        const Query query = parse_query(*arbitrary_query(), false);
        int unfinished = 0;
        for (std::size_t i = 0; i < query.words.size(); ++i) {
          const bool whole = !query.words[i].is_chain;  // its last word says the same
          unfinished += whole && query.words[i].prefix == Prefix::kUnfinished ? 1 : 0;
          for (std::size_t k = 0; k < i; ++k) RC_ASSERT(query.words[i].form != query.words[k].form);
        }
        RC_ASSERT(unfinished <= 1);
      },
      300);
}

}  // namespace catchword::test
