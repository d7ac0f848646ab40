// The highlighter: which piece of a text is shown, and what in it is marked.
#include "query/phrase_marks.h"
#include "search/highlighter.h"

#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "support/snippets.h"

namespace catchword::test {
namespace {

// Knows the given words, each of a rarity of its own: the later the rarer.
class Words {
 public:
  Words(std::initializer_list<const char*> forms, Prefix prefix = Prefix::kNone) {
    terms_.reserve(forms.size());
    std::uint32_t rarity = 100;
    for (const char* form : forms) {
      terms_.push_back({form, form, form, {}, {}, false, 1});
      const QueryWord word{form, form, prefix, {}};
      highlighter_.add(word, {{&terms_.back(), {}, Kinship::kForm, 0, 0}}, rarity);
      rarity += 100;
    }
  }

  const Highlighter* operator->() const { return &highlighter_; }

 private:
  std::vector<Term> terms_;
  Highlighter highlighter_;
};

std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "filler ";
  return text;
}

}  // namespace

TEST_CASE("marks of whole texts") {
  struct Case {
    std::string_view text;
    std::string_view shown;
  };
  const Case cases[] = {
      {"", ""},
      {"nothing here", "nothing here"},
      {"an oil lamp", "an [oil] [lamp]"},
      {"Lamp, LAMP; lamps", "[Lamp], [LAMP]; lamps"},
      {"lamplight", "lamplight"},
      {"a \n\n lamp\tburns \n", "a [lamp] burns"},
      {"  lamp  ", "[lamp]"},
      {"\xF0\x9F\x92\xA1 lamp \xF0\x9F\x92\xA1 oil",
       "\xF0\x9F\x92\xA1 [lamp] \xF0\x9F\x92\xA1 [oil]"},
      {"é lamp", "é [lamp]"},
      {"the lamp's oil", "the [lamp]'s [oil]"},
  };
  const Words words({"oil", "lamp"});
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(shown(words->mark(c.text)) == c.shown);
  }
}

TEST_CASE("an unfinished word marks whatever begins with it") {
  const Words words({"lam"}, Prefix::kUnfinished);
  CHECK(shown(words->mark("lamp lamplight clam")) == "[lamp] [lamplight] clam");
}

TEST_CASE("pairs that overlap are one mark") {
  const Words words({"北京", "京大", "大学"});
  CHECK(shown(words->mark("在北京大学学习")) == "在[北京大学]学习");
}

TEST_CASE("aliases are marked as the word that they stand for is: compounds as words, phrases where they stand whole") {
  const Term term{"dock", "dock", "dock", {}, {"drydock", "landing stage ", "north quay office "}, false, 1};
  const QueryWord word{"dock", "dock", Prefix::kNone, {}};
  Highlighter highlighter;
  highlighter.add(word, {{&term, {}, Kinship::kForm, 0, 0}}, 100);
  const auto marked = [&](std::string_view text) { return shown(highlighter.mark(text)); };
  CHECK(marked("The dock, the Drydock and drydocks.") == "The [dock], the [Drydock] and drydocks.");
  CHECK(marked("Landing\nstage; a stage for landing stages") == "[Landing stage]; a stage for landing stages");
  CHECK(marked("landing landing stage stage") == "landing [landing stage] stage");
  CHECK(marked("north quay offices, North Quay office") == "north quay offices, [North Quay office]");
  CHECK(marked("north quay") == "north quay");
  CHECK(marked("theLanding stage") == "the[Landing stage]");
  CHECK(highlighter.worth("a landing stage") == highlighter.worth("a dock"));
  CHECK(highlighter.worth("a landing, a stage") == 0);
}

TEST_CASE("what completes a word brings its aliases") {
  const Term term{"dock", "dock", "dock", {}, {"drydock"}, false, 1};
  Highlighter highlighter;
  highlighter.add({"do", "do", Prefix::kUnfinished, {}}, {{&term, {}, Kinship::kCompletion, 0, 0}}, 100);
  CHECK(shown(highlighter.mark("a dock, a drydock, a duck")) == "a [dock], a [drydock], a duck");
}

TEST_CASE("aliases that no builder writes do no harm") {
  const Term term{"dock", "dock", "dock", {}, {"", " ", "  a", "a  b ", "\xFF ", "dock dock "}, false, 1};
  Highlighter highlighter;
  highlighter.add({"dock", "dock", Prefix::kNone, {}}, {{&term, {}, Kinship::kForm, 0, 0}}, 100);
  CHECK(shown(highlighter.mark("a b dock")) == "a b [dock]");
}

TEST_CASE("a text's worth is that of its distinct words") {
  const Words words({"oil", "lamp"});
  CHECK(words->worth("") == 0);
  CHECK(words->worth("oil oil oil") == words->worth("oil"));
  CHECK(words->worth("lamp") > words->worth("oil"));
  CHECK(words->worth("oil lamp") == words->worth("oil") + words->worth("lamp"));
}

TEST_CASE("a short text is shown whole") {
  const Words words({"lamp"});
  CHECK(shown(words->excerpt("An oil lamp.", 280)) == "An oil [lamp].");
}

TEST_CASE("of a long text the piece with the most worth is shown, cut at words") {
  const Words words({"oil", "lamp"});
  const std::string text = filler(100) + "oil " + filler(100) + "an oil lamp burns " + filler(100);
  const Snippet snippet = words->excerpt(text, 200);
  CHECK(shown(snippet).find("an [oil] [lamp] burns") != std::string::npos);
  CHECK(snippet.text.starts_with("…filler "));
  CHECK(snippet.text.ends_with("…"));
  CHECK(snippet.text.size() < 200 + 40);
}

TEST_CASE("without a mark the beginning is shown") {
  const Words words({"lamp"});
  const Snippet snippet = words->excerpt(filler(100), 100);
  CHECK(snippet.text.starts_with("filler filler"));
  CHECK(snippet.text.ends_with("…"));
  CHECK(snippet.marks.empty());
}

TEST_CASE("text without spaces is cut between characters") {
  const Words words({"北京"});
  std::string text;
  for (int i = 0; i < 300; ++i) text += "漢";
  text += "北京";
  for (int i = 0; i < 300; ++i) text += "字";
  const Snippet snippet = words->excerpt(text, 200);
  CHECK(shown(snippet).find("[北京]") != std::string::npos);
  for (std::size_t at = 0; at < snippet.text.size();) {
    REQUIRE(next_code_point(snippet.text, at) != kReplacement);
  }
}

TEST_CASE("words of a phrase are marked where the phrase stands, and nowhere else") {
  const QueryPhrase phrase{{"party", "building"}, {0, 1}};
  const std::vector<Term> terms{{"party", "party", "parti", {}, {}, false, 1},
                                {"building", "building", "build", {}, {}, false, 1}};
  Highlighter highlighter;
  PhraseMarks marks;
  marks.add(phrase);
  highlighter.narrow(marks);
  for (const Term& term : terms) {
    const QueryWord word{term.form, term.folded, Prefix::kNone, {}};
    highlighter.add(word, {{&term, {}, Kinship::kForm, 0, 0}}, 100);
  }
  CHECK(shown(highlighter.mark("A party, a building, Party building.")) ==
        "A party, a building, [Party] [building].");
  CHECK(highlighter.worth("a party in a building") == 0);
}

}  // namespace catchword::test
