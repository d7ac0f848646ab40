// catchword.yaml: every key, every fault with its line and remedy; url rules, globs and types.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "document/config/byte_size.h"
#include "document/config/config.h"
#include "document/config/glob.h"
#include "base/nearest_word.h"
#include "reader_cases.h"

namespace catchword {
namespace {

TEST_CASE("config: every key") {
  const Result<Config> read = parse_config(R"(
inputs: [public, notes.jsonl]
output: public/catchword
language: de
memory: 64 MB
synonyms:
  - [quay, wharf, landing stage]
  - lamp, lantern
  - lorry => truck, delivery van
stop-pages: drafts/**
selectors:
  body: main
  ignore: [.nav, "#footer"]
  title: h1.name
  meta: {author: [.byline, .by]}
  filter: {tag: .tag}
  sort: {"date[datetime]": time}
  weight: {.summary: 3, .legal: 0.5}
metadata:
  date: date
  price: number
  tags: {type: list, filter: true, sort: false, search: no}
  place: {filter: true}
urls: {base: https://example.org/docs, drop-index: true, drop-extension: yes}
html: {skip-noindex: false, main-only: false}
)", "catchword.yaml");
  REQUIRE(read.ok());
  const Config& config = read.value();
  CHECK(config.inputs == std::vector<std::string>{"public", "notes.jsonl"});
  CHECK(config.output == "public/catchword");
  CHECK(config.language == "de");
  CHECK(config.memory == 64u << 20);
  REQUIRE(config.synonyms.size() == 3);
  CHECK(config.synonyms[0].from == std::vector<std::string>{"quay", "wharf", "landing stage"});
  CHECK(config.synonyms[0].to == config.synonyms[0].from);
  CHECK(config.synonyms[1].to == std::vector<std::string>{"lamp", "lantern"});
  CHECK(config.synonyms[2].from == std::vector<std::string>{"lorry"});
  CHECK(config.synonyms[2].to == std::vector<std::string>{"truck", "delivery van"});
  CHECK(config.stop_pages == std::vector<std::string>{"drafts/**"});
  REQUIRE(config.selectors.size() == 10);
  CHECK(config.selectors[1].kind == HtmlDirective::Kind::kIgnore);
  CHECK(config.selectors[1].selector.classes == std::vector<std::string>{"nav"});
  CHECK(config.selectors[5].kind == HtmlDirective::Kind::kMeta);
  CHECK(config.selectors[5].value == "author");
  CHECK(config.selectors[7].value == "date[datetime]");
  CHECK(config.selectors[9].kind == HtmlDirective::Kind::kWeight);
  CHECK(config.selectors[9].value == "0.5");
  REQUIRE(config.metadata.size() == 4);
  CHECK(config.metadata[1].type == MetadataType::kNumber);
  CHECK_FALSE(config.metadata[1].filter.has_value());
  CHECK(config.metadata[2].type == MetadataType::kList);
  CHECK(config.metadata[2].filter == true);
  CHECK(config.metadata[2].sort == false);
  CHECK(config.metadata[2].search == false);
  CHECK_FALSE(config.metadata[3].type.has_value());
  CHECK(config.urls.base == "https://example.org/docs/");
  CHECK(config.urls.drop_index);
  CHECK(config.urls.drop_extension);
  CHECK_FALSE(config.skip_noindex);
  CHECK(config.skip_redirects);
  CHECK_FALSE(config.main_only);
}

TEST_CASE("config: an empty file is the default") {
  CHECK(parse_config("", "c").ok());
  CHECK(parse_config("# nothing\n", "c").ok());
  CHECK(parse_config("urls:\nhtml:\noutput:\nselectors:\nmetadata:\n", "c").ok());
}

TEST_CASE("config: the schema for editors has the keys that are known") {
  const auto schema = nlohmann::json::parse(test::load_fixture("../../docs/catchword.schema.json"));
  REQUIRE(schema["properties"].size() == 10);
  for (const auto& [key, value] : schema["properties"].items()) {
    INFO(key);
    CHECK(parse_config(key + ":\n", "c").ok());
    if (!value.contains("properties")) continue;
    for (const auto& inner : value["properties"].items()) {
      INFO(inner.key());
      CHECK(parse_config(key + ":\n  " + inner.key() + ":\n", "c").ok());
    }
  }
}

TEST_CASE("config: the documented example is one") {
  const std::string page = test::load_fixture("../../docs/configuration.md");
  const size_t begin = page.find("```yaml\n");
  REQUIRE(begin != std::string::npos);
  const size_t end = page.find("```", begin + 8);
  const Result<Config> read = parse_config(page.substr(begin + 8, end - begin - 8), "c");
  REQUIRE(read.ok());
  CHECK(read->stop_pages.size() == 2);
  CHECK(read->urls.drop_extension);
}

struct Fault {
  std::string yaml;
  std::string message;  ///< the whole of Error::to_string()
};

TEST_CASE("config: faults name the line, what is wrong, and the remedy") {
  const Fault faults[] = {
      {"memory: lots", "c:1: 'memory': this is no amount of memory. Write it like 512M or 2G, and at least 1M"},
      {"memory: 9k", "c:1: 'memory': this is too little memory. Write it like 512M or 2G, and at least 1M"},
      {"memory: [1G]", "c:1: 'memory' is no text. Write one value behind the colon"},
      {"language: de\nsynonym: []\n", "c:2: unknown key 'synonym'. Did you mean 'synonyms'?"},
      {"stop_pages: []", "c:1: unknown key 'stop_pages'. Did you mean 'stop-pages'?"},
      {"urls:\n  bsae: x\n", "c:2: unknown key 'bsae' in 'urls'. Did you mean 'base'?"},
      {"html:\n  noindex: x\n", "c:2: unknown key 'noindex' in 'html'. Did you mean 'skip-noindex'?"},
      {"urls: 3", "c:1: 'urls' is no map. Write its keys below it, indented"},
      {"urls:\n  drop-index: maybe\n", "c:2: 'drop-index' is neither true nor false. Write true or false"},
      {"output: ''\n", "c:1: 'output' is no text. Write one value behind the colon"},
      {"output: [a]", "c:1: 'output' is no text. Write one value behind the colon"},
      {"inputs: {a: b}", "c:1: 'inputs' is no list. Write `- value` lines below it"},
      {"synonyms:\n  - [a, b]\n  - [c]\n",
       "c:3: fewer than two synonyms. Write `quay, wharf` for words that mean the same, `lorry => truck` "
       "for one way"},
      {"synonyms:\n  - a, b\n  - a =>\n",
       "c:3: a side of '=>' is empty. Write `quay, wharf` for words that mean the same, `lorry => truck` "
       "for one way"},
      {"synonyms: a, b\n", "c:1: 'synonyms' is no list. Write each group as `- [quay, wharf]`"},
      {"selectors:\n  boddy: main\n", "c:2: unknown key 'boddy' in 'selectors'. Did you mean 'body'?"},
      {"selectors:\n  meta:\n    author: 3\n    author: 4\n",
       "c:4: 'author' stands here a second time. Put both under one key"},
      {"selectors:\n  weight:\n    .a: heavy\n",
       "c:3: the weight of '.a' is no number from 0 to 10. Write `selector: 3`"},
      {"metadata:\n  tags: {typ: list}\n", "c:2: unknown key 'typ' in 'tags'. Did you mean 'type'?"},
      {"metadata:\n  date: day\n",
       "c:2: unknown type 'day'. Types are text, number, date and list; did you mean 'date'?"},
      {"language: de\nlanguage: en\n", "c:2: 'language' stands here a second time. Put both under one key"},
      {"- a\n", "c:1: the file is no map of keys. Write `key: value` lines"},
      {"[a]: b", "c:1: a key is no word. Write `key: value`"},
  };
  for (const Fault& fault : faults) {
    INFO(fault.yaml);
    const Result<Config> read = parse_config(fault.yaml, "c");
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().kind == ErrorKind::kInput);
    CHECK(read.error().to_string() == fault.message);
  }
}

TEST_CASE("amounts of memory: a number and a unit, neither too small nor beyond 64 bits") {
  CHECK(parse_memory("1048576").value() == 1u << 20);
  CHECK(parse_memory("1M").value() == 1u << 20);
  CHECK(parse_memory(" 2048 k ").value() == 2u << 20);
  CHECK(parse_memory("3GB").value() == std::uint64_t{3} << 30);
  for (const char* wrong : {"", "M", "-1M", "1.5G", "1T", "1MM", "1 M B", "0", "1048575", "17179869184G"}) {
    INFO(wrong);
    const Result<std::uint64_t> memory = parse_memory(wrong);
    REQUIRE_FALSE(memory.ok());
    CHECK(memory.error().kind == ErrorKind::kUsage);
    CHECK(memory.error().where == wrong);
  }
}

TEST_CASE("config: damaged YAML and selectors that can't be read have a line too") {
  for (const char* yaml : {"output: [a\n", "a: b: c\n", "selectors:\n  body: 'a > b'\n"}) {
    INFO(yaml);
    const Result<Config> read = parse_config(yaml, "c");
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().where.rfind("c:", 0) == 0);
    CHECK_FALSE(read.error().remedy.empty());
  }
}

TEST_CASE("url rules: index and extension dropped, base put before relative urls") {
  struct Case {
    UrlRules rules;
    std::string url;
    std::string expected;
  };
  const Case cases[] = {
      {{"", false, false}, "a/index.html", "a/index.html"},
      {{"", true, false}, "a/index.html", "a/"},
      {{"", true, false}, "index.html", "./"},
      {{"", true, false}, "index.html?a#b", "./?a#b"},
      {{"", true, false}, "a/myindex.html", "a/myindex.html"},
      {{"", false, true}, "a/b.html#c", "a/b#c"},
      {{"", true, true}, "a/index.htm", "a/"},
      {{"https://x.org/", true, true}, "index.html", "https://x.org/"},
      {{"https://x.org/", true, true}, "a/b.html", "https://x.org/a/b"},
      {{"https://x.org/", true, true}, "https://y.org/a.html", "https://y.org/a.html"},
      {{"https://x.org/", true, true}, "/a.html", "/a.html"},
      {{"https://x.org/", false, false}, "a/b:c", "https://x.org/a/b:c"},
  };
  for (const Case& c : cases) {
    INFO(c.url);
    CHECK(apply_url_rules(c.rules, c.url) == c.expected);
  }
}

TEST_CASE("globs: stars stay in a folder, double stars don't") {
  CHECK(matches_glob("a.html", "a.html"));
  CHECK_FALSE(matches_glob("a.html", "b/a.html"));
  CHECK(matches_glob("*.html", "a.html"));
  CHECK_FALSE(matches_glob("*.html", "b/a.html"));
  CHECK(matches_glob("**.html", "b/a.html"));
  CHECK(matches_glob("**/a.html", "a.html"));
  CHECK(matches_glob("**/a.html", "b/c/a.html"));
  CHECK_FALSE(matches_glob("**/a.html", "b/ca.html"));
  CHECK(matches_glob("b/**", "b/c/d"));
  CHECK_FALSE(matches_glob("b/**", "bc/d"));
  CHECK(matches_glob("a?c", "abc"));
  CHECK_FALSE(matches_glob("a?c", "a/c"));
  CHECK_FALSE(matches_glob("", "a"));
  CHECK(matches_glob("", ""));
  CHECK_FALSE(matches_glob("a", ""));
  CHECK_FALSE(matches_glob(std::string(500, '*') + "x", std::string(5000, 'a')));
}

TEST_CASE("nearest word: by edits, a swap being one") {
  const std::string_view known[] = {"date", "text", "list"};
  CHECK(nearest_word("dtae", known) == "date");
  CHECK(nearest_word("", known) == "date");
  CHECK(nearest_word("lists", known) == "list");
  CHECK(nearest_word(std::string(100'000, 'x') + "list", known) == "text");
}

TEST_CASE("synonyms: both ways and one way, phrases of several words, no repetition") {
  const Result<SynonymRule> both = parse_synonyms(" quay,  landing   stage , quay,");
  REQUIRE(both.ok());
  CHECK(both->from == std::vector<std::string>{"quay", "landing stage"});
  CHECK(both->to == both->from);
  const Result<SynonymRule> one_way = parse_synonyms("lorry, van => truck");
  REQUIRE(one_way.ok());
  CHECK(one_way->from == std::vector<std::string>{"lorry", "van"});
  CHECK(one_way->to == std::vector<std::string>{"truck"});
  for (const char* text : {"", "quay", "quay, quay", "=> truck", "lorry =>", "a => b => c"}) {
    INFO(text);
    CHECK_FALSE(parse_synonyms(text).ok());
  }
}

}  // namespace
}  // namespace catchword
