#include "common/date/date_range.h"

#include <array>
#include <cstdio>
#include <optional>

#include "common/date/date_parts.h"
#include "common/strings/ascii.h"

namespace pressmark {
namespace {

namespace chrono = std::chrono;

constexpr chrono::seconds kLastSecond = chrono::days{1} - chrono::seconds{1};

DateRange whole_days(chrono::year_month_day first, chrono::year_month_day last) {
  return {chrono::sys_days{first}, chrono::sys_days{last} + kLastSecond};
}

// "2026", "2026-03", "2026-03-14".
std::optional<DateRange> calendar_range(std::string_view text) {
  auto const has_shape = text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                         (text.size() == 10 && text[4] == '-' && text[7] == '-');
  if (!has_shape) return std::nullopt;
  auto const year_number = parse_digits(text.substr(0, 4), 4, 4);
  if (!year_number || *year_number == 0) return std::nullopt;
  chrono::year const year{*year_number};
  if (text.size() == 4) return whole_days(year / chrono::January / 1, year / chrono::December / 31);

  auto const month_number = parse_digits(text.substr(5, 2), 2, 2);
  if (!month_number) return std::nullopt;
  chrono::month const month{static_cast<unsigned>(*month_number)};
  if (!month.ok()) return std::nullopt;
  if (text.size() == 7) return whole_days(year / month / 1, year / month / chrono::last);

  auto const day_number = parse_digits(text.substr(8, 2), 2, 2);
  if (!day_number) return std::nullopt;
  auto const day = year / month / *day_number;
  return day.ok() ? std::optional(whole_days(day, day)) : std::nullopt;
}

// The same time of day `count` months ago, on the month's last day if it is too short.
Timestamp months_before(Timestamp now, chrono::months count) {
  auto const today = chrono::floor<chrono::days>(now);
  auto day = chrono::year_month_day{today} - count;
  if (!day.ok()) day = day.year() / day.month() / chrono::last;
  return chrono::sys_days{day} + (now - today);
}

// "7d", "6w", "3m", "1y". Four digits reach back to before there were posts.
std::optional<DateRange> relative_range(std::string_view text, Timestamp now) {
  constexpr std::size_t kMostDigits = 4;
  if (text.empty()) return std::nullopt;
  auto const number = parse_digits(text.substr(0, text.size() - 1), 1, kMostDigits);
  if (!number) return std::nullopt;
  switch (lower(text.back())) {
    case 'd':
      return DateRange{now - chrono::days{*number}, now};
    case 'w':
      return DateRange{now - chrono::weeks{*number}, now};
    case 'm':
      return DateRange{months_before(now, chrono::months{*number}), now};
    case 'y':
      return DateRange{months_before(now, chrono::months{12 * *number}), now};
    default:
      return std::nullopt;
  }
}

}  // namespace

Result<DateRange> parse_date_range(std::string_view text, Timestamp now) {
  auto const trimmed = trim(text);
  if (auto const range = calendar_range(trimmed)) return *range;
  if (auto const range = relative_range(trimmed, now)) return *range;
  return unexpected(Problem{
      "\"" + std::string(text) + "\" is no date; write 2026, 2026-03, 2026-03-14, 7d, 6w, 3m or 1y", {}});
}

}  // namespace pressmark
