// Corrections: what is searched in the place of a word that no document has, and what never is.
#include "spelling/corrector.h"

#include <catch2/catch.hpp>
#include <deque>

#include "support/documents.h"
#include "support/memory_bundle.h"

namespace catchword::test {
namespace {

/// Three pages of a manual, so that every word of their texts stands on two pages or more.
const MemoryBundle& manual() {
  static const MemoryBundle bundle([] {
    const std::string text =
        "The program creates an index with the statement create index. Vacuuming a column, or the whole "
        "table, takes locks. Straße, größe, запрос, الجدول. parse_config reads the file. tasks.gather collects later.";
    std::vector<Document> documents;
    for (const char* title : {"Columns", "Create an index", "Vacuum"}) {
      documents.push_back(make_document(title, title, {make_passage("", text)}));
    }
    documents.push_back(make_document("once", "Zymurgy", {make_passage("", "quaternion")}));
    return build(documents);
  }());
  return bundle;
}

FullAnswer answer_to(const MemoryBundle& bundle, std::string_view query, bool corrects = true) {
  static std::deque<FullSearcher> searchers;  // results borrow from them
  FullSearcher& searcher = searchers.emplace_back(bundle.open());
  Request request;
  request.query = query;
  request.correct = corrects;
  const Result<FullAnswer> answer = bundle.search(searcher, request);
  INFO((answer ? std::string() : answer.error().to_string()));
  REQUIRE(answer);
  return *answer;
}

FullAnswer correct(std::string_view query, bool corrects = true) { return answer_to(manual(), query, corrects); }

std::string understood(std::string_view query) { return correct(query).interpretation; }

}  // namespace

TEST_CASE("a misspelled word is replaced by its neighbour") {
  struct Case {
    const char* typed;
    const char* understood;
  };
  for (const auto& [typed, expected] : {
           Case{"colunm", "column"},              // two letters exchanged
           Case{"colmn", "column"},               // one left out
           Case{"collumn", "column"},             // one too many
           Case{"cokumn", "column"},              // another one
           Case{"xolumn", "column"},              // the first
           Case{"ocolumn", "column"},
           Case{"olumn", "column"},
           Case{"satement", "statement"},
           Case{"stetemant", "statement"},        // two edits
           Case{"lokcs taeks", "locks takes"},
           Case{"createindex", "create index"},   // the space
           Case{"colu mn", "column"},
           Case{"the vacu uming table", "the vacuuming table"},
           Case{"Grosse strasze", "Grosse straße"},
           Case{"запорс", "запрос"},
           Case{"الجدل", "الجدول"},
           Case{"parse_confg", "parse_config"},   // a part
           Case{"tasks.gater", "tasks.gather"},   // joined: not "later", which is as near to the word
           Case{"taks.gather", "tasks.gather"},
           Case{"zymurgi", "zymurgy"},            // on one page, in its title
       }) {
    CAPTURE(typed);
    const FullAnswer answer = correct(typed);
    CHECK(answer.interpretation == expected);
    CHECK_FALSE(answer.corrections.empty());
    CHECK(answer.total > 0);
    CHECK(answer.unknown.empty());
  }
}

TEST_CASE("what a correction was is told") {
  const auto only = [](std::string_view query) {
    const FullAnswer answer = correct(query);
    REQUIRE(answer.corrections.size() == 1);
    return answer.corrections.front();
  };
  const Correction spelling = only("colunm");
  CHECK(spelling.from == "colunm");
  CHECK(spelling.to == "column");
  CHECK(spelling.kind == Correction::kSpelling);
  const Correction split = only("createindex");
  CHECK(split.from == "createindex");
  CHECK(split.to == "create index");
  CHECK(split.kind == Correction::kSplit);
  const Correction join = only("colu mn");
  CHECK(join.from == "colu mn");
  CHECK(join.to == "column");
  CHECK(join.kind == Correction::kJoin);
}

TEST_CASE("a word that some document has is never replaced") {
  for (const char* query : {"column", "columns", "vacuum", "quaternion", "vac", "parse_config", "createIndex"}) {
    CAPTURE(query);
    const FullAnswer answer = correct(query);
    CHECK(answer.corrections.empty());
    CHECK(answer.interpretation == query);
  }
}

TEST_CASE("beside what the stem of an unknown form finds, words of titles one edit away are searched") {
  BuildOptions options;
  options.language = "en";
  const MemoryBundle bundle(build(
      {
          make_document("ready", "Getting started", {make_passage("", "until all is ready")}),
          make_document("reading", "Further reading", {make_passage("", "books")}),
          make_document("looked", "Search", {make_passage("", "we looked it up")}),
          make_document("took", "Storage", {make_passage("", "what it took")}),
          make_document("took-too", "Memory", {make_passage("", "what it took")}),
      },
      options));
  const auto ids = [&](std::string_view query) {
    const FullAnswer answer = answer_to(bundle, query);
    CHECK(answer.corrections.empty());
    CHECK(answer.interpretation == query);
    std::vector<std::string> found;
    for (const SearchResult& result : answer.results) found.emplace_back(result.id);
    return found;
  };
  using Ids = std::vector<std::string>;
  CHECK(ids("readiing") == Ids{"reading", "ready"});
  CHECK(ids("readiing -storage") == Ids{"reading", "ready"});
  CHECK(ids("look") == Ids{"looked"});  // "took" is in no title
}

TEST_CASE("the accents of a guess are nobody's: its other spellings are as good") {
  const MemoryBundle bundle(build({
      make_document("long", "What to do with a résumé", {make_passage("", "résumé, résumé, résumé")}),
      make_document("longer", "What else to do with a résumé", {make_passage("", "résumé")}),
      make_document("short", "Resume", {make_passage("", "resume")}),
  }));
  const FullAnswer answer = answer_to(bundle, "resumme");
  CHECK(answer.interpretation == "résumé");
  CHECK(answer.results.front().id == "short");
}

TEST_CASE("a guess has the accents that were typed, where some document has it so") {
  const MemoryBundle bundle(build({
      make_document("update", "Cập nhật", {make_passage("", "cập nhật, nhật, nhật")}),
      make_document("updates", "Cập nhật", {make_passage("", "cập nhật")}),
      make_document("sets", "Tập", {make_passage("", "tập")}),
      make_document("files", "Tập tin", {make_passage("", "tập tin, nhật")}),
      make_document("low", "Hạ thấp", {make_passage("", "thấp nhất")}),
      make_document("unified", "Hợp nhất", {make_passage("", "nhất")}),
  }));
  const auto answered = [&](std::string_view query) {
    const FullAnswer answer = answer_to(bundle, query);
    return answer.interpretation + ": " + std::string(answer.results.front().id);
  };
  CHECK(answered("nhấtt") == "nhất: unified");   // of a word that is more often written "nhật"
  CHECK(answered("nhậtt") == "nhật: update");
  CHECK(answered("htấp") == "thấp: low");        // "tập" is as near without accents, and more frequent
  CHECK(answered("nhàtt").starts_with("nhật"));  // which no document has
}

TEST_CASE("what can't be told stays as it is, and is named") {
  for (const char* query : {"qx", "1234567", "xylophone zebra", "灯油"}) {
    CAPTURE(query);
    const FullAnswer answer = correct(query);
    CHECK(answer.corrections.empty());
    CHECK_FALSE(answer.unknown.empty());
  }
}

TEST_CASE("words among operators are replaced, too") {
  struct Case {
    const char* typed;
    const char* understood;
  };
  for (const auto& [typed, expected] : {
           Case{"title:colunms", "title:columns"},
           Case{"title:vacum colunm", "title:vacuum column"},
           Case{"takes OR colunm", "takes OR column"},
           Case{"takes AND colunm AND table", "takes AND column AND table"},
           Case{"(colunm OR xolumn) AND tabel", "(column OR column) AND table"},
           Case{"-quaternion colu mn", "-quaternion column"},          // side by side: one word
           Case{"createindex OR table", "create AND index OR table"},  // two
           Case{"createindex -quaternion", "create index -quaternion"},
           Case{"colunm NEAR/5 table", "column NEAR/5 table"},
           Case{"createindex NEAR table", "(create AND index) AND table"},
           Case{"parse_confg -quaternion", "parse_config -quaternion"},
           Case{"\"colunm\"", "\"column\""},
           Case{"\"createindex with\"", "~ create index with"},
           Case{"\"creat index\"", "\"create index\""},
           Case{"table \"whle table\"", "table \"whole table\""},
           Case{"colunm \"whle table\"", "column \"whole table\""},
           Case{"colunm \"whole table\"", "column \"whole table\""},
           Case{"takes:colunm table", "takes column table"},
           Case{"title:\"creat an index\"", "title:\"create an index\""},
           Case{"\"quaternion table\" colunm", "~ quaternion table column"},  // known words stay
       }) {
    CAPTURE(typed);
    const FullAnswer answer = correct(typed);
    CHECK((answer.relaxed ? "~ " : "") + answer.interpretation == expected);
    CHECK_FALSE(answer.corrections.empty());
    CHECK(answer.total > 0);
    CHECK(answer.unknown.empty());
  }
}

TEST_CASE("what is typed with care, or excluded, is never replaced") {
  for (const char* query : {"=colunm", "colun*", "col?nm", "table -colunm", "table -title:colunm", "table -\"colunm\"",
                            "-(colunm OR tabel)"}) {
    CAPTURE(query);
    const FullAnswer answer = correct(query);
    CHECK(answer.corrections.empty());
    CHECK(answer.interpretation == query);
  }
}

TEST_CASE("word~ finds what lies near, whatever the first letter") {
  CHECK(correct("xolumn~").total == 3);
  CHECK(correct("olumn~").total == 3);
  CHECK(correct("stetemant~").total == 0);
  CHECK(correct("stetemant~2").total == 3);
  CHECK(correct("quaternoin~").total == 1);  // on one page, in its text: found where it would stand
  CHECK(correct("takes AND xolumn~").total == 3);
  CHECK(correct("xolumn~").corrections.empty());
}

TEST_CASE("a search as typed replaces nothing") {
  const FullAnswer answer = correct("colunm", false);
  CHECK(answer.corrections.empty());
  CHECK(answer.unknown == std::vector<std::string>{"colunm"});
  CHECK(answer.total == 0);
}

TEST_CASE("a correction finds what the right word finds") {
  CHECK(correct("vacum").results.front().id == correct("vacuum ").results.front().id);
  CHECK(understood("index colunm") == "index column");
}

// Names, and pages that have nothing but their parts.
const MemoryBundle& names() {
  static const MemoryBundle bundle([] {
    std::vector<Document> documents;
    const auto add = [&](const char* id, const char* text) {
      documents.push_back(make_document(id, id, {make_passage("", text)}));
    };
    add("a", "side by side, the max of a wal; level the wal; join the path of os; os, os, path, path, join, join");
    add("b", "side max wal level size os path join");
    add("c", "max_wal_size and wal_level; os.path.join is called");
    add("d", "one more max_wal_size, one more wal_level; os.path.join");
    add("e", "side joint");
    add("f", "side bath bos");
    return build(documents);
  }());
  return bundle;
}

// By the full searcher.
FullAnswer ask_fully(const MemoryBundle& bundle, std::string_view query, bool complete = true, bool corrects = true) {
  static std::deque<FullSearcher> searchers;  // results borrow from them
  FullSearcher& searcher = searchers.emplace_back(bundle.open());
  Request request;
  request.query = query;
  request.complete = complete;
  request.correct = corrects;
  const Result<FullAnswer> answer = bundle.search(searcher, request);
  REQUIRE(answer);
  return *answer;
}

FullAnswer ask_names(std::string_view query, bool complete = true, bool corrects = true) {
  return ask_fully(names(), query, complete, corrects);
}

TEST_CASE("what is searched in the place of a misspelled name is what the answer says") {
  struct Case {
    const char* typed;
    const char* understood;
  };
  for (const auto& [typed, expected] : {
           Case{"wal_lvel", "wal_level"},
           Case{"max_wal_sixe", "max_wal_size"},  // the name that is meant, not the word nearest to its part
           Case{"maxwal_size", "max_wal_size"},
           Case{"os.pth.join", "os.path.join"},
           Case{"os.path.jion \"side\"", "os.path.join \"side\""},
           Case{"wal_lvel wal_level", "wal_level"},
           Case{"wal_lvel side", "wal_level side"},
       }) {
    CAPTURE(typed);
    const FullAnswer mended = ask_names(typed);
    const FullAnswer right = ask_names(expected);
    CHECK(mended.interpretation == expected);
    REQUIRE(mended.results.size() == right.results.size());
    for (std::size_t i = 0; i < right.results.size(); ++i) {
      CHECK(mended.results[i].id == right.results[i].id);
      CHECK(mended.results[i].partial == right.results[i].partial);
    }
  }
}

TEST_CASE("for a chain that none has, of words that some have, what was probably meant is proposed") {
  struct Case {
    const char* typed;
    const char* proposed;
  };
  for (const auto& [typed, proposed] : {
           Case{"os.bath.join", "os.path.join"},
           Case{"bos.path.join", "os.path.join"},
           Case{"os.path.joint", "os.path.join"},
           Case{"side os.bath.join", "os.path.join"},
           Case{"\"os.bath.join\"", "os.path.join"},
           Case{"side \"os.bath.join\"", "os.path.join"},
           Case{"os.bath.join -wal", "os.path.join"},
           Case{"wal OR os.bath.join", "os.path.join"},
           Case{"os.bath.join NEAR wal", "os.path.join"},
           Case{"title:os.bath.join", "os.path.join"},
           Case{"os.path.join", ""},
           Case{"os.bath.size", ""},   // like none
           Case{"os.bath.joint", ""},  // two mistakes
           Case{"=os.bath.join", ""},  // with care
           Case{"wal -os.bath.join", ""},
       }) {
    CAPTURE(typed);
    const FullAnswer answer = ask_names(typed);
    CHECK(answer.corrections.empty());
    CHECK((answer.proposals.empty() ? "" : answer.proposals[1]) == std::string(proposed));
    CHECK(answer.proposals.size() <= 2);
  }
  CHECK(ask_names("os.bath.joi", false).proposals.empty());
  CHECK(ask_names("os.pat", false).proposals.empty());  // goes on
  CHECK(ask_names("os.bath.join", true, false).proposals.empty());
}

/// So that the vocabulary has every word of `text`.
Bundle on_two_pages(const std::string& text) {
  return build({make_document("a", "a", {make_passage("", text)}), make_document("b", "b", {make_passage("", text)})});
}

const MemoryBundle& korean() {
  static const MemoryBundle bundle(on_two_pages("프레젠테이션 텍스트 함수, 빼기 기호, 빼고. 灯油"));
  return bundle;
}

FullAnswer ask_korean(std::string_view query) { return ask_fully(korean(), query, false); }

TEST_CASE("in Hangul two syllables are exchanged, or a letter of one replaced, put in or left out") {
  struct Case {
    const char* typed;
    const char* understood;
  };
  for (const auto& [typed, expected] : {
           Case{"텍트스", "텍스트"},
           Case{"함서", "함수"},              // a vowel
           Case{"텍스드", "텍스트"},          // the consonant before
           Case{"테스트", "텍스트"},          // the one behind, left out
           Case{"프레젠텡이션", "프레젠테이션"},  // or too many
           Case{"핟수 기호", "함수 기호"},
           Case{"빠기 함서", "빼기 함수"},
           Case{"\"텍트스 함수\"", "\"텍스트 함수\""},
       }) {
    CAPTURE(typed);
    const FullAnswer answer = ask_korean(typed);
    CHECK(answer.interpretation == expected);
    CHECK_FALSE(answer.corrections.empty());
    CHECK(answer.complete == 2);
    CHECK(answer.unknown.empty());
  }
  for (const char* query : {"텍스트", "함수 기호", "냉장고", "텍함", "텍트스 -함수"}) {
    CAPTURE(query);
    CHECK(ask_korean(query).corrections.empty());
  }
}

const MemoryBundle& chinese() {
  static const MemoryBundle bundle(on_two_pages("数据库，文本文档。单元格；函数。数字、编辑"));
  return bundle;
}

const MemoryBundle& japanese() {
  static const MemoryBundle bundle(on_two_pages("自動保存、検索の変換。データベースとサーバー、テスト"));
  return bundle;
}

TEST_CASE("in Han two characters are exchanged, or one is replaced by a homophone; words in Katakana are like others") {
  struct Case {
    const MemoryBundle& (*bundle)();
    const char* typed;
    const char* understood;
  };
  for (const auto& [bundle, typed, expected] : {
           Case{chinese, "数居库", "数据库"},
           Case{chinese, "数句", "数据"},
           Case{chinese, "输字", "数字"},    // the first
           Case{chinese, "文本文挡", "文本文档"},
           Case{chinese, "数库据", "数据库"},
           Case{chinese, "单远格 函树", "单元格 函数"},
           Case{chinese, "\"单园格\"", "\"单元格\""},
           Case{japanese, "自働保存", "自動保存"},
           Case{japanese, "自動補存", "自動保存"},
           Case{japanese, "データベズ", "データベース"},
           Case{japanese, "サバー", "サーバー"},
           Case{japanese, "変換とデタベース", "変換とデータベース"},  // the rest stays
           Case{japanese, "データメーサ", "データベース"},  // two edits
           Case{japanese, "サーバーテスト", "サーバー テスト"},
       }) {
    CAPTURE(typed);
    const FullAnswer answer = ask_fully(bundle(), typed, false);
    CHECK(answer.interpretation == expected);
    CHECK_FALSE(answer.corrections.empty());
  }
  for (const char* query : {"数据库", "数狗库", "数居库在文本文档和单元格之中", "数居库单园格", "数居库 -函数", "函文"}) {
    CAPTURE(query);
    CHECK(ask_fully(chinese(), query, false).corrections.empty());
  }
  for (const char* query : {"データ", "サーバーの検索", "ヌメラ", "けんさく"}) {
    CAPTURE(query);
    CHECK(ask_fully(japanese(), query, false).corrections.empty());
  }
}

const MemoryBundle& south_east_asian() {
  static const MemoryBundle bundle(
      on_two_pages("การตั้งค่าเครื่องพิมพ์ ตารางข้อมูล เอกสารนำเข้า น้ำมันดิบ។ បញ្ចូលតារាងទិន្នន័យ. ພາສາລາວທາງການ. မြန်မာဘာသာစကား"));
  return bundle;
}

TEST_CASE("words that no space sets apart are put together from those of the vocabulary, one of them mended") {
  struct Case {
    const char* typed;
    const char* understood;
  };
  for (const auto& [typed, expected] : {
           Case{"ตารงา", "ตาราง"},                          // exchanged
           Case{"เอกสาฬ", "เอกสาร"},                        // replaced
           Case{"ฬอกสาร", "เอกสาร"},                        // the first
           Case{"เอสาร", "เอกสาร"},                         // left out
           Case{"เอกสฬาร", "เอกสาร"},                       // put in
           Case{"การตั้งค่าเครืองพิมพ์", "การตั้งค่าเครื่องพิมพ์"},  // among others
           Case{"ข้อมลูตาราง", "ข้อมูลตาราง"},                // and in a new order
           Case{"น้ฬมัน ตาราง", "น้ำมัน ตาราง"},              // one character, two of its normal form
           Case{"\"ตารฬง\"", "\"ตาราง\""},
           Case{"តារាងបញ្ចល", "តារាងបញ្ចូល"},
           Case{"ພາສາລວາ", "ພາສາລາວ"},
           Case{"စကာမ", "စကား"},
       }) {
    CAPTURE(typed);
    const FullAnswer answer = ask_fully(south_east_asian(), typed, false);
    CHECK(answer.interpretation == expected);
    CHECK(answer.corrections.size() == 1);
    CHECK(answer.total > 0);
  }
  for (const char* query : {
           "ตาราง", "ตารางการ", "ตั้งค่", "ฮฬฮฬ", "ฮฬตารฬง", "ก", "เอกสฬ เอกสาฬ -ตาราง",
           "การตั้งค่าเครืองพิมพ์การตั้งค่าเครื่องพิมพ์การตั้งค่าเครื่องพิมพ์",  // longer than words are typed
       }) {
    CAPTURE(query);
    CHECK(ask_fully(south_east_asian(), query, false).corrections.empty());
  }
}

TEST_CASE("a mistake that makes pairs that are all known is mended where no page has them all") {
  const MemoryBundle bundle([] {
    std::vector<Document> documents;
    for (const char* id : {"a", "b"}) documents.push_back(make_document(id, id, {make_passage("", "ข้อมูลตาราง")}));
    for (const char* id : {"c", "d"}) documents.push_back(make_document(id, id, {make_passage("", "ปราสาท สาร")}));
    documents.push_back(make_document("e", "e", {make_passage("", "ตารมูล")}));
    return build(documents);
  }());
  CHECK(ask_fully(bundle, "ตาราสาง", false).corrections.empty());
  CHECK(ask_fully(bundle, "ตารสาง", false).interpretation == "ตาราง");
  CHECK(ask_fully(bundle, "ตารมูล", false).corrections.empty());  // a page has it
}

TEST_CASE("words of scripts that have their code points between Han and Hangul are corrected as words") {
  const MemoryBundle cherokee(on_two_pages("ᎦᏬᏂᎯᏍᏗ ᏣᎳᎩ"));
  CHECK(ask_fully(cherokee, "ᎦᏬᎯᏍᏗ", true).corrections.size() == 1);
  CHECK(ask_fully(cherokee, "ᎦᏬᏂᎯᏍᏗ", true).corrections.empty());
}

TEST_CASE("the lean searcher leaves misspelled words to the speller, and only those") {
  const auto is_beyond = [](const MemoryBundle& bundle, std::string_view query, bool correct = true) {
    Searcher searcher = bundle.open_lean();
    Request request;
    request.query = query;
    request.correct = correct;
    const Result<Answer> answer = bundle.search(searcher, request);
    REQUIRE(answer);
    return answer->beyond == Beyond::kSpeller;
  };
  CHECK(is_beyond(manual(), "colunm"));
  CHECK(is_beyond(manual(), "createindex table"));
  CHECK_FALSE(is_beyond(manual(), "colunm", false));
  CHECK_FALSE(is_beyond(manual(), "colu"));
  CHECK_FALSE(is_beyond(manual(), "column 12345 qx"));
  CHECK(is_beyond(names(), "os.bath.join"));
  CHECK_FALSE(is_beyond(names(), "os.bath.join", false));
  CHECK_FALSE(is_beyond(names(), "os.path.join"));
  CHECK_FALSE(is_beyond(names(), "os.pat"));  // goes on
  CHECK(is_beyond(korean(), "함서"));
  CHECK_FALSE(is_beyond(korean(), "함수"));
  CHECK(is_beyond(chinese(), "数居库"));
  CHECK_FALSE(is_beyond(chinese(), "数据库"));
  CHECK_FALSE(is_beyond(chinese(), "我们应该如何使用它们呢"));  // a question
  CHECK(is_beyond(south_east_asian(), "ตารงา"));
  CHECK_FALSE(is_beyond(south_east_asian(), "ตาราง ข้อมูล"));
  const MemoryBundle apart(build({make_document("a", "a", {make_passage("", "ตาราง")}), make_document("b", "b", {make_passage("", "งาน")})}));
  CHECK(is_beyond(apart, "ตารางาน"));  // each page has some of its pairs
  CHECK_FALSE(is_beyond(apart, "ตารางาน", false));
  CHECK_FALSE(is_beyond(apart, "ตาราง"));
}

}  // namespace catchword::test
