// Reading Content-Type and Retry-After.
#include "indexer/fetch/http_fields.h"

#include <algorithm>

#include "common/date/parse_date.h"
#include "common/strings/ascii.h"
#include "common/strings/number_text.h"

namespace pressmark {

MediaType parse_media_type(std::string_view field) {
  auto const parts = split(field, ";");
  MediaType type{lower(trim(parts.front())), {}};
  for (auto const part : parts) {
    auto const equals = part.find('=');
    if (equals == std::string_view::npos || !equal_ignoring_case(trim(part.substr(0, equals)), "charset"))
      continue;
    auto value = trim(part.substr(equals + 1));
    if (value.size() > 1 && value.starts_with('"') && value.ends_with('"'))
      value = value.substr(1, value.size() - 2);
    type.charset = lower(value);
    break;
  }
  return type;
}

std::optional<std::chrono::seconds> parse_retry_after(std::string_view field, Timestamp now) {
  field = trim(field);
  if (!field.empty() && std::all_of(field.begin(), field.end(), is_digit)) {
    constexpr int kForever = 1'000'000'000;
    return std::chrono::seconds(std::min(parse_number<int>(field).value_or(kForever), kForever));
  }
  auto const date = parse_date(field);
  if (!date) return std::nullopt;
  return std::max(std::chrono::seconds(0), *date - now);
}

}  // namespace pressmark
