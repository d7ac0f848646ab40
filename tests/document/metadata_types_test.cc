// The forms of metadata's values, and what the documents of a site say of their keys together.
#include <catch2/catch.hpp>

#include "document/config/metadata_types.h"
#include "document/config/metadata_values.h"
#include "support/documents.h"
#include "support/must.h"

namespace catchword {
namespace {

using Strings = std::vector<std::string>;

TEST_CASE("numbers: signs of thousands go, other text is none") {
  CHECK(as_number("1,250.50") == "1250.50");
  CHECK(as_number("1,234,567") == "1234567");
  CHECK(as_number(" -3 ") == "-3");
  CHECK(as_number("+7") == "7");
  CHECK(as_number(".5") == "0.5");
  CHECK(as_number("0042") == "0042");
  for (const char* text : {"", "-", ".", "3.", "1.2.3", "12 Euro", "1,2", "12,50", "1,,000", "1234,567", "1e5", "--1"}) {
    INFO(text);
    CHECK_FALSE(as_number(text).has_value());
  }
}

TEST_CASE("dates: to the day, the month or the year") {
  CHECK(as_date("11 October 2002") == "2002-10-11");
  CHECK(as_date("October 2002") == "2002-10");
  CHECK(as_date("2002-10-11T08:00:00Z") == "2002-10-11");
  CHECK(as_date("2002年10月11日") == "2002-10-11");
  CHECK(as_date("2002-10") == "2002-10");
  CHECK(as_date(" 2002 ") == "2002");
  for (const char* text : {"", "soon", "2002-13", "20021", "2002-1"}) {
    INFO(text);
    CHECK_FALSE(as_date(text).has_value());
  }
}

TEST_CASE("lists: parted by commas and semicolons") {
  CHECK(split_list("a, b  c;d") == Strings{"a", "b c", "d"});
  CHECK(split_list(" ,;, ").empty());
}

/// A document for each inner list, with these values under `key`.
std::vector<Document> documents_with(const std::string& key, const std::vector<Strings>& values) {
  std::vector<Document> documents;
  for (const Strings& list : values) {
    Document& document = documents.emplace_back();
    document.id = "d" + std::to_string(documents.size());
    Metadata metadata;
    metadata.key = key;
    metadata.values = list;
    document.metadata.push_back(metadata);
  }
  return documents;
}

std::vector<Notice> settle_metadata(const std::vector<MetadataRule>& rules, std::vector<Document>& documents) {
  Documents kept(documents);
  std::vector<Notice> notices = test::must(catchword::settle_metadata(rules, kept));
  documents = test::all_of(kept);
  return notices;
}

TEST_CASE("a rule's type: values are brought into form, others stay and are named with their document") {
  std::vector<Document> dates = documents_with("date", {{"11 October 2002", "2001"}, {"soon"}});
  const auto notices = settle_metadata({{"date", MetadataType::kDate, {}, {}, {}}}, dates);
  CHECK(dates[0].metadata[0].values == Strings{"2002-10-11", "2001"});
  CHECK(dates[1].metadata[0].values == Strings{"soon"});
  CHECK(dates[1].metadata[0].type == MetadataType::kDate);
  REQUIRE(notices.size() == 1);
  CHECK(notices[0].where == "d2");
  CHECK(notices[0].reason == "date 'soon' is no date");
  CHECK(notices[0].kind == Notice::Kind::kWarning);

  std::vector<Document> lists = documents_with("tags", {{"a, b;c"}, {","}});
  CHECK(settle_metadata({{"tags", MetadataType::kList, {}, {}, {}}}, lists).empty());
  CHECK(lists[0].metadata[0].values == Strings{"a", "b", "c"});
  CHECK(lists[1].metadata.empty());

  std::vector<Document> texts = documents_with("note", {{"7"}, {"8"}});
  CHECK(settle_metadata({{"note", MetadataType::kText, {}, {}, {}}}, texts).empty());
  CHECK(texts[0].metadata[0].type == MetadataType::kText);
}

TEST_CASE("without a rule all values of a key decide its type") {
  struct Case {
    std::string key;
    std::vector<Strings> values;
    MetadataType type;
  };
  const Case cases[] = {
      {"size", {{"3"}, {"1,250"}}, MetadataType::kNumber},
      {"size", {{"3"}, {"large"}}, MetadataType::kText},
      {"zip", {{"0042"}, {"1000"}}, MetadataType::kText},
      {"year", {{"2001"}, {"2002"}}, MetadataType::kNumber},
      {"date", {{"2001"}, {"3 May 2001"}}, MetadataType::kDate},
      {"published", {{"3 May 2001"}, {"2001-06"}}, MetadataType::kDate},
      {"note", {{"It was lit on 3 May 2001 by the keeper of the harbour, who was old"}}, MetadataType::kText},
      {"author", {{"Ann Lee"}, {"Ann Lee", "Tom Lind"}}, MetadataType::kList},
      {"author", {{"Ann Lee"}}, MetadataType::kText},
  };
  for (const Case& c : cases) {
    INFO(c.key << ' ' << c.values[0][0]);
    std::vector<Document> documents = documents_with(c.key, c.values);
    CHECK(settle_metadata({}, documents).empty());
    for (const Document& document : documents) CHECK(document.metadata[0].type == c.type);
  }
  std::vector<Document> dates = documents_with("published", {{"3 May 2001"}});
  settle_metadata({}, dates);
  CHECK(dates[0].metadata[0].values == Strings{"2001-05-03"});
}

TEST_CASE("readers narrow by what recurs, is short, or is ordered; a rule decides otherwise") {
  const auto settled = [](const std::string& key, const std::vector<Strings>& values,
                          const std::vector<MetadataRule>& rules = {}) {
    std::vector<Document> documents = documents_with(key, values);
    settle_metadata(rules, documents);
    return documents[0].metadata[0];
  };
  const std::vector<Strings> recurring = {{"north"}, {"south"}, {"north"}, {"south"}};
  CHECK(settled("place", recurring).filter);
  CHECK(settled("place", recurring).sort);
  CHECK_FALSE(settled("place", {{"a"}, {"b"}, {"c"}}).filter);
  CHECK_FALSE(settled("place", {{"a"}, {"a"}}).filter);
  CHECK_FALSE(settled("place", {{std::string(90, 'a')}, {std::string(90, 'b')}, {std::string(90, 'a')},
                                {std::string(90, 'b')}}).filter);
  CHECK(settled("size", {{"1"}, {"2"}}).filter);
  CHECK(settled("size", {{"1"}, {"2"}}).sort);
  const std::vector<Strings> lists = {{"a", "b"}, {"a"}, {"b"}, {"a", "b"}};
  CHECK(settled("tags", lists).filter);
  CHECK_FALSE(settled("tags", lists).sort);
  CHECK_FALSE(settled("place", recurring, {{"place", {}, false, false, {}}}).filter);
  CHECK(settled("place", {{"a"}, {"b"}}, {{"place", {}, true, {}, {}}}).filter);
  CHECK_FALSE(settled("place", {{"a"}, {"b"}}, {{"place", {}, true, {}, {}}}).sort);
  CHECK_FALSE(settled("place", recurring, {{"place", {}, {}, {}, false}}).searchable);
}

}  // namespace
}  // namespace catchword
