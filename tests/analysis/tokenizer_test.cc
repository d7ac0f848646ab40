// The tokenizer: a table of one-line cases, and what holds for any text.
#include "analysis/tokenizer.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "support/property.h"

namespace catchword::test {
namespace {

// Each token as its position, a sign for its kind and its text:
//   0:word   0=identifier   0.part   0~pair   0|last   0&chain   0#symbols
std::string describe(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, tokens);
  std::string line;
  for (const Token& token : tokens) {
    if (!line.empty()) line += ' ';
    line += std::to_string(token.position) + ":=~|.&#"[static_cast<int>(token.kind)];
    line += text.substr(token.begin, token.end - token.begin);
  }
  return line;
}

struct Case {
  std::string_view text;
  std::string_view tokens;
};

constexpr Case kCases[] = {
    // Words
    {"", ""},
    {"   \t\n", ""},
    {"word", "0:word"},
    {"two words", "0:two 1:words"},
    {"  Spaces  around  ", "0:Spaces 1:around"},
    {"one,two;three.", "0:one 1:two 2:three"},
    {"well-known", "0:well 1:known"},
    {"a/b\\c", "0:a 1:b 2:c"},
    {"e-mail@example.org", "0:e 1:mail 2&example.org 2:example 3:org"},
    {"1,234.5", "0:1 1&234.5 1:234 2:5"},
    {"x86", "0:x86"},
    {"3rd", "0:3rd"},
    {"2024-05-01", "0:2024 1:05 2:01"},
    {"ALLCAPS", "0:ALLCAPS"},
    {"Title", "0:Title"},
    {"U.S.A.", "0&U.S.A 0:U 1:S 2:A"},
    {"!?", ""},
    {"\xF0\x9F\x98\x80 smile", "0:smile"},
    {"½ ² ⅷ", "0:½ 1:² 2:ⅷ"},
    {"٣٤", "0:٣٤"},
    // Apostrophes and possessives
    {"reader's guide", "0:reader 1:guide"},
    {"reader’s guide", "0:reader 1:guide"},
    {"READER'S", "0:READER"},
    {"readers' guide", "0:readers 1:guide"},
    {"don't", "0:don 1:t"},
    {"it's's", "0:it 1:s"},
    {"o'sullivan", "0:o 1:sullivan"},
    {"l'école", "0:l 1:école"},
    {"'s", "0:s"},
    {"dog'sé", "0:dog 1:sé"},
    {"x's_", "0:x"},
    {"北京's", "0~北京 1|京 2:s"},
    // Identifiers
    {"foo_bar", "0=foo_bar 0.foo 1.bar"},
    {"foo_bar next", "0=foo_bar 0.foo 1.bar 2:next"},
    {"camelCase", "0=camelCase 0.camel 1.Case"},
    {"PascalCase", "0=PascalCase 0.Pascal 1.Case"},
    {"HTMLParser", "0=HTMLParser 0.HTML 1.Parser"},
    {"parseHTML", "0=parseHTML 0.parse 1.HTML"},
    {"getX2Value", "0=getX2Value 0.get 1.X2Value"},
    {"one_two_three", "0=one_two_three 0.one 1.two 2.three"},
    {"_init_", "0=_init_ 0.init"},
    {"__init__.py", "0&__init__.py 0=__init__ 0.init 1:py"},
    {"a__b", "0=a__b 0.a 1.b"},
    {"_", ""},
    {"____ word", "0:word"},
    {"CONST_VALUE", "0=CONST_VALUE 0.CONST 1.VALUE"},
    {"c++", "0=c++ 0.c"},
    {"C++ rocks", "0=C++ 0.C 1:rocks"},
    {"c+++", "0=c++ 0.c"},
    {"g++12", "0&g++12 0=g++ 0.g 1:12"},
    {"C++20's", "0&C++20 0=C++ 0.C 1:20"},
    {"C++11/14", "0&C++11 0=C++ 0.C 1:11 2:14"},
    {"std::c++2a.h", "0&std::c++2a.h 0:std 1=c++ 1.c 2:2a 3:h"},
    {"c#8", "0&c#8 0=c# 0.c 1:8"},
    {"c++x", "0:c 1:x"},
    {"c#", "0=c# 0.c"},
    {"F#.", "0=F# 0.F"},
    {"issue#5", "0:issue 1:5"},
    {"tag#", "0:tag"},
    {"i++", "0=i++ 0.i"},
    {"a+b", "0:a 1:b"},
    {"ünderScore", "0=ünderScore 0.ünder 1.Score"},
    {"éÉcole", "0:éÉcole"},
    // Chains
    {"std::vector", "0&std::vector 0:std 1:vector"},
    {"os.path.join(a)", "0&os.path.join 0:os 1:path 2:join 3:a"},
    {"a::b.c_d e", "0&a::b.c_d 0:a 1:b 2=c_d 2.c 3.d 4:e"},
    {"one. two.", "0:one 1:two"},
    {"a: b:c :: d", "0:a 1:b 2:c 3#:: 3:d"},
    {"a..b a:::b ::a .a", "0:a 1:b 2:a 3:b 4#:: 4:a 5:a"},
    {"self._x", "0&self._x 0:self 1=_x 1.x"},
    {"a.b._", "0&a.b 0:a 1:b"},
    {"a._ b", "0:a 1:b"},
    {"Bob's.b", "0:Bob 1:b"},
    {"c++.h", "0&c++.h 0=c++ 0.c 1:h"},
    {"3.14", "0&3.14 0:3 1:14"},
    {"v2.1.0", "0&v2.1.0 0&2.1.0 0:v2 1:1 2:0"},
    {"V2.x v.2 v2", "0&V2.x 0&2.x 0:V2 1:x 2&v.2 2:v 3:2 4:v2"},
    {"$100", "0&$100 0:100"},
    {"$9.50 US$5", "0&$9.50 0&9.50 0:9 1:50 2:US 3&$5 3:5"},
    {"€5 £6 ¥7 ₩8 ＄9", "0&€5 0:5 1&£6 1:6 2&¥7 2:7 3&₩8 3:8 4&＄9 4:9"},
    {"$ 1 $a $$1", "0:1 1&$a 1:a 2&$1 2:1"},
    {"--all [--dry-run] “--x”", "0&--all 0:all 1&--dry-run 1:dry 2:run 3&--x 3:x"},
    {"--log-level=info --git.dir --a_b", "0&--log-level 0:log 1:level 2:info 3&--git.dir 3:git 4:dir 5&--a_b 5=a_b 5.a 6.b"},
    {"a--b c-d - -e -- f --", "0:a 1:b 2:c 3:d 4&-e 4:e 5:f"},
    {"---- ---g --- --h- --i--j", "0:g 1&--h 1:h 2&--i 2:i 3:j"},
    // Symbols
    {"a->b ->> c", "0:a 1#-> 1:b 2#->> 2:c"},
    {"x := y == z", "0:x 1#:= 1:y 2#== 2:z"},
    {"<=>", "0#<=>"},
    {"!= ?! !! ?!=", "0#!= 0#?!="},
    {"a ----- b ====== c <<<<< d", "0:a 1:b 2:c 3#<<<<< 3:d"},
    {"f(x)[y]{z}; a, b. c/d // e", "0:f 1:x 2:y 3:z 4:a 5:b 6:c 7:d 8:e"},
    {"a & b < c", "0:a 1:b 2:c"},
    {"std:: a: b:: c :: d", "0:std 1:a 2:b 3:c 4#:: 4:d"},
    {"++i i++ i++j i+++ j", "0#++ 0:i 1=i++ 1.i 2:i 3:j 4=i++ 4.i 5:j"},
    {"vector<T>::begin vector::~vector", "0:vector 1:T 2#>:: 2:begin 3:vector 4:vector"},
    {"@property $PATH (#include", "0&@property 0:property 1&$PATH 1:PATH 2&#include 2:include"},
    {"@app.route('/') $a_b", "0&@app.route 0&app.route 0:app 1:route 2&$a_b 2=a_b 2.a 3.b"},
    {"-v [-a|-bc] -fno-inline -W_x", "0&-v 0:v 1&-a 1:a 2&-bc 2:bc 3&-fno-inline 3:fno 4:inline 5&-W_x 5=W_x 5.W 6.x"},
    {"a -1 b-c - d x--y -é", "0:a 1:1 2:b 3:c 4:d 5:x 6:y 7:é"},
    {"a@b.org c#d ##e $$f #1 $2 @é", "0:a 1&b.org 1:b 2:org 3:c 4:d 5:e 6:f 7:1 8&$2 8:2 9:é"},
    {"=@x ->$y", "0&@x 0:x 1#-> 1&$y 1:y"},
    {"<!-- a --> [-a|--all]", "0#<! 0:a 1&-a 1:a 2&--all 2:all"},
    {"é:= _:= ^:=", "0:é 1#^:="},
    {"--北京 北--c", "0~北京 1|京 2|北 3&--c 3:c"},
    {"é.ü", "0&é.ü 0:é 1:ü"},
    {"北京.com", "0~北京 1|京 2:com"},
    {"com.北京", "0:com 1~北京 2|京"},
    // Marks, soft hyphens, joiners
    {"cafe\u0301", "0:cafe\u0301"},
    {"\u0301lone", "0:lone"},
    {"a\u0301\u0302b", "0:a\u0301\u0302b"},
    {"soft\u00ADhyphen", "0:soft\u00ADhyphen"},
    {"\u00AD", ""},
    {"zero\u200Bwidth", "0:zero\u200Bwidth"},
    {"no\u2060break", "0:no\u2060break"},
    {"नमस्ते दुनिया", "0:नमस्ते 1:दुनिया"},
    {"שָׁלוֹם", "0:שָׁלוֹם"},
    {"مُحَمَّد", "0:مُحَمَّد"},
    {"no\u00A0break", "0:no 1:break"},
    // Scripts without spaces
    {"北", "0|北"},
    {"北京", "0~北京 1|京"},
    {"北京大学", "0~北京 1~京大 2~大学 3|学"},
    {"北京。大学", "0~北京 1|京 2~大学 3|学"},
    {"在Python中", "0|在 1:Python 2|中"},
    {"第3章", "0|第 1:3 2|章"},
    {"ひらがな", "0~ひら 1~らが 2~がな 3|な"},
    {"ラーメン", "0~ラー 1~ーメ 2~メン 3|ン"},
    {"ﾃﾞｰﾀ", "0~ﾃﾞｰ 1~ｰﾀ 2|ﾀ"},
    {"漢字かな", "0~漢字 1~字か 2~かな 3|な"},
    {"人々", "0~人々 1|々"},
    {"한국어", "0~한국 1~국어 2|어"},
    {"\u1112\u1161\u11AB\u1100\u116E\u11A8", "0~\u1112\u1161\u11AB\u1100\u116E\u11A8 1|\u1100\u116E\u11A8"},
    {"ไทย", "0~ไท 1~ทย 2|ย"},
    {"ที่", "0~ที 1~ี่ 2|่"},
    {"か\u3099き", "0~か\u3099き 1|き"},
    {"\U00020000\U00020001", "0~\U00020000\U00020001 1|\U00020001"},
    {"ＡＢＣ", "0:ＡＢＣ"},
    // Ill-formed bytes separate
    {"a\xFF"
     "b",
     "0:a 1:b"},
    {"caf\xC3", "0:caf"},
    {"\x80\x80", ""},
    {"x\xED\xA0\x80y", "0:x 1:y"},
    {"nul\0byte", "0:nul"},
};

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// Pieces of text that meet the tokenizer's rules in every order.
std::string arbitrary_text() {
  static const std::vector<std::string> kPieces{"a",
                                                "B",
                                                "cd",
                                                "Ef",
                                                "7",
                                                "_",
                                                "'",
                                                "'s",
                                                "’s",
                                                "++",
                                                "#",
                                                " ",
                                                ".",
                                                "::",
                                                "v",
                                                "$",
                                                "€",
                                                "é",
                                                "\u0301",
                                                "\u00AD",
                                                "\u200D",
                                                "北",
                                                "か",
                                                "ー",
                                                "ท",
                                                "ี่",
                                                "한",
                                                "न",
                                                "्",
                                                "\xFF",
                                                "\xC3",
                                                "\xE6\xBC",
                                                "\xF0\x9F\x98\x80"};
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

}  // namespace

TEST_CASE("the tokens of one line") {
  for (const Case& c : kCases) {
    INFO(c.text);
    CHECK(describe(c.text) == c.tokens);
  }
}

TEST_CASE("a zero byte separates") { CHECK(describe(std::string_view("a\0b", 3)) == "0:a 1:b"); }

TEST_CASE("a very long run is cut and its rest skipped") {
  const std::string run(1000, 'x');
  CHECK(describe(run + " y") == "0:" + run.substr(0, kMaxTokenBytes) + " 1:y");
  const std::string accented = repeated("é", 500);
  CHECK(describe(accented + " y") == "0:" + accented.substr(0, kMaxTokenBytes) + " 1:y");
  const std::string wide = "x" + repeated("é", 500);  // the limit lies within a character
  CHECK(describe(wide) == "0:" + wide.substr(0, kMaxTokenBytes - 1));
  CHECK(describe(run + "++") == "0:" + run.substr(0, kMaxTokenBytes));
  CHECK(describe("ab." + run) == "0:ab 1:" + run.substr(0, kMaxTokenBytes));  // nor is it in a chain
  CHECK(describe(run + ".ab") == "0:" + run.substr(0, kMaxTokenBytes) + " 1:ab");
  CHECK(describe(run + "'s y") == "0:" + run.substr(0, kMaxTokenBytes) + " 1:y");
}

TEST_CASE("positions go on from where the caller says") {
  std::vector<Token> tokens;
  CHECK(tokenize("a foo_bar 北京", 40, tokens) == 45);
  CHECK(tokens.front().position == 40);
  CHECK(tokens.back().position == 44);
}

TEST_CASE("tokens lie within the text, in order, on whole characters, at growing positions") {
  check_property(
      [] {
        const std::string text = arbitrary_text();
        std::vector<Token> tokens;
        const std::uint32_t end = tokenize(text, 5, tokens);
        std::uint32_t begin = 0;
        std::uint32_t end_of_chain = 0;
        std::uint32_t position = 5;
        for (const Token& token : tokens) {
          RC_ASSERT(token.begin < token.end);
          RC_ASSERT(token.end <= text.size());
          RC_ASSERT(token.begin >= begin || token.end <= end_of_chain);
          RC_ASSERT(token.position >= position);
          RC_ASSERT(token.position < end + (has_place(token.kind) ? 0 : 1));
          RC_ASSERT(token.end == text.size() || !is_continuation(text[token.end]));
          begin = token.begin;
          if (token.kind == TokenKind::kChain) end_of_chain = token.end;  // a version's is without its v
          position = token.position;
        }
        const bool has_places = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return has_place(token.kind); });
        RC_ASSERT(has_places == (end > 5));
      },
      1000);
}

// A look at all that follows, for each of them, would take minutes.
TEST_CASE("many options in a line take linear time") {
  constexpr std::size_t kOptions = 300'000;
  std::string line;
  for (std::size_t i = 0; i < kOptions; ++i) line += "-a ";
  std::vector<Token> tokens;
  CHECK(tokenize(line, 0, tokens) == kOptions);
  CHECK(tokens.size() == 2 * kOptions);
}

TEST_CASE("what stands behind a space changes no token before it") {
  check_property(
      [] {
        const std::string before = arbitrary_text();
        const std::string behind = arbitrary_text();
        std::vector<Token> alone;
        std::vector<Token> together;
        tokenize(before, 0, alone);
        tokenize(before + " " + behind, 0, together);
        RC_ASSERT(together.size() >= alone.size());
        for (std::size_t i = 0; i < alone.size(); ++i) {
          RC_ASSERT(alone[i].begin == together[i].begin);
          RC_ASSERT(alone[i].end == together[i].end);
          RC_ASSERT(alone[i].kind == together[i].kind);
        }
      },
      500);
}

}  // namespace catchword::test
