// Judged queries and runs, in the formats of TREC: what `search --run` writes and `eval` measures.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace catchword {

struct JudgedQuery {
  std::string id;
  std::string text;
};

/// "id TAB text" a line. Error: kInput that names the line.
Result<std::vector<JudgedQuery>> read_queries(const std::filesystem::path& path);

/// query id -> document id -> grade; grades of 0 and below are left out.
using Judgments = std::map<std::string, std::map<std::string, double>>;

/// "query TAB document TAB grade" a line. Error: kInput that names the line.
Result<Judgments> read_judgments(const std::filesystem::path& path);

/// Means over the queries that have a relevant document.
struct Measures {
  std::size_t queries = 0;
  double ndcg10 = 0;      ///< linear gain
  double mrr10 = 0;
  double mrr5 = 0;
  double success1 = 0;
  double found5 = 0;
  double recall100 = 0;
};

/// Adds what `ranked` (document ids, best first, up to 100) is worth to the sums in `measures`.
void add_query(Measures& measures, const std::vector<std::string>& ranked,
               const std::map<std::string, double>& relevant);

/// Turns sums into means.
void finish(Measures& measures);

}  // namespace catchword
