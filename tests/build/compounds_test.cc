// Splitting compounds: a table of words over a small vocabulary, and what must not be split.
#include "build/compounds.h"

#include <catch2/catch.hpp>
#include <sstream>

namespace catchword::test {
namespace {

struct Word {
  const char* word;
  std::uint32_t documents;
};

// Borrowed by a splitter, so they stay.
constexpr Word kGerman[] = {
    {"daten", 40},      {"bank", 9},       {"datenbank", 60},   {"verbindung", 50}, {"zeile", 30},
    {"nummer", 20},     {"tasten", 12},    {"kombination", 15}, {"haus", 20},       {"häuser", 7},
    {"block", 8},       {"arbeit", 30},    {"platz", 20},       {"seite", 40},      {"ansicht", 30},
    {"straße", 10},     {"bahn", 12},      {"über", 90},        {"sicht", 10},      {"beispiel", 50},
    {"weise", 20},      {"ebene", 20},     {"einzug", 20},      {"text", 80},       {"x86", 40},
    {"selten", 1},      {"schrift", 30},   {"haupt", 5},        {"fehler", 40},     {"meldung", 30},
    {"übersicht", 500}, {"rechnung", 10},  {"ende", 50}};

constexpr Word kDutch[] = {{"gegevens", 40}, {"bank", 20}, {"stad", 9}, {"bestuur", 12}, {"koning", 5},
                           {"krant", 8}, {"over", 90}, {"winst", 9}, {"verbinding", 20}};

constexpr Word kSwedish[] = {{"arbete", 9}, {"plats", 12}, {"arbets", 2}, {"fel", 40}, {"rapport", 12},
                             {"säkerhet", 14}, {"kopia", 9}, {"språk", 9}, {"kurs", 10}};

template <std::size_t size>
std::string split(const char* language, const Word (&vocabulary)[size], std::string_view word) {
  CompoundSplitter splitter(language, 2);
  for (const Word& known : vocabulary) splitter.add(known.word, known.documents);
  std::string line;
  for (const std::string_view part : splitter.split(word)) {
    line.append(line.empty() ? "" : " ").append(part);
  }
  return line;
}

struct Case {
  const char* word;
  const char* parts;
};

}  // namespace

TEST_CASE("German compounds fall into the words that stand by themselves") {
  constexpr Case kCases[] = {
      {"datenbankverbindung", "datenbank verbindung"},
      {"datenbankverbindungen", "datenbank verbindung"},  // the last part by its stem
      {"zeilennummer", "zeile nummer"},                   // -n-
      {"tastenkombination", "tasten kombination"},
      {"arbeitsplatz", "arbeit platz"},                   // -s-
      {"häuserblock", "häuser block"},
      {"seitenansicht", "seite ansicht"},
      {"straßenbahn", "straße bahn"},
      {"datenbankverbindungsfehlermeldung", "datenbank verbindung fehler meldung"},
      // no compounds
      {"verbindung", ""},
      {"datenbank", "daten bank"},
      {"übersicht", ""},       // a particle
      {"beispielsweise", ""},  // an ending
      {"einzugeben", ""},      // four letters are not taken for another inflection
      {"textx86", ""},
      {"seltenblock", ""},     // a part that one document has
      {"unbekanntverbindung", ""},
      {"", ""},
      {"ß", ""},
      {"text", ""},
  };
  for (const auto& [word, parts] : kCases) {
    INFO(word);
    CHECK(split("de", kGerman, word) == parts);
  }
}

TEST_CASE("a compound far more frequent than one of its parts is a word of its own") {
  CompoundSplitter splitter("de", 2);
  splitter.add("schrift", 300);
  splitter.add("steller", 3);
  splitter.add("schriftsteller", 100);
  CHECK(splitter.split("schriftsteller").empty());
}

TEST_CASE("Dutch and Scandinavian compounds fall apart, too") {
  CHECK(split("nl", kDutch, "gegevensbank") == "gegevens bank");
  CHECK(split("nl", kDutch, "stadsbestuur") == "stad bestuur");
  CHECK(split("nl", kDutch, "overwinst") == "");
  CHECK(split("sv", kSwedish, "säkerhetskopia") == "säkerhet kopia");
  CHECK(split("sv", kSwedish, "språkkurs") == "språk kurs");
  CHECK(split("da", kSwedish, "rapportplats") == "rapport plats");
}

TEST_CASE("other languages have no compounds") {
  for (const char* language : {"en", "fr", "fi", "zh", ""}) CHECK_FALSE(has_compounds(language));
  for (const char* language : {"da", "de", "nl", "no", "sv"}) CHECK(has_compounds(language));
}

}  // namespace catchword::test
