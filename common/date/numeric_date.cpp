// Decides which number of a date is the year, the month and the day.
#include "common/date/numeric_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "common/date/date_parts.h"
#include "common/strings/ascii.h"

namespace pressmark {
namespace {

namespace chrono = std::chrono;

std::optional<chrono::year_month_day> calendar_day(int year, int month, int day) {
  chrono::year_month_day const date{chrono::year{year}, chrono::month{static_cast<unsigned>(month)},
                                    chrono::day{static_cast<unsigned>(day)}};
  return year >= 1 && date.ok() ? std::optional(date) : std::nullopt;
}

// The day of the two that can be meant; nothing if both can.
std::optional<chrono::year_month_day> only_one(std::optional<chrono::year_month_day> a,
                                               std::optional<chrono::year_month_day> b,
                                               std::optional<chrono::weekday> weekday) {
  if (!a || !b || *a == *b) return a ? a : b;
  auto const fits = [&](chrono::year_month_day day) {
    return weekday && chrono::weekday{chrono::sys_days{day}} == *weekday;
  };
  if (fits(*a) == fits(*b)) return std::nullopt;
  return fits(*a) ? a : b;
}

// "13.12.2003" and "13.12.03", where dots put the day first; "26/06/2020", where either may be.
std::optional<chrono::year_month_day> day_before_year(std::vector<std::string_view> const& fields,
                                                      char separator,
                                                      std::optional<chrono::weekday> weekday) {
  auto const first = parse_digits(fields[0], 1, 2);
  auto const second = parse_digits(fields[1], 1, 2);
  auto const year = separator == '.' ? parse_year(fields[2]) : parse_digits(fields[2], 4, 4);
  if (!first || !second || !year) return std::nullopt;
  auto const day_first = calendar_day(*year, *second, *first);
  return separator == '.' ? day_first : only_one(day_first, calendar_day(*year, *first, *second), weekday);
}

// "2003", "2003-12", "2003-12-13", "2003/1/5": the missing parts are 1.
std::optional<chrono::year_month_day> year_before_day(std::vector<std::string_view> const& fields) {
  std::size_t const least = fields.size() == 3 ? 1 : 2;  // digits
  auto const year = parse_digits(fields[0], 4, 4);
  auto const month = fields.size() > 1 ? parse_digits(fields[1], least, 2) : 1;
  auto const day = fields.size() > 2 ? parse_digits(fields[2], least, 2) : 1;
  return year && month && day ? calendar_day(*year, *month, *day) : std::nullopt;
}

// The basic format of ISO 8601: "20031213".
std::optional<chrono::year_month_day> unseparated_day(std::string_view text) {
  if (!parse_digits(text, 8, 8)) return std::nullopt;
  return year_before_day({text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)});
}

std::optional<chrono::year_month_day> parse_day(std::string_view text,
                                                std::optional<chrono::weekday> weekday) {
  auto const at = text.find_first_not_of("0123456789");
  if (at == std::string_view::npos) return text.size() == 8 ? unseparated_day(text) : year_before_day({text});
  auto const fields = split(text, text.substr(at, 1));
  if (fields.size() > 3) return std::nullopt;
  if (fields[0].size() == 4) return year_before_day(fields);
  return fields.size() == 3 ? day_before_year(fields, text[at], weekday) : std::nullopt;
}

// False for years and months, which take no time of day.
bool is_whole_day(std::string_view text) {
  auto const separators = std::count_if(text.begin(), text.end(), [](char c) { return !is_digit(c); });
  return separators == 2 || (separators == 0 && text.size() == 8);
}

// "18:30:02", "183002" or "1830" at the front of `text`, which loses it.
std::optional<chrono::seconds> take_clock(std::string_view& text) {
  auto const size = std::min(text.find_first_not_of("0123456789:.,"), text.size());
  std::string clock(text.substr(0, size));
  text = trim(text.substr(size));
  auto const digits = std::min(clock.find_first_not_of("0123456789"), clock.size());
  if (digits == 6) clock.insert(4, 1, ':');
  if (digits == 6 || digits == 4) clock.insert(2, 1, ':');
  return parse_clock(clock);
}

// Where the day ends: at 'T', at white space, or after three numbers that spaces separate.
std::size_t end_of_day(std::string_view text) {
  auto const is_number = [](std::string_view word) {
    return word.find_first_not_of("0123456789") == std::string_view::npos;
  };
  auto const end = std::min(text.find_first_of("Tt "), text.size());
  auto const words = split(text, " ");
  if (words.size() < 3 || !std::all_of(words.begin(), words.begin() + 3, is_number)) return end;
  return words[0].size() + words[1].size() + words[2].size() + 2;
}

}  // namespace

std::optional<Timestamp> parse_numeric_date(std::string_view text, std::optional<chrono::weekday> weekday) {
  auto const end = end_of_day(text);
  auto const day = parse_day(text.substr(0, end), weekday);
  if (!day) return std::nullopt;
  auto rest = text.substr(end);
  if (rest.empty()) return chrono::sys_days{*day};
  if (!is_whole_day(text.substr(0, end))) return std::nullopt;
  rest.remove_prefix(1);
  if (rest.starts_with("- ")) rest.remove_prefix(2);

  auto clock = take_clock(rest);
  if (!clock) return std::nullopt;
  auto const half = rest.substr(0, rest.find(' '));
  if (auto const time = parse_half_day(*clock, half)) {
    clock = time;
    rest = trim(rest.substr(half.size()));
  }
  auto const zone = rest.empty() ? chrono::minutes{0} : parse_zones(rest);
  if (!zone) return std::nullopt;
  return chrono::sys_days{*day} + *clock - *zone;
}

}  // namespace pressmark
