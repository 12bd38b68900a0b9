// The table of attributes; numbers are spans of time, names are themselves.
#include "server/meilisearch/filter_attribute.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>

#include "common/base/time.h"
#include "common/date/date_range.h"
#include "common/strings/number_text.h"
#include "present/meilisearch/attributes.h"

namespace pressmark {
namespace {

using std::chrono::seconds;

// Beyond these no post was published, and no arithmetic overflows.
constexpr std::int64_t kMaxSeconds = 900'000'000'000;
constexpr std::int64_t kMaxYear = 30'000;

Timestamp begin_of_year(std::int64_t year) {
  auto const number = static_cast<int>(std::clamp(year, -kMaxYear, kMaxYear));
  return std::chrono::sys_days(std::chrono::year(number) / 1 / 1);
}

Timestamp end_of_year(std::int64_t year) {
  return begin_of_year(std::min(year, kMaxYear) + 1) - seconds(1);
}

Condition no_post() {
  return {.kind = ConditionKind::any};
}

}  // namespace

struct FilterAttribute::Span {
  Timestamp first;
  Timestamp last;
};

struct FilterAttribute::Row {
  std::string_view name;
  Values values;
  ConditionKind kind;
};

FilterAttribute::Row const* FilterAttribute::row_of(std::string_view name) {
  static constexpr auto kRows = std::to_array<Row>({
      {"categories", Values::list_of_names, ConditionKind::category},
      {"author", Values::names, ConditionKind::author},
      {"site", Values::names, ConditionKind::site},
      {"language", Values::names, ConditionKind::language},
      {"year", Values::years, ConditionKind::published},
      {"month", Values::months, ConditionKind::published},
      {"published", Values::seconds, ConditionKind::published},
      {"updated", Values::seconds, ConditionKind::updated},
  });
  auto const* const found = std::ranges::find(kRows, name, &Row::name);
  return found == kRows.end() ? nullptr : found;
}

Result<FilterAttribute> FilterAttribute::find(std::string_view name) {
  if (auto const* const row = row_of(name)) return FilterAttribute(*row);
  return unexpected(Problem{
      "Attribute `" + std::string(name) +
          "` is not filterable. Available filterable attributes are: " + list_of_names(kFilterableAttributes),
      ""});
}

Result<Condition> FilterAttribute::equals(std::string const& value) const {
  if (row_->values == Values::names || row_->values == Values::list_of_names) {
    if (value.empty()) return no_post();
    return Condition{.kind = row_->kind, .name = value};
  }
  return between(value, value);
}

Result<Condition> FilterAttribute::compares(std::string_view sign, std::string const& value) const {
  auto const span = span_of(value);
  if (!span) return unexpected(span.error());
  Condition condition{.kind = row_->kind};
  if (sign == ">") condition.since = span->last + seconds(1);
  if (sign == ">=") condition.since = span->first;
  if (sign == "<") condition.until = span->first - seconds(1);
  if (sign == "<=") condition.until = span->last;
  return condition;
}

Result<Condition> FilterAttribute::between(std::string const& least, std::string const& greatest) const {
  auto const first = span_of(least);
  if (!first) return unexpected(first.error());
  auto const last = span_of(greatest);
  if (!last) return unexpected(last.error());
  return Condition{.kind = row_->kind, .since = first->first, .until = last->last};
}

Condition FilterAttribute::is_null() const {
  if (row_->values == Values::list_of_names) return no_post();
  return {.kind = ConditionKind::none, .children = {any_value()}};
}

Condition FilterAttribute::is_empty() const {
  if (row_->values != Values::list_of_names) return no_post();
  return {.kind = ConditionKind::none, .children = {any_value()}};
}

Condition FilterAttribute::any_value() const {
  return {.kind = row_->kind};
}

Result<FilterAttribute::Span> FilterAttribute::span_of(std::string const& value) const {
  if (row_->values == Values::months) {
    bool const is_month = value.size() == 7 && value[4] == '-';
    auto const range = is_month ? parse_date_range(value, {}) : unexpected(Problem{});
    if (!range) {
      return unexpected(Problem{"`" + value + "` is no month such as `2026-03`", ""});
    }
    return Span{range->first, range->last};
  }
  bool const is_number = row_->values == Values::years || row_->values == Values::seconds;
  auto const number = is_number ? parse_number<std::int64_t>(value) : std::nullopt;
  if (!number) return unexpected(not_a_number());
  if (row_->values == Values::years) return Span{begin_of_year(*number), end_of_year(*number)};
  Timestamp const time{seconds(std::clamp(*number, -kMaxSeconds, kMaxSeconds))};
  return Span{time, time};
}

Problem FilterAttribute::not_a_number() const {
  if (row_->values == Values::years) return {"`year` is compared with whole numbers", ""};
  if (row_->values == Values::seconds) {
    return {"`" + std::string(row_->name) + "` is compared with whole numbers: seconds since 1970", ""};
  }
  return {"`" + std::string(row_->name) + "` is no number: only =, !=, IN and NOT IN compare it", ""};
}

}  // namespace pressmark
