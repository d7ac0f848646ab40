// One function a type, from a value as written to the values it stands for.
#include "document/config/metadata_types.h"

#include <algorithm>

#include "document/text/dates.h"
#include "document/text_strings.h"

namespace catchword {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Drops the commas between groups of three digits. Nothing when `written` is no number.
std::optional<std::string> as_number(std::string_view written) {
  std::string number;
  size_t points = 0;
  size_t digits = 0;
  for (size_t i = 0; i < written.size(); ++i) {
    const char c = written[i];
    const bool separator = c == ',' && i > 0 && is_digit(written[i - 1]) && written.size() - i > 3;
    if (separator) continue;
    if (!is_digit(c) && c != '.' && !(c == '-' && i == 0)) return std::nullopt;
    points += c == '.';
    digits += is_digit(c);
    number += c;
  }
  return digits > 0 && points <= 1 ? std::optional(number) : std::nullopt;
}

std::optional<std::string> as_date(std::string_view written) {
  if (written.size() == 4 && std::all_of(written.begin(), written.end(), is_digit)) {
    return std::string(written);
  }
  const std::optional<FoundDate> date = find_date(written);
  return date ? std::optional(date->iso) : std::nullopt;
}

std::vector<std::string> split_list(std::string written) {
  std::replace(written.begin(), written.end(), ';', ',');
  std::vector<std::string> values;
  for (std::string_view rest = written; !rest.empty();) {
    std::string value = collapse_white_space(take_until(rest, ','));
    if (!value.empty()) values.push_back(std::move(value));
  }
  return values;
}

/// Each value through `convert`; those that it refuses stay, and are named in `faults`.
template <class Convert>
void convert_values(Metadata& metadata, std::string_view type, Convert convert,
                    std::vector<std::string>& faults) {
  for (std::string& value : metadata.values) {
    if (std::optional<std::string> converted = convert(value)) {
      value = *std::move(converted);
    } else {
      faults.push_back(metadata.key + " '" + value + "' is no " + std::string(type));
    }
  }
}

void apply(MetadataType type, Metadata& metadata, std::vector<std::string>& faults) {
  switch (type) {
    case MetadataType::kText: return;
    case MetadataType::kNumber: return convert_values(metadata, "number", as_number, faults);
    case MetadataType::kDate: return convert_values(metadata, "date", as_date, faults);
    case MetadataType::kList: break;
  }
  std::vector<std::string> values;
  for (std::string& value : metadata.values) {
    for (std::string& part : split_list(std::move(value))) values.push_back(std::move(part));
  }
  metadata.values = std::move(values);
}

}  // namespace

std::optional<MetadataType> metadata_type_of(std::string_view name) {
  if (name == "text") return MetadataType::kText;
  if (name == "number") return MetadataType::kNumber;
  if (name == "date") return MetadataType::kDate;
  return name == "list" ? std::optional(MetadataType::kList) : std::nullopt;
}

std::vector<std::string> apply_metadata_types(const std::vector<MetadataTypeRule>& rules,
                                              Document& document) {
  std::vector<std::string> faults;
  for (Metadata& metadata : document.metadata) {
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](auto& candidate) { return candidate.key == metadata.key; });
    if (rule != rules.end()) apply(rule->type, metadata, faults);
  }
  std::erase_if(document.metadata, [](auto& metadata) { return metadata.values.empty(); });
  return faults;
}

}  // namespace catchword
