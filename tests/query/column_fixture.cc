#include "query/column_fixture.h"

#include <stdexcept>
#include <utility>

#include "build/id_hashes.h"
#include "support/must.h"

namespace catchword::test {
namespace {

void add(Document& document, const std::string& key, std::vector<std::string> values,
         MetadataType type) {
  std::erase(values, "");
  if (values.empty()) return;
  Metadata metadata;
  metadata.key = key;
  metadata.values = std::move(values);
  metadata.type = type;
  metadata.filter = metadata.sort = true;
  document.metadata.push_back(std::move(metadata));
}

rc::Gen<std::string> one_of(std::vector<std::string> values) {
  return rc::gen::elementOf(std::move(values));
}

rc::Gen<Document> arbitrary_record() {
  return rc::gen::apply(
      make_record, rc::gen::just(std::string()),
      one_of({"", "net", "Net", "nét", "libs", "Libs", "games", "x11", "x11-wm"}),
      rc::gen::resize(4, rc::gen::container<std::vector<std::string>>(
                             one_of({"a", "b", "B", "c", "long tail", "Ärger", "z"}))),
      one_of({"", "0", "-3", "2.50", "2.5", "10", "007", "1000000", "many"}),
      one_of({"", "2001", "2002-09", "2002-09-30", "2002-10-11", "2003-01-01", "soon"}));
}

Root make_root(const ColumnFiles& written, std::size_t documents) {
  Root root;
  root.document_count = static_cast<std::uint32_t>(documents);
  root.columns = written.directory;
  root.filter_keys = written.filter_keys;
  return root;
}

}  // namespace

Document make_record(const std::string& id, const std::string& section,
                     std::vector<std::string> tags, const std::string& size,
                     const std::string& date) {
  Document document;
  document.id = document.url = document.title = id;
  add(document, "section", {section}, MetadataType::kText);
  add(document, "tags", std::move(tags), MetadataType::kList);
  add(document, "size", {size}, MetadataType::kNumber);
  add(document, "date", {date}, MetadataType::kDate);
  return document;
}

rc::Gen<std::vector<Document>> arbitrary_records(int most) {
  return rc::gen::map(
      rc::gen::resize(
          most, rc::gen::nonEmpty(rc::gen::container<std::vector<Document>>(arbitrary_record()))),
      [](std::vector<Document> documents) {
        for (std::size_t i = 0; i < documents.size(); ++i) {
          documents[i].id = documents[i].url = std::to_string(i);
          documents[i].title = "Title " + std::to_string(i * 7 % 10);
        }
        return documents;
      });
}

std::vector<std::string> values_of(const Document& document, std::string_view key) {
  if (key == "title") return {document.title};
  for (const Metadata& metadata : document.metadata) {
    if (metadata.key == key) return metadata.values;
  }
  return {};
}

ColumnFixture::ColumnFixture(const std::vector<Document>& documents)
    : ColumnFixture(must(write_columns(documents, must(hash_ids(documents)), 1000, 2)), documents.size()) {}

ColumnFixture::ColumnFixture(ColumnFiles written, std::size_t documents) : root(make_root(written, documents)) {
  for (BundleFile& file : written.files) files[file.name] = std::move(file.bytes);
}

void ColumnFixture::supply(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const Status status = store.supply(name, files.at(name));
    if (!status) throw std::runtime_error(status.error().to_string());
  }
}

void ColumnFixture::require_sound() {
  const Status failure = columns.take_failure();
  if (!failure) throw std::runtime_error(failure.error().to_string());
}

}  // namespace catchword::test
