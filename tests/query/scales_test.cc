// Ranges of numbers and dates against a look at each document, and what they load.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "index/scale.h"
#include "query/column_fixture.h"
#include "query/document_filter.h"
#include "support/property.h"

namespace catchword::test {
namespace {

using Values = std::vector<std::vector<int>>;  // of each document

Metadata metadata_of(std::vector<std::string> values, MetadataType type) {
  Metadata metadata;
  metadata.key = "size";
  metadata.values = std::move(values);
  metadata.type = type;
  metadata.filter = true;
  return metadata;
}

std::vector<Document> documents_with(const Values& values) {
  std::vector<Document> documents(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    documents[i].id = documents[i].url = documents[i].title = std::to_string(i);
    std::vector<std::string> texts;
    for (const int value : values[i]) texts.push_back(std::to_string(value));
    if (!texts.empty()) documents[i].metadata.push_back(metadata_of(std::move(texts), MetadataType::kNumber));
  }
  return documents;
}

// Numbers below one that is given, each time others.
auto random_numbers() {
  return [state = *rc::gen::arbitrary<std::uint32_t>()](int below) mutable {
    state = state * 1664525u + 1013904223u;
    return static_cast<int>((state >> 8) % static_cast<std::uint32_t>(below));
  };
}

// Of each document none, one, or, if `several`, some numbers below `most`.
Values arbitrary_values(std::size_t documents, int most, bool all, bool several) {
  auto next = random_numbers();
  Values values(documents);
  for (std::vector<int>& own : values) {
    const int count = several ? next(4) : all || next(3) > 0 ? 1 : 0;
    for (int i = 0; i < count; ++i) own.push_back(next(most) - 10);
  }
  values[0] = {0};
  return values;
}

Filter range(std::optional<int> from, std::optional<int> to) {
  Filter filter;
  filter.kind = Filter::kRange;
  filter.key = "size";
  filter.values = {from ? std::to_string(*from) : "", to ? std::to_string(*to) : ""};
  return filter;
}

std::vector<DocId> as_vector(const DocumentSet& set) {
  std::vector<DocId> documents;
  set.for_each(0, set.universe(), [&](DocId document) { documents.push_back(document); });
  return documents;
}

struct Loaded {
  std::vector<DocId> documents;
  std::size_t bytes = 0;
  std::size_t files = 0;
};

// What `filter` lets through, asked of columns that have no file yet.
Loaded load(const std::vector<Document>& documents, ColumnFixture& written, const Filter& filter) {
  FileStore store;
  Columns columns(written.root, store);
  Loaded loaded;
  for (;;) {
    const auto found = DocumentFilter::evaluate(columns, filter, static_cast<std::uint32_t>(documents.size()));
    REQUIRE(found);
    const std::vector<std::string> missing = store.take_missing();
    if (missing.empty()) {
      REQUIRE(columns.take_failure());
      loaded.documents = as_vector(found->documents());
      return loaded;
    }
    for (const std::string& name : missing) {
      REQUIRE(store.supply(name, written.files.at(name)));
      loaded.bytes += written.files.at(name).size();
      ++loaded.files;
    }
  }
}

// Bytes that say which documents are meant, were any as likely.
double least_bytes(std::size_t documents, std::size_t chosen) {
  const auto all = static_cast<double>(documents);
  const auto some = static_cast<double>(chosen);
  return (std::lgamma(all + 1) - std::lgamma(some + 1) - std::lgamma(all - some + 1)) / std::log(2.0) / 8;
}

}  // namespace

TEST_CASE("a range has the documents that a look at each would find, whatever it spans") {
  check_property(
      [] {
        const int most = *rc::gen::element(3, 40, 3000);
        const bool several = *rc::gen::element(0, 1, 2) == 0;
        const Values values = arbitrary_values(*rc::gen::element<std::size_t>(5, 400, 3000), most,
                                               *rc::gen::arbitrary<bool>(), several);
        const std::vector<Document> documents = documents_with(values);
        ColumnFixture fixture(documents);
        for (int i = 0; i < 8; ++i) {
          const auto end = [&] { return *rc::gen::inRange(0, 5) == 0 ? std::nullopt : std::optional(*rc::gen::inRange(-15, most)); };
          const std::optional<int> from = end();
          const std::optional<int> to = i % 4 == 0 ? from : end();
          std::vector<DocId> wanted;
          for (DocId document = 0; document < values.size(); ++document) {
            const auto is_meant = [&](int value) { return (!from || value >= *from) && (!to || value <= *to); };
            if (std::any_of(values[document].begin(), values[document].end(), is_meant)) wanted.push_back(document);
          }
          RC_ASSERT(load(documents, fixture, range(from, to)).documents == wanted);
        }
      },
      60);
}

TEST_CASE("a range of many values loads little more than its documents take") {
  constexpr int kDocuments = 30000;
  Values values;
  for (int i = 0; i < kDocuments; ++i) values.push_back({i * 7919 % kDocuments});
  const std::vector<Document> documents = documents_with(values);
  ColumnFixture fixture(documents);
  double bytes = 0;
  double least = 0;
  for (int i = 1; i < 40; ++i) {
    const int from = i * 4001 % kDocuments;
    const int to = std::min(from + i * 577, kDocuments - 1);
    for (const Filter& filter : {range(from, std::nullopt), range(std::nullopt, to), range(from, to)}) {
      const Loaded loaded = load(documents, fixture, filter);
      bytes += static_cast<double>(loaded.bytes);
      least += least_bytes(kDocuments, loaded.documents.size());
      CHECK(loaded.files < 20);
    }
  }
  CHECK(bytes < 2.2 * least);
}

TEST_CASE("what nearly all documents have is told by those that don't") {
  Values values;
  for (int i = 0; i < 20000; ++i) values.push_back({i * 7919 % 20000});
  const std::vector<Document> documents = documents_with(values);
  ColumnFixture fixture(documents);
  CHECK(load(documents, fixture, range(3, std::nullopt)).bytes < 1500);
}

TEST_CASE("a range of few values loads their lists alone, known from the root") {
  Values values;
  for (int i = 0; i < 5000; ++i) values.push_back({i % 3});
  const std::vector<Document> documents = documents_with(values);
  ColumnFixture fixture(documents);
  const Loaded loaded = load(documents, fixture, range(1, 1));
  CHECK(loaded.files == 1);
  CHECK(static_cast<double>(loaded.bytes) < 1.1 * least_bytes(5000, loaded.documents.size()));
}

TEST_CASE("dates are in what they are known to be of, by year, month and day") {
  std::vector<Document> documents(900);
  const auto date_of = [](std::size_t i) {
    const auto two = [](std::size_t n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(1990 + i % 30) + (i % 11 == 0 ? "" : "-" + two(1 + i % 12) + (i % 7 == 0 ? "" : "-" + two(1 + i % 28)));
  };
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].id = documents[i].url = documents[i].title = std::to_string(i);
    documents[i].metadata.push_back(metadata_of({date_of(i)}, MetadataType::kDate));
  }
  ColumnFixture fixture(documents);
  for (const std::string asked : {"2003", "2003-05", "1990-02-03", "2050", "1980"}) {
    Filter filter;
    filter.kind = Filter::kAny;
    filter.key = "size";
    filter.values = {asked};
    std::vector<DocId> wanted;
    for (DocId i = 0; i < documents.size(); ++i) {
      if (date_of(i).starts_with(asked)) wanted.push_back(i);
    }
    CHECK(load(documents, fixture, filter).documents == wanted);
  }
}

// Dates of ten years, as far as they are known, some of them odd; of a document one, or up to three.
std::vector<std::vector<std::string>> arbitrary_dates(std::size_t documents, bool several) {
  auto random = random_numbers();
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  std::vector<std::vector<std::string>> dates(documents);
  for (std::vector<std::string>& own : dates) {
    for (int left = several ? random(4) : 1; left > 0; --left) {
      std::string date = std::to_string(1995 + random(10));
      if (random(8) > 0) date += "-" + two(1 + random(12));
      if (random(8) > 0 && date.size() > 4) date += "-" + two(1 + random(28));
      if (random(50) == 0) date = std::vector<std::string>{"199x", "-0044", "2", "20011", "2001-1", "soon", "2003 or so"}[static_cast<std::size_t>(random(7))];
      own.push_back(std::move(date));
    }
  }
  return dates;
}

TEST_CASE("whatever is asked of dates, a look at each document finds the same") {
  check_property(
      [] {
        const auto dates = arbitrary_dates(*rc::gen::element<std::size_t>(40, 3000), *rc::gen::arbitrary<bool>());
        std::vector<Document> documents(dates.size());
        for (std::size_t i = 0; i < dates.size(); ++i) {
          documents[i].id = documents[i].url = documents[i].title = std::to_string(i);
          if (!dates[i].empty()) documents[i].metadata.push_back(metadata_of(dates[i], MetadataType::kDate));
        }
        ColumnFixture fixture(documents);
        const auto asked = [] {
          return *rc::gen::element<std::string>("1997", "1998", "1999", "2000", "2001", "2003", "2050", "1999-11", "2000-02", "2001-03",
                                                "2001-07", "2001-11", "2001-13", "200", "199x", "soon", "2001-03-05", "2001-1");
        };
        for (int i = 0; i < 12; ++i) {
          const std::string from = asked();
          const std::string to = i % 3 == 0 ? from : asked();
          Filter filter = range(0, 0);
          filter.values = {from, to};
          if (i % 6 == 0) filter.kind = Filter::kAny, filter.values = {from};
          const auto is_meant = [&](const std::string& date) { return date >= from && (date < to || date.starts_with(to)); };
          std::vector<DocId> wanted;
          for (DocId document = 0; document < dates.size(); ++document) {
            if (std::any_of(dates[document].begin(), dates[document].end(), is_meant)) wanted.push_back(document);
          }
          RC_ASSERT(load(documents, fixture, filter).documents == wanted);
        }
      },
      100);
}

TEST_CASE("a year, a month and a few of them load their lists alone, known from the root") {
  constexpr std::size_t kDocuments = 20000;
  std::vector<Document> documents(kDocuments);
  const auto two = [](std::size_t n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  for (std::size_t i = 0; i < kDocuments; ++i) {
    const std::size_t day = i * 7919 % kDocuments * 3600 / kDocuments;
    const std::string date = std::to_string(1995 + day / 360) + "-" + two(1 + day / 30 % 12) + "-" + two(1 + day % 30);
    documents[i].id = documents[i].url = documents[i].title = std::to_string(i);
    documents[i].metadata.push_back(metadata_of({date}, MetadataType::kDate));
  }
  ColumnFixture fixture(documents);
  const auto loaded = [&](const std::string& from, const std::string& to) {
    Filter filter = range(0, 0);
    filter.values = {from, to};
    return load(documents, fixture, filter);
  };
  for (const std::string period : {"1999", "2000-06"}) {
    const Loaded one = loaded(period, period);
    CHECK(one.files == 1);
    CHECK(static_cast<double>(one.bytes) < 1.1 * least_bytes(kDocuments, one.documents.size()) + 15);
  }
  CHECK(loaded("2000-03", "2000-06").files == 4);
  CHECK(loaded("2050", "2050").files == 1);
}

TEST_CASE("few dates have no lists of their periods, for the scale is no more than such a list") {
  std::vector<Document> documents;
  for (int i = 0; i < 60; ++i) documents.push_back(make_record(std::to_string(i), "", {}, "", std::to_string(1990 + i % 20)));
  ColumnFixture fixture(documents);
  CHECK(fixture.columns.filter_keys().at(0).periods == 0);
}

TEST_CASE("numbers below one and below zero have their places, too") {
  const std::vector<std::string> numbers{"-1000", "-20", "-0.5", "-0", "0", "0.25", "0.5", "1", "07", "1000000", "many"};
  std::vector<Document> documents;
  for (int i = 0; i < 3000; ++i) {
    Document document;
    document.id = document.url = document.title = std::to_string(i);
    document.metadata.push_back(metadata_of({numbers[static_cast<std::size_t>(i * i % 11)]}, MetadataType::kNumber));
    documents.push_back(std::move(document));
  }
  ColumnFixture fixture(documents);
  const auto count = [&](const std::string& from, const std::string& to) {
    Filter filter = range(0, 0);
    filter.values = {from, to};
    std::set<std::string> found;
    for (const DocId id : load(documents, fixture, filter).documents) found.insert(documents[id].metadata[0].values[0]);
    return found.size();
  };
  std::set<std::string> written;
  for (const Document& document : documents) written.insert(document.metadata[0].values[0]);
  const auto wanted = [&](std::set<std::string> among) {
    return static_cast<std::size_t>(std::count_if(written.begin(), written.end(), [&](const auto& value) { return among.count(value) > 0; }));
  };
  REQUIRE(written.size() > 4);
  CHECK(count("-0.5", "0") == wanted({"-0.5", "-0", "0"}));
  CHECK(count("0.25", "1") == wanted({"0.25", "0.5", "1"}));
  CHECK(count("", "-20") == wanted({"-1000", "-20"}));
  CHECK(count("7", "") == wanted({"07", "1000000", "many"}));
}

}  // namespace catchword::test
