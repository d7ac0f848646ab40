#include "cli/judgments.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <string_view>

#include "document/input.h"

namespace catchword {
namespace {

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t tab = 0; tab != std::string_view::npos;) {
    tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    line.remove_prefix(std::min(line.size(), tab == std::string_view::npos ? line.size() : tab + 1));
  }
  return fields;
}

// Calls `take` with the fields of each line that isn't empty; it returns false for a bad one.
Status read_table(const std::filesystem::path& path, std::size_t columns, std::string_view layout,
                  const std::function<bool(const std::vector<std::string_view>&)>& take) {
  const Result<std::string> content = read_file(path);
  if (!content) return content.error();
  std::string_view rest = *content;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.size() == columns && take(fields)) continue;
    return Error{ErrorKind::kInput, "this line is not \"" + std::string(layout) + "\"",
                 path.string() + ":" + std::to_string(number), "Mend the line"};
  }
  return {};
}

double discount(std::size_t rank) { return 1 / std::log2(static_cast<double>(rank) + 2); }

double ideal_gain(const std::map<std::string, double>& relevant) {
  std::vector<double> grades;
  for (const auto& [document, grade] : relevant) grades.push_back(grade);
  std::sort(grades.begin(), grades.end(), std::greater<>());
  double gain = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(grades.size(), 10); ++i) {
    gain += grades[i] * discount(i);
  }
  return gain;
}

}  // namespace

Result<std::vector<JudgedQuery>> read_queries(const std::filesystem::path& path) {
  std::vector<JudgedQuery> queries;
  const Status read = read_table(path, 2, "id TAB text", [&](const auto& fields) {
    queries.push_back({std::string(fields[0]), std::string(fields[1])});
    return !fields[0].empty();
  });
  if (!read) return read.error();
  return queries;
}

Result<Judgments> read_judgments(const std::filesystem::path& path) {
  Judgments judgments;
  const Status read = read_table(path, 3, "query TAB document TAB grade", [&](const auto& fields) {
    int grade = 0;
    const std::string_view text = fields[2];
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), grade);
    if (grade > 0) judgments[std::string(fields[0])][std::string(fields[1])] = grade;
    return error == std::errc() && end == text.data() + text.size();
  });
  if (!read) return read.error();
  return judgments;
}

void add_query(Measures& measures, const std::vector<std::string>& ranked,
               const std::map<std::string, double>& relevant) {
  ++measures.queries;
  double gain = 0;
  std::size_t found = 0;
  std::size_t first = ranked.size();
  for (std::size_t i = 0; i < std::min<std::size_t>(ranked.size(), 100); ++i) {
    const auto judged = relevant.find(ranked[i]);
    if (judged == relevant.end()) continue;
    if (i < 10) gain += judged->second * discount(i);
    first = std::min(first, i);
    ++found;
  }
  const bool any = found > 0;
  const double reciprocal = any ? 1 / static_cast<double>(first + 1) : 0;
  measures.ndcg10 += gain / ideal_gain(relevant);
  measures.mrr10 += first < 10 ? reciprocal : 0;
  measures.mrr5 += first < 5 ? reciprocal : 0;
  measures.success1 += any && first == 0 ? 1 : 0;
  measures.found5 += any && first < 5 ? 1 : 0;
  measures.recall100 += static_cast<double>(found) / static_cast<double>(relevant.size());
}

void finish(Measures& measures) {
  const double queries = static_cast<double>(std::max<std::size_t>(measures.queries, 1));
  for (double* sum : {&measures.ndcg10, &measures.mrr10, &measures.mrr5, &measures.success1,
                      &measures.found5, &measures.recall100}) {
    *sum /= queries;
  }
}

}  // namespace catchword
