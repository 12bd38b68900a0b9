// Reading numbers, times of day and zones.
#include "common/date/date_parts.h"

#include <algorithm>
#include <array>

#include "common/strings/ascii.h"
#include "common/strings/number_text.h"

namespace pressmark {
namespace {

namespace chrono = std::chrono;

struct NamedZone {
  std::string_view name;
  chrono::minutes offset;
};

// RFC 822 §5.1 and the names that feeds add to it. Names that more than one region uses with
// different meanings are left out, and so are the military letters but for Z (RFC 2822 §4.3).
constexpr std::array kZones = {NamedZone{"z", chrono::hours{0}},     NamedZone{"ut", chrono::hours{0}},
                               NamedZone{"utc", chrono::hours{0}},   NamedZone{"gmt", chrono::hours{0}},
                               NamedZone{"wet", chrono::hours{0}},   NamedZone{"west", chrono::hours{1}},
                               NamedZone{"cet", chrono::hours{1}},   NamedZone{"cest", chrono::hours{2}},
                               NamedZone{"met", chrono::hours{1}},   NamedZone{"mest", chrono::hours{2}},
                               NamedZone{"eet", chrono::hours{2}},   NamedZone{"eest", chrono::hours{3}},
                               NamedZone{"msk", chrono::hours{3}},   NamedZone{"jst", chrono::hours{9}},
                               NamedZone{"kst", chrono::hours{9}},   NamedZone{"aest", chrono::hours{10}},
                               NamedZone{"aedt", chrono::hours{11}}, NamedZone{"nzst", chrono::hours{12}},
                               NamedZone{"nzdt", chrono::hours{13}}, NamedZone{"at", chrono::hours{-4}},
                               NamedZone{"adt", chrono::hours{-3}},  NamedZone{"et", chrono::hours{-5}},
                               NamedZone{"est", chrono::hours{-5}},  NamedZone{"edt", chrono::hours{-4}},
                               NamedZone{"ct", chrono::hours{-6}},   NamedZone{"cst", chrono::hours{-6}},
                               NamedZone{"cdt", chrono::hours{-5}},  NamedZone{"mt", chrono::hours{-7}},
                               NamedZone{"mst", chrono::hours{-7}},  NamedZone{"mdt", chrono::hours{-6}},
                               NamedZone{"pt", chrono::hours{-8}},   NamedZone{"pst", chrono::hours{-8}},
                               NamedZone{"pdt", chrono::hours{-7}},  NamedZone{"akst", chrono::hours{-9}},
                               NamedZone{"akdt", chrono::hours{-8}}, NamedZone{"hst", chrono::hours{-10}}};

std::optional<chrono::minutes> parse_offset(std::string_view text) {
  if (text.size() < 3 || (text.front() != '+' && text.front() != '-')) return std::nullopt;
  auto const hours = parse_digits(text.substr(1, 2), 2, 2);
  auto rest = text.substr(3);
  if (rest.size() == 3 && rest.front() == ':') rest.remove_prefix(1);
  auto const minutes = rest.empty() && text.size() == 3 ? 0 : parse_digits(rest, 2, 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  auto const offset = chrono::hours{*hours} + chrono::minutes{*minutes};
  return text.front() == '-' ? -offset : offset;
}

std::optional<chrono::minutes> named_zone(std::string_view name) {
  auto const* const zone = std::find_if(kZones.begin(), kZones.end(), [&](NamedZone const& known) {
    return equal_ignoring_case(known.name, name);
  });
  return zone == kZones.end() ? std::nullopt : std::optional(zone->offset);
}

}  // namespace

std::optional<int> parse_digits(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most || !is_digit(text.front())) return std::nullopt;
  return parse_number<int>(text);
}

std::optional<int> parse_year(std::string_view text) {
  auto const year = parse_digits(text, 2, 4);
  if (!year || text.size() == 3) return std::nullopt;
  if (text.size() == 4) return year;
  return *year < 50 ? *year + 2000 : *year + 1900;
}

std::optional<chrono::seconds> parse_clock(std::string_view text) {
  auto const fraction = text.find_first_of(".,");
  auto const fields = split(text.substr(0, fraction), ":");
  bool const whole = fraction == std::string_view::npos;
  if (!whole && (fields.size() != 3 || !parse_digits(text.substr(fraction + 1), 1, 9))) return std::nullopt;
  if (fields.size() < 2 || fields.size() > 3) return std::nullopt;
  auto const hour = parse_digits(fields[0], 1, 2);
  auto const minute = parse_digits(fields[1], 1, 2);
  auto const second = fields.size() == 3 ? parse_digits(fields[2], 1, 2) : 0;
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  return chrono::hours{*hour} + chrono::minutes{*minute} + chrono::seconds{*second};
}

std::optional<chrono::seconds> parse_half_day(chrono::seconds clock, std::string_view half) {
  constexpr chrono::hours kNoon{12};
  bool const is_afternoon = equal_ignoring_case(half, "pm") || equal_ignoring_case(half, "p.m.");
  bool const is_morning = equal_ignoring_case(half, "am") || equal_ignoring_case(half, "a.m.");
  bool const is_on_dial = clock >= chrono::hours{1} && clock < chrono::hours{13};
  if (!(is_afternoon || is_morning) || !is_on_dial) return std::nullopt;
  if (clock >= kNoon) clock -= kNoon;
  return is_afternoon ? clock + kNoon : clock;
}

std::optional<chrono::minutes> parse_zone(std::string_view text) {
  constexpr std::string_view kPrefix = "Etc/";
  if (text.starts_with(kPrefix)) {
    // The signs of the offsets there are the other way round, so only names are read.
    return named_zone(text.substr(kPrefix.size()));
  }
  auto const sign = text.find_first_of("+-");
  if (sign == 0) return parse_offset(text);
  auto const zone = named_zone(text.substr(0, sign));
  if (!zone || sign == std::string_view::npos) return zone;
  return *zone == chrono::minutes{0} ? parse_offset(text.substr(sign)) : std::nullopt;
}

std::optional<chrono::minutes> parse_zones(std::string_view text) {
  auto const name = std::min(text.find_first_not_of("+-0123456789:"), text.size());
  auto const offset = name == 0 ? std::nullopt : parse_offset(trim(text.substr(0, name)));
  if (!offset || name == text.size()) return offset ? offset : parse_zone(text);
  auto const zone = named_zone(trim(text.substr(name)));
  return zone && (*zone == *offset || *zone == chrono::minutes{0}) ? offset : std::nullopt;
}

std::optional<Timestamp> make_timestamp(int year, unsigned month, unsigned day, chrono::seconds clock,
                                        chrono::minutes zone) {
  chrono::year_month_day const date{chrono::year{year}, chrono::month{month}, chrono::day{day}};
  if (year < 1 || !date.ok()) return std::nullopt;
  return chrono::sys_days{date} + clock - zone;
}

}  // namespace pressmark
