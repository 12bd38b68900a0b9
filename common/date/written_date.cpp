// Decides by its shape what each word of a written-out date is.
#include "common/date/written_date.h"

#include <algorithm>
#include <array>

#include "common/date/date_names.h"
#include "common/date/date_parts.h"
#include "common/strings/ascii.h"

namespace pressmark {
namespace {

namespace chrono = std::chrono;

// Words that join the parts of a date: "24 de enero de 2026", "January 24 at 8:00".
constexpr std::array<std::string_view, 5> kFillers = {"-", "at", "of", "de", "le"};

// "24", "24." and "24th" as what they count.
std::string_view without_ordinal(std::string_view word) {
  constexpr std::array<std::string_view, 5> kEndings = {".", "st", "nd", "rd", "th"};
  for (auto const ending : kEndings) {
    if (word.size() <= ending.size()) continue;
    auto const number = word.substr(0, word.size() - ending.size());
    if (word.ends_with(ending) && parse_digits(number, 1, 2)) return number;
  }
  return word;
}

// The shape of a word says what it may be. Their order matters only where two numbers could change
// places: a day of one or two digits comes before such a year.
class WrittenDate {
 public:
  // False if `word` fits nowhere.
  bool add(std::string_view word) {
    if (is_digit(word.front())) return add_digits(word);
    if (!clock_ && std::any_of(kFillers.begin(), kFillers.end(),
                               [&](auto const& filler) { return equal_ignoring_case(filler, word); })) {
      return true;
    }
    if (auto const month = month_named(word); month && !month_) {
      month_ = month;
      return true;
    }
    return weekday_named(word) || add_half_day(word) || add_zone(word);
  }

  [[nodiscard]] std::optional<Timestamp> timestamp() const {
    bool const is_whole_month = !day_ && !clock_;
    if (!year_ || !month_ || (!day_ && !is_whole_month)) return std::nullopt;
    return make_timestamp(*year_, static_cast<unsigned>(*month_), day_.value_or(1),
                          clock_.value_or(chrono::seconds{0}), zone_.value_or(chrono::minutes{0}));
  }

 private:
  bool add_digits(std::string_view word) {
    if (word.find(':') != std::string_view::npos) return add_clock(word);
    auto const parts = split(word, "-");  // RFC 850: "24-Jan-26"
    if (parts.size() == 1) return add_number(without_ordinal(word));
    return parts.size() == 3 && !parts[1].empty() && !parts[2].empty() && month_named(parts[1]) &&
           add(parts[0]) && add(parts[1]) && add(parts[2]);
  }

  bool add_number(std::string_view word) {
    if (auto const day = parse_digits(word, 1, 2); day && !day_) {
      day_ = static_cast<unsigned>(*day);
      return true;
    }
    if (year_) return false;
    year_ = parse_year(word);
    return year_.has_value();
  }

  bool add_clock(std::string_view word) {
    auto const digits = std::min(word.find_first_not_of("0123456789:.,"), word.size());
    auto const clock = parse_clock(word.substr(0, digits));
    if (!clock || clock_) return false;
    clock_ = clock;
    auto const rest = word.substr(digits);
    return rest.empty() || add_half_day(rest) || add_zone(rest);
  }

  bool add_half_day(std::string_view word) {
    auto const time = clock_ && !has_half_day_ ? parse_half_day(*clock_, word) : std::nullopt;
    if (!time) return false;
    has_half_day_ = true;
    clock_ = time;
    return true;
  }

  // A second zone may repeat the first: "+0000 UTC".
  bool add_zone(std::string_view word) {
    auto const zone = clock_ ? parse_zones(word) : std::nullopt;
    if (!zone || (zone_ && *zone_ != *zone)) return false;
    zone_ = zone;
    return true;
  }

  std::optional<int> year_;
  std::optional<chrono::month> month_;
  std::optional<unsigned> day_;
  std::optional<chrono::seconds> clock_;
  std::optional<chrono::minutes> zone_;
  bool has_half_day_ = false;
};

}  // namespace

std::optional<Timestamp> parse_written_date(std::string_view text) {
  WrittenDate date;
  for (auto const word : split(text.substr(0, text.find('(')), ", ")) {  // "(…)" is a comment, at the end
    if (!word.empty() && !date.add(word)) return std::nullopt;
  }
  return date.timestamp();
}

}  // namespace pressmark
