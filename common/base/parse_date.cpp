// Reading the dates of feeds: RFC 822 and its relatives, RFC 3339 and ISO 8601.
#include <array>
#include <charconv>
#include <optional>

#include "common/base/ascii.h"
#include "common/base/time.h"
#include "common/base/utf8.h"

namespace pressmark {
namespace {

namespace chrono = std::chrono;

constexpr std::size_t kLongestDate = 80;  // bytes; more is no date but text

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};

struct NamedZone {
  std::string_view name;
  chrono::minutes offset;
};

// RFC 822 §5.1 and the names that feeds add to it. Names that more than one region uses with
// different meanings are left out.
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

// All of `text` as a number of `least` to `most` digits.
std::optional<int> number(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most || !is_digit(text.front())) return std::nullopt;
  int value = 0;
  auto const* end = text.data() + text.size();
  return std::from_chars(text.data(), end, value).ptr == end ? std::optional(value) : std::nullopt;
}

// Which of `names` the word is: in full or shortened to three letters or more ("Sept.", "Thurs").
template <std::size_t size>
std::optional<unsigned> name_index(std::array<std::string_view, size> const& names, std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  for (unsigned i = 0; word.size() >= 3 && i < size; ++i) {
    if (equal_ignoring_case(names[i].substr(0, word.size()), word)) return i;
  }
  return std::nullopt;
}

// "16:04", "16:04:05", "16:04:05.25"; fractions are cut off. Second 60 is a leap second and
// becomes the one after it.
std::optional<chrono::seconds> parse_clock(std::string_view text) {
  auto const fraction = text.find_first_of(".,");
  auto const fields = split(text.substr(0, fraction), ":");
  bool const whole = fraction == std::string_view::npos;
  if (!whole && (fields.size() != 3 || !number(text.substr(fraction + 1), 1, 9))) return std::nullopt;
  if (fields.size() < 2 || fields.size() > 3) return std::nullopt;
  auto const hour = number(fields[0], 1, 2);
  auto const minute = number(fields[1], 1, 2);
  auto const second = fields.size() == 3 ? number(fields[2], 1, 2) : 0;
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  return chrono::hours{*hour} + chrono::minutes{*minute} + chrono::seconds{*second};
}

// "+0200", "-03:30", "+02": the zone's distance from UTC.
std::optional<chrono::minutes> parse_offset(std::string_view text) {
  if (text.size() < 3 || (text.front() != '+' && text.front() != '-')) return std::nullopt;
  auto const hours = number(text.substr(1, 2), 2, 2);
  auto rest = text.substr(3);
  if (rest.size() == 3 && rest.front() == ':') rest.remove_prefix(1);
  auto const minutes = rest.empty() && text.size() == 3 ? 0 : number(rest, 2, 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  auto const offset = chrono::hours{*hours} + chrono::minutes{*minutes};
  return text.front() == '-' ? -offset : offset;
}

// An offset, a name, or both ("GMT-07:00", "Etc/GMT").
std::optional<chrono::minutes> parse_zone(std::string_view text) {
  constexpr std::string_view kPrefix = "Etc/";
  if (text.starts_with(kPrefix)) text.remove_prefix(kPrefix.size());
  auto const sign = text.find_first_of("+-");
  auto const name = text.substr(0, sign);
  if (name.empty()) return parse_offset(text);
  for (auto const& zone : kZones) {
    if (!equal_ignoring_case(zone.name, name)) continue;
    if (sign == std::string_view::npos) return zone.offset;
    return zone.offset == chrono::minutes{0} ? parse_offset(text.substr(sign)) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Timestamp> make_timestamp(int year, unsigned month, unsigned day, chrono::seconds clock,
                                        chrono::minutes zone) {
  chrono::year_month_day const date{chrono::year{year}, chrono::month{month}, chrono::day{day}};
  if (year < 1 || !date.ok()) return std::nullopt;
  return chrono::sys_days{date} + clock - zone;
}

// RFC 3339 and the shorter forms of ISO 8601: "2003", "2003-12", "2003-12-13",
// "2003-12-13T18:30:02.25+01:00", with a space for the T or '/' for '-'.
std::optional<Timestamp> parse_numeric_date(std::string_view text) {
  auto const date = text.substr(0, text.find_first_of("Tt "));
  auto rest = text.substr(date.size());
  char const separator = date.find('/') == std::string_view::npos ? '-' : '/';
  auto const fields = split(date, std::string_view(&separator, 1));
  if (fields.empty() || fields.size() > 3 || (fields.size() < 3 && !rest.empty())) return std::nullopt;
  auto const year = number(fields[0], 4, 4);
  auto const month = fields.size() > 1 ? number(fields[1], 2, 2) : 1;
  auto const day = fields.size() > 2 ? number(fields[2], 2, 2) : 1;
  if (!year || !month || !day) return std::nullopt;

  chrono::seconds clock{0};
  chrono::minutes zone{0};
  if (!rest.empty()) {
    rest.remove_prefix(1);
    auto const clock_text = rest.substr(0, rest.find_first_not_of("0123456789:.,"));
    auto const zone_text = trim(rest.substr(clock_text.size()));
    auto const read_clock = parse_clock(clock_text);
    auto const read_zone = zone_text.empty() ? chrono::minutes{0} : parse_zone(zone_text);
    if (!read_clock || !read_zone) return std::nullopt;
    clock = *read_clock;
    zone = *read_zone;
  }
  return make_timestamp(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day), clock, zone);
}

// The words of a written-out date, told apart by their shape. Their order matters only where
// two numbers could change places: a day of one or two digits comes before such a year.
class WrittenDate {
 public:
  // False if `word` fits nowhere.
  bool add(std::string_view word) {
    if (is_digit(word.front())) return word.find(':') == word.npos ? add_number(word) : add_clock(word);
    if (word.front() == '+' || word.front() == '-') return word == "-" || add_zone(word);
    if (auto const index = name_index(kMonths, word); index && !month_) {
      month_ = *index + 1;
      return true;
    }
    if (name_index(kWeekdays, word)) return true;  // often wrong in feeds, and never needed
    return add_half_day(word) || add_zone(word);
  }

  [[nodiscard]] std::optional<Timestamp> timestamp() const {
    if (!year_ || !month_ || !day_) return std::nullopt;
    return make_timestamp(*year_, *month_, *day_, clock_.value_or(chrono::seconds{0}),
                          zone_.value_or(chrono::minutes{0}));
  }

 private:
  bool add_number(std::string_view word) {
    if (auto const day = number(word, 1, 2); day && !day_) {
      day_ = static_cast<unsigned>(*day);
      return true;
    }
    auto const year = word.size() == 3 ? std::nullopt : number(word, 2, 4);
    if (!year || year_) return false;
    // RFC 2822 §4.3: two digits below 50 are of this century.
    year_ = word.size() == 4 ? *year : *year < 50 ? *year + 2000 : *year + 1900;
    return true;
  }

  bool add_clock(std::string_view word) {
    auto const digits = std::min(word.find_first_not_of("0123456789:.,"), word.size());
    auto const clock = parse_clock(word.substr(0, digits));
    if (!clock || clock_) return false;
    clock_ = clock;
    return digits == word.size() || add_half_day(word.substr(digits));
  }

  // "am" and "pm", on a clock of twelve hours.
  bool add_half_day(std::string_view word) {
    bool const is_afternoon = equal_ignoring_case(word, "pm") || equal_ignoring_case(word, "p.m.");
    bool const is_morning = equal_ignoring_case(word, "am") || equal_ignoring_case(word, "a.m.");
    bool const fits = clock_ && *clock_ >= chrono::hours{1} && *clock_ < chrono::hours{13};
    if (has_half_day_ || !(is_afternoon || is_morning) || !fits) return false;
    has_half_day_ = true;
    if (*clock_ >= chrono::hours{12}) *clock_ -= chrono::hours{12};
    if (is_afternoon) *clock_ += chrono::hours{12};
    return true;
  }

  bool add_zone(std::string_view word) {
    if (!clock_ || zone_) return false;
    zone_ = parse_zone(word);
    return zone_.has_value();
  }

  std::optional<int> year_;
  std::optional<unsigned> month_;
  std::optional<unsigned> day_;
  std::optional<chrono::seconds> clock_;
  std::optional<chrono::minutes> zone_;
  bool has_half_day_ = false;
};

// RFC 822 and 2822 dates, asctime's order and what newspapers print ("December 22, 2017").
std::optional<Timestamp> parse_written_date(std::string_view text) {
  WrittenDate date;
  for (auto const word : split(text.substr(0, text.find('(')), ", ")) {  // "(…)" is a comment, at the end
    if (!word.empty() && !date.add(word)) return std::nullopt;
  }
  return date.timestamp();
}

bool is_numeric_date(std::string_view text) {
  return number(text.substr(0, 4), 4, 4) && (text.size() == 4 || text[4] == '-' || text[4] == '/');
}

}  // namespace

Result<Timestamp> parse_date(std::string_view text) {
  auto const date = collapse_whitespace(text.substr(0, kLongestDate + 1));
  if (date.empty()) return unexpected(Problem{"the date is empty", {}});
  std::optional<Timestamp> time;
  if (date.size() <= kLongestDate)
    time = is_numeric_date(date) ? parse_numeric_date(date) : parse_written_date(date);
  if (time) return *time;
  return unexpected(Problem{"\"" + valid_utf8(date) + "\" is not a date that can be read", {}});
}

}  // namespace pressmark
