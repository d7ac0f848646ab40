// Two passes: all values of a key decide what it is, then each document's are brought into form.
#include "document/config/metadata_types.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "document/config/metadata_values.h"

namespace catchword {
namespace {

constexpr std::size_t kLongestChoice = 40;   // bytes on average; longer texts are no choices
constexpr std::size_t kUsesOfAChoice = 2;    // documents for each value, on average
constexpr std::size_t kMostChoices = 4096;   // different values; a longer list helps nobody

bool is_code(std::string_view number) { return number.size() > 1 && number[0] == '0' && number[1] != '.'; }

// What all documents together say of one key.
struct KeySurvey {
  MetadataRule rule;
  bool all_numbers = true;
  bool all_dates = true;
  bool several = false;      // some document has more than one value
  bool searchable = false;
  bool filter = false;
  bool sort = false;
  std::size_t values = 0;
  std::size_t bytes = 0;
  std::unordered_set<std::string> different;  // of texts, up to kMostChoices and one more

  void note(const Metadata& metadata) {
    several |= metadata.values.size() > 1;
    searchable |= metadata.searchable;
    filter |= metadata.filter;
    sort |= metadata.sort;
    for (const std::string& value : metadata.values) note_value(value);
  }

  void note_value(const std::string& value) {
    ++values;
    bytes += value.size();
    all_numbers = all_numbers && as_number(value) && !is_code(value);
    all_dates = all_dates && as_date(value);
    if (different.size() <= kMostChoices) different.insert(value);
  }

  [[nodiscard]] MetadataType type() const {
    if (rule.type) return *rule.type;
    if (all_numbers && !several && !is_a_date()) return MetadataType::kNumber;
    if (is_a_date() && !several) return MetadataType::kDate;
    return several ? MetadataType::kList : MetadataType::kText;
  }

  // "2002" is a year where the key says so, else a number; a text that holds a date is still a text.
  [[nodiscard]] bool is_a_date() const {
    return all_dates && (rule.key == "date" || (!all_numbers && bytes <= kLongestChoice * values));
  }

  [[nodiscard]] bool is_ordered() const {
    return type() == MetadataType::kNumber || type() == MetadataType::kDate;
  }

  // Few short texts that recur: a section, an author, a tag.
  [[nodiscard]] bool is_choice() const {
    return searchable && different.size() > 1 && different.size() <= kMostChoices &&
           bytes <= kLongestChoice * values && values >= kUsesOfAChoice * different.size();
  }

  void settle(Metadata& metadata) const {
    metadata.type = type();
    metadata.filter = rule.filter.value_or(filter || is_ordered() || is_choice());
    metadata.sort = rule.sort.value_or(sort || is_ordered() || (is_choice() && !several));
    if (rule.search) metadata.searchable = *rule.search;
  }
};

using Surveys = std::unordered_map<std::string, KeySurvey>;

Result<Surveys> survey(const std::vector<MetadataRule>& rules, const Documents& documents) {
  Surveys surveys;
  for (const MetadataRule& rule : rules) surveys[rule.key].rule = rule;
  const Status visited = documents.visit([&](const Documents::Batch& batch, std::size_t) -> Status {
    for (const Document& document : batch) {
      for (const Metadata& metadata : document.metadata) {
        KeySurvey& key = surveys[metadata.key];
        key.rule.key = metadata.key;
        key.note(metadata);
      }
    }
    return {};
  });
  return visited ? Result<Surveys>(std::move(surveys)) : visited.error();
}

std::string_view name_of(MetadataType type) {
  return type == MetadataType::kNumber ? "number" : "date";
}

std::optional<std::string> convert(MetadataType type, const std::string& value) {
  return type == MetadataType::kNumber ? as_number(value) : as_date(value);
}

void split_values(Metadata& metadata) {
  std::vector<std::string> values;
  for (const std::string& value : metadata.values) {
    for (std::string& part : split_list(value)) values.push_back(std::move(part));
  }
  metadata.values = std::move(values);
}

// Each value in the form of its type; a refused one stays, with a warning.
void convert_values(const std::string& id, Metadata& metadata, std::vector<Notice>& notices) {
  for (std::string& value : metadata.values) {
    if (std::optional<std::string> converted = convert(metadata.type, value)) {
      value = *std::move(converted);
    } else {
      notices.push_back({Notice::Kind::kWarning, id,
                         metadata.key + " '" + value + "' is no " + std::string(name_of(metadata.type))});
    }
  }
}

void settle(const Surveys& surveys, Document& document, std::vector<Notice>& notices) {
  for (Metadata& metadata : document.metadata) {
    const KeySurvey& key = surveys.at(metadata.key);
    key.settle(metadata);
    if (key.rule.type == MetadataType::kList) split_values(metadata);
    if (key.is_ordered()) convert_values(document.id, metadata, notices);
  }
  std::erase_if(document.metadata, [](auto& metadata) { return metadata.values.empty(); });
}

}  // namespace

std::optional<MetadataType> metadata_type_of(std::string_view name) {
  if (name == "text") return MetadataType::kText;
  if (name == "number") return MetadataType::kNumber;
  if (name == "date") return MetadataType::kDate;
  return name == "list" ? std::optional(MetadataType::kList) : std::nullopt;
}

Result<std::vector<Notice>> settle_metadata(const std::vector<MetadataRule>& rules, Documents& documents) {
  const Result<Surveys> surveys = survey(rules, documents);
  if (!surveys) return surveys.error();
  std::vector<Notice> notices;
  const Status settled = documents.edit([&](Documents::Batch& batch) -> Status {
    for (Document& document : batch) settle(*surveys, document, notices);
    return {};
  });
  return settled ? Result<std::vector<Notice>>(std::move(notices)) : settled.error();
}

}  // namespace catchword
