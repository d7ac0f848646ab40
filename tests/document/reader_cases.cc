// Files of cases, and Documents as text.
#include "reader_cases.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "support/data.h"

namespace catchword::test {
namespace {

std::string folder() { return source_folder("tests/document").string() + "/"; }

std::string unescape(const std::string& text) {
  std::string bytes;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\\x") == 0 && i + 3 < text.size()) {
      bytes += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else if (text.compare(i, 2, "\\\n") == 0) {
      ++i;
    } else {
      bytes += text[i];
    }
  }
  return bytes;
}

void describe_passage(const Passage& passage, std::ostream& out) {
  out << '[' << passage.level << "] " << passage.heading;
  if (!passage.anchor.empty()) out << " #" << passage.anchor;
  if (!passage.language.empty()) out << " lang=" << passage.language;
  if (passage.weight != 1) out << " weight=" << passage.weight;
  out << '\n';
  std::istringstream lines(passage.text);
  for (std::string line; std::getline(lines, line);) out << "  " << line << '\n';
  if (!passage.text.empty() && passage.text.back() != '\n') out << "  (no line end)\n";
}

void describe_document(const Document& document, const std::string& path, std::ostream& out) {
  if (document.id != path) out << "id: " << document.id << '\n';
  if (document.url != document.id) out << "url: " << document.url << '\n';
  out << "title: " << document.title << '\n';
  if (!document.language.empty()) out << "lang: " << document.language << '\n';
  for (const Metadata& metadata : document.metadata) {
    out << metadata.key << ':';
    for (const std::string& value : metadata.values) out << " <" << value << '>';
    out << '\n';
  }
  for (const Passage& passage : document.passages) describe_passage(passage, out);
  for (const Link& link : document.links) out << "link " << link.target << " <" << link.text << ">\n";
}

void describe_notice(const Notice& notice, std::ostream& out) {
  static constexpr const char* kKinds[] = {"skipped", "failed", "warning"};
  out << kKinds[static_cast<int>(notice.kind)] << ' ' << notice.where << ": " << notice.reason << '\n';
}

}  // namespace

std::string load_fixture(const std::string& file_name) {
  std::ifstream file(folder() + file_name, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

std::vector<ReaderCase> load_cases(const std::string& file_name) {
  std::vector<ReaderCase> cases;
  std::istringstream lines(load_fixture(file_name));
  std::string* part = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("=== ", 0) == 0) {
      cases.push_back({line.substr(4), "", "", ""});
      part = nullptr;
    } else if (line == "--- expected" && !cases.empty()) {
      part = &cases.back().expected;
    } else if (line.rfind("--- ", 0) == 0 && part == nullptr && !cases.empty()) {
      cases.back().path = line.substr(4);
      part = &cases.back().input;
    } else if (part != nullptr) {
      *part += line + '\n';
    }
  }
  for (ReaderCase& reader_case : cases) reader_case.input = unescape(reader_case.input);
  return cases;
}

std::string describe(const DocumentReader& reader, const std::string& path, const std::string& bytes) {
  std::ostringstream out;
  reader.read({path, bytes}, {[&](const Document& document) { describe_document(document, path, out); },
                              [&](const Notice& notice) { describe_notice(notice, out); }});
  return out.str();
}

void check_cases(const DocumentReader& reader, const std::string& file_name, std::size_t least) {
  const std::vector<ReaderCase> cases = load_cases(file_name);
  REQUIRE(cases.size() >= least);
  for (const ReaderCase& c : cases) {
    INFO(c.name);
    CHECK(describe(reader, c.path, c.input) == c.expected);
  }
}

}  // namespace catchword::test
