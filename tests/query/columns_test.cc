// Filters, facets and orders against slow ones that look at the documents themselves.
#include "query/columns.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/word.h"
#include "query/column_fixture.h"
#include "query/document_filter.h"
#include "query/document_order.h"
#include "query/facets.h"
#include "support/property.h"

namespace catchword::test {
namespace {

std::string folded(const std::string& text) { return fold(word_form(text)); }

std::optional<double> number(const std::string& text) {
  try {
    std::size_t used = 0;
    const double value = std::stod(text, &used);
    return used == text.size() ? std::optional(value) : std::nullopt;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

bool has_text(const std::vector<Document>& documents, const std::string& key,
              const std::string& value) {
  return std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
    const auto values = values_of(document, key);
    return std::count(values.begin(), values.end(), value) > 0;
  });
}

/// What docs/QUERY.md says of values, without an index.
class Slow {
 public:
  explicit Slow(const std::vector<Document>& documents) : documents_(documents) {}

  [[nodiscard]] bool passes(const Document& document, const Filter& filter) const {
    const auto one = [&](const Filter& child) { return passes(document, child); };
    const auto has = [&](const std::string& value) { return this->has(document, filter.key, value); };
    const auto& [kind, key, values, children] = filter;
    switch (kind) {
      case Filter::kAnd: return std::all_of(children.begin(), children.end(), one);
      case Filter::kOr: return std::any_of(children.begin(), children.end(), one);
      case Filter::kNot: return std::none_of(children.begin(), children.end(), one);
      case Filter::kAny: return std::any_of(values.begin(), values.end(), has);
      case Filter::kAll: return std::all_of(values.begin(), values.end(), has);
      case Filter::kNone: return std::none_of(values.begin(), values.end(), has);
      default: return in_range(document, key, values[0], values[1]);
    }
  }

  // The least of a document's values in the order of the key, or the greatest; nothing without one.
  [[nodiscard]] std::optional<std::string> end_value(const Document& document, const std::string& key,
                                                     bool greatest) const {
    std::vector<std::string> values = values_of(document, key);
    if (values.empty()) return std::nullopt;
    const auto less = [&](const auto& a, const auto& b) { return before(key, a, b); };
    return greatest ? *std::max_element(values.begin(), values.end(), less)
                    : *std::min_element(values.begin(), values.end(), less);
  }

  [[nodiscard]] bool before(const std::string& key, const std::string& a, const std::string& b) const {
    if (key == "date") return a < b;
    const auto place = [&](const std::string& value) {
      const auto size = key == "size" ? number(value) : std::nullopt;
      return std::tuple(key == "size" && !size, size.value_or(0), size ? "" : folded(value), value);
    };
    return place(a) < place(b);
  }

 private:
  [[nodiscard]] bool has(const Document& document, const std::string& key,
                         const std::string& value) const {
    const auto values = values_of(document, key);
    return std::any_of(values.begin(), values.end(), [&](const std::string& own) {
      if (key == "date") return own.starts_with(value);
      if (key == "size") return number(value) ? number(own) == number(value) : folded(own) == folded(value);
      return has_text(documents_, key, value) ? own == value : folded(own) == folded(value);
    });
  }

  [[nodiscard]] bool in_range(const Document& document, const std::string& key,
                              const std::string& from, const std::string& to) const {
    const auto values = values_of(document, key);
    return std::any_of(values.begin(), values.end(), [&](const std::string& own) {
      if (key == "size") {
        const auto size = number(own);
        if (!size) return to.empty() && !values.empty();
        return (from.empty() || *size >= *number(from)) && (to.empty() || *size <= *number(to));
      }
      const auto form = [&](const std::string& text) { return key == "date" ? text : folded(text); };
      return (from.empty() || form(own) >= form(from)) &&
             (to.empty() || form(own) <= form(to) || form(own).starts_with(form(to)));
    });
  }

  const std::vector<Document>& documents_;
};

Filter condition(Filter::Kind kind, std::string key, std::vector<std::string> values) {
  Filter filter;
  filter.kind = kind;
  filter.key = std::move(key);
  filter.values = std::move(values);
  return filter;
}

Filter combined(Filter::Kind kind, std::vector<Filter> children) {
  Filter filter;
  filter.kind = kind;
  filter.children = std::move(children);
  return filter;
}

std::vector<std::string> some_values(const std::string& key) {
  if (key == "section") return {"net", "NET", "libs", "x11", "none such"};
  if (key == "tags") return {"a", "b", "arger", "long tail", "z"};
  if (key == "size") return {"0", "2.5", "7", "1000000", "-3"};
  return {"2001", "2002", "2002-09", "2002-10-11", "2009"};
}

Filter arbitrary_condition() {
  const std::string key = *rc::gen::element<std::string>("section", "tags", "size", "date");
  const auto value = rc::gen::elementOf(some_values(key));
  const auto kind = *rc::gen::element(Filter::kAny, Filter::kAll, Filter::kNone, Filter::kRange);
  if (kind != Filter::kRange) {
    return condition(kind, key, *rc::gen::resize(3, rc::gen::container<std::vector<std::string>>(value)));
  }
  const auto end = rc::gen::oneOf(value, rc::gen::just(std::string()));
  return condition(kind, key, {*end, *end});
}

Filter arbitrary_filter(int depth) {
  if (depth == 0 || *rc::gen::inRange(0, 3) == 0) return arbitrary_condition();
  std::vector<Filter> children;
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) children.push_back(arbitrary_filter(depth - 1));
  return combined(*rc::gen::element(Filter::kAnd, Filter::kOr, Filter::kNot), std::move(children));
}

std::vector<DocId> as_vector(const DocumentSet& set) {
  std::vector<DocId> documents;
  set.for_each(0, set.universe(), [&](DocId document) { documents.push_back(document); });
  return documents;
}

DocumentSet everything(std::size_t documents) {
  DocumentSet all(static_cast<std::uint32_t>(documents));
  all.complement();
  return all;
}

DocumentFilter evaluate(ColumnFixture& fixture, const Filter& filter) {
  Result<DocumentFilter> found = fixture.complete([&] {
    return DocumentFilter::evaluate(fixture.columns, filter, fixture.root.document_count);
  });
  if (!found) throw std::runtime_error(found.error().to_string());
  return std::move(*found);
}

Facet facet_of(ColumnFixture& fixture, const FacetRequest& request, const DocumentSet& documents) {
  return fixture.complete([&]() -> Facet {
    Column* column = fixture.columns.find(request.key);
    return column == nullptr ? Facet() : count_facet(*column, request, documents);
  });
}

std::string describe(const Facet& facet) {
  std::string text;
  for (const FacetValue& value : facet.values) text += value.value + " " + std::to_string(value.count) + "\n";
  for (const FacetBucket& bucket : facet.buckets) {
    text += bucket.from + ".." + bucket.to + " " + std::to_string(bucket.count) + "\n";
  }
  return text + "more " + std::to_string(facet.more) + ", missing " + std::to_string(facet.missing);
}

std::vector<Document> dated(const std::vector<std::string>& dates) {
  std::vector<Document> documents;
  for (const std::string& date : dates) {
    documents.push_back(make_record(std::to_string(documents.size()), "", {}, "", date));
  }
  return documents;
}

std::vector<Document> sized(const std::vector<std::string>& sizes) {
  std::vector<Document> documents;
  for (const std::string& size : sizes) {
    documents.push_back(make_record(std::to_string(documents.size()), "", {}, size, ""));
  }
  return documents;
}

Facet whole_facet(const std::vector<Document>& documents, FacetRequest request) {
  ColumnFixture fixture(documents);
  return facet_of(fixture, request, everything(documents.size()));
}

}  // namespace

TEST_CASE("a filter lets through what a look at each document would") {
  check_property(
      [] {
        const auto documents = *arbitrary_records(40);
        ColumnFixture fixture(documents);
        const Slow slow(documents);
        for (int i = 0; i < 5; ++i) {
          const Filter filter = arbitrary_filter(2);
          std::set<std::string> known;
          for (const auto& column : *fixture.complete([&] { return fixture.columns.all(); })) {
            known.insert(column.key().name);
          }
          if (known.size() < 5) return;  // a key that no document has is an error, see below
          std::vector<DocId> wanted;
          for (DocId id = 0; id < documents.size(); ++id) {
            if (slow.passes(documents[id], filter)) wanted.push_back(id);
          }
          RC_ASSERT(as_vector(evaluate(fixture, filter).documents()) == wanted);
        }
      },
      200);
}

TEST_CASE("a facet counts what a look at each document would") {
  check_property(
      [] {
        const auto documents = *arbitrary_records(40);
        ColumnFixture fixture(documents);
        DocumentSet some(fixture.root.document_count);
        for (DocId id = 0; id < documents.size(); ++id) {
          if (*rc::gen::arbitrary<bool>()) some.insert(id);
        }
        for (const char* key : {"section", "tags"}) {
          std::map<std::string, std::uint32_t> wanted;
          std::uint32_t missing = 0;
          for (const DocId id : as_vector(some)) {
            const auto values = values_of(documents[id], key);
            for (const std::string& value : std::set(values.begin(), values.end())) ++wanted[value];
            missing += values.empty() ? 1 : 0;
          }
          const Facet facet = facet_of(fixture, {key, 0, FacetRequest::kNoInterval}, some);
          if (facet.key.empty()) continue;  // no document has the key
          std::map<std::string, std::uint32_t> counted;
          for (const FacetValue& value : facet.values) counted[value.value] = value.count;
          RC_ASSERT(counted == wanted);
          RC_ASSERT(facet.missing == missing);
        }
      },
      100);
}

TEST_CASE("an order is that of the values, then of the second key, then of the place") {
  check_property(
      [] {
        const auto documents = *arbitrary_records(30);
        ColumnFixture fixture(documents);
        const Slow slow(documents);
        std::vector<SortKey> keys;
        for (int i = *rc::gen::inRange(1, 3); i > 0; --i) {
          keys.push_back({*rc::gen::element<std::string>("title", "section", "tags", "size", "date"),
                          *rc::gen::arbitrary<bool>()});
        }
        const auto order = fixture.complete([&] {
          return DocumentOrder::make(fixture.columns, keys, everything(documents.size()));
        });
        if (!order) return;  // no document has the key
        for (DocId a = 0; a < documents.size(); ++a) {
          for (DocId b = 0; b < documents.size(); ++b) {
            int wanted = 0;
            for (const SortKey& key : keys) {
              const auto of_a = slow.end_value(documents[a], key.key, key.descending);
              const auto of_b = slow.end_value(documents[b], key.key, key.descending);
              if (of_a.has_value() != of_b.has_value()) wanted = of_a ? -1 : 1;
              if (of_a && of_b && *of_a != *of_b) {
                wanted = slow.before(key.key, *of_a, *of_b) != key.descending ? -1 : 1;
              }
              if (wanted != 0) break;
            }
            if (wanted == 0) wanted = a < b ? -1 : a > b ? 1 : 0;
            RC_ASSERT((*order)({a, true, a}, {b, true, b}) == (wanted < 0));
          }
        }
      },
      60);
}

TEST_CASE("a facet's own choice doesn't reduce its counts, the others' do") {
  const std::vector<Document> documents{
      make_record("0", "net", {"a"}, "1", "2001"), make_record("1", "net", {"b"}, "2", "2002"),
      make_record("2", "libs", {"a"}, "3", "2003"), make_record("3", "libs", {"b"}, "4", "2003"),
      make_record("4", "games", {"a"}, "5", "2003")};
  ColumnFixture fixture(documents);
  const DocumentFilter filter =
      evaluate(fixture, combined(Filter::kAnd, {condition(Filter::kAny, "section", {"net", "libs"}),
                                                condition(Filter::kAny, "tags", {"a"}),
                                                condition(Filter::kRange, "date", {"2003", ""})}));
  CHECK(as_vector(filter.documents()) == std::vector<DocId>{2});
  CHECK(as_vector(filter.without_choice("section")) == std::vector<DocId>{2, 4});
  CHECK(as_vector(filter.without_choice("tags")) == std::vector<DocId>{2, 3});
  CHECK(as_vector(filter.without_choice("date")) == std::vector<DocId>{0, 2});
  CHECK(as_vector(filter.without_choice("size")) == std::vector<DocId>{2});
}

TEST_CASE("what all of several values must have does reduce the counts of its facet") {
  const std::vector<Document> documents{make_record("0", "net", {"a", "b"}, "1", "2001"),
                                        make_record("1", "net", {"b"}, "2", "2002")};
  ColumnFixture fixture(documents);
  const DocumentFilter filter = evaluate(fixture, condition(Filter::kAll, "tags", {"a"}));
  CHECK(as_vector(filter.without_choice("tags")) == std::vector<DocId>{0});
}

TEST_CASE("a filter on a text reads one file, also where no document has it") {
  for (const char* value : {"net", "NET", "none such"}) {
    ColumnFixture fixture({make_record("0", "net", {"a"}, "1", "2001"), make_record("1", "libs", {}, "", "")});
    std::size_t files = 0;
    for (;;) {
      const auto filter = DocumentFilter::evaluate(fixture.columns, condition(Filter::kAny, "section", {value}), 2);
      REQUIRE(filter);
      const std::vector<std::string> missing = fixture.store.take_missing();
      if (missing.empty()) break;
      for (const std::string& name : missing) REQUIRE(fixture.store.supply(name, fixture.files.at(name)));
      files += missing.size();
    }
    CHECK(files == 1);
  }
}

TEST_CASE("an unknown key is an error that names the nearest") {
  ColumnFixture fixture({make_record("0", "net", {"a"}, "1", "2001")});
  const auto filtered = fixture.complete([&] {
    return DocumentFilter::evaluate(fixture.columns, condition(Filter::kAny, "sectoin", {"net"}), 1);
  });
  REQUIRE_FALSE(filtered);
  CHECK(filtered.error().kind == ErrorKind::kUsage);
  CHECK(filtered.error().where == "sectoin");
  CHECK(filtered.error().remedy == "Did you mean 'section'?");
  const std::vector<SortKey> keys{{"titel", false}};
  const auto ordered = fixture.complete(
      [&] { return DocumentOrder::make(fixture.columns, keys, everything(1)); });
  REQUIRE_FALSE(ordered);
  CHECK(ordered.error().remedy == "Did you mean 'title'?");
}

TEST_CASE("dates are counted by year, or by month or day where they span few of them") {
  const auto few = dated({"2002-09-30", "2002-10-11", "2002-10-28", "2003"});
  CHECK(describe(whole_facet(few, {"date", 0, FacetRequest::kNoInterval})) ==
        "2002-09..2002-09 1\n2002-10..2002-10 2\n2003..2003 1\nmore 0, missing 0");
  CHECK(describe(whole_facet(few, {"date", 0, FacetRequest::kYear})) ==
        "2002..2002 3\n2003..2003 1\nmore 0, missing 0");
  const auto fewer = dated({"2002-12-30", "2003-01-02", "2003-01-02", "2003-02"});
  CHECK(describe(whole_facet(fewer, {"date", 0, FacetRequest::kNoInterval})) ==
        "2002-12-30..2002-12-30 1\n2003-01-02..2003-01-02 2\n2003-02..2003-02 1\nmore 0, missing 0");
  CHECK(describe(whole_facet(fewer, {"date", 0, FacetRequest::kMonth})) ==
        "2002-12..2002-12 1\n2003-01..2003-01 2\n2003-02..2003-02 1\nmore 0, missing 0");
  CHECK(describe(whole_facet(few, {"date", 0, FacetRequest::kDay})) ==
        "2002-09-30..2002-09-30 1\n2002-10-11..2002-10-11 1\n2002-10-28..2002-10-28 1\n2003..2003 1\nmore 0, missing 0");
  const auto many = dated({"1998-12", "2002-10-11", "2002-11", ""});
  CHECK(describe(whole_facet(many, {"date", 0, FacetRequest::kNoInterval})) ==
        "1998..1998 1\n2002..2002 2\nmore 0, missing 1");
}

TEST_CASE("numbers are counted in round steps, few different ones each") {
  std::vector<std::string> sizes;
  for (int i = 0; i < 100; ++i) sizes.push_back(std::to_string(i * 3));
  CHECK(describe(whole_facet(sized(sizes), {"size", 0, FacetRequest::kNoInterval})) ==
        "0..49 17\n50..99 17\n100..149 16\n150..199 17\n200..249 17\n250..297 16\nmore 0, missing 0");
  sizes.clear();
  for (int i = 1; i <= 13; ++i) sizes.push_back("1" + std::string(static_cast<std::size_t>(i % 7), '0'));
  sizes.insert(sizes.end(), {"3", "30", "999.5", "70000", "80000", "90000"});
  CHECK(describe(whole_facet(sized(sizes), {"size", 0, FacetRequest::kNoInterval})) ==
        "1..9 2\n10..99 3\n100..999.5 3\n1000..9999 2\n10000..99999 5\n100000..999999 2\n"
        "1000000..1000000 2\nmore 0, missing 0");
  CHECK(describe(whole_facet(sized({"5", "1", "5.0", "", "3.5"}), {"size", 0, FacetRequest::kNoInterval})) ==
        "1..1 1\n3.5..3.5 1\n5..5 1\n5.0..5.0 1\nmore 0, missing 1");
}

TEST_CASE("a facet shows its most frequent values, and says how many there are beyond") {
  std::vector<Document> documents;
  for (const char* section : {"b", "a", "c", "a", "b", "a", "d"}) {
    documents.push_back(make_record(std::to_string(documents.size()), section, {}, "", ""));
  }
  CHECK(describe(whole_facet(documents, {"section", 3, FacetRequest::kNoInterval})) ==
        "a 3\nb 2\nc 1\nmore 1, missing 0");
}

TEST_CASE("one filter fetches its list and no column, however many documents there are") {
  std::vector<Document> documents;
  for (int i = 0; i < 20000; ++i) {
    const std::string number = std::to_string(i);
    documents.push_back(make_record(number, "s" + std::to_string(i % 61), {}, number, ""));
  }
  ColumnFixture fixture(documents);
  std::size_t bytes = 0;
  std::size_t files = 0;
  const auto found = [&] {
    for (;;) {
      const auto filter =
          DocumentFilter::evaluate(fixture.columns, condition(Filter::kAny, "section", {"s7"}), 20000);
      const std::vector<std::string> missing = fixture.store.take_missing();
      if (missing.empty()) return filter;
      for (const std::string& name : missing) {
        bytes += fixture.files.at(name).size();
        ++files;
        REQUIRE(fixture.store.supply(name, fixture.files.at(name)));
      }
    }
  }();
  REQUIRE(found);
  CHECK(found->documents().count() == 328);
  CHECK(files <= 3);
  CHECK(bytes < 4000);
}

}  // namespace catchword::test
