// Words and numbers that make a day, and the order they stand in.
#include "common/date/day_in_text.h"

#include <algorithm>
#include <vector>

#include "common/date/date_names.h"
#include "common/strings/ascii.h"
#include "common/strings/number_text.h"
#include "common/url/url.h"

namespace pressmark {
namespace {

namespace chrono = std::chrono;

// Words that stand between the parts of a date: "5 de abril de 2018", "the 5th of April, 2018".
constexpr std::string_view kBetween[] = {"de", "del", "of", "the"};

constexpr std::string_view kNumberEndings[] = {"", "st", "nd", "rd", "th", "er", "º", "°", "ª"};

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;

std::optional<Timestamp> make_day(int year, chrono::month month, int day) {
  if (year < kFirstYear || year > kLastYear || day < 1) return std::nullopt;
  chrono::year_month_day const date{chrono::year{year}, month, chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return chrono::sys_days{date};
}

std::optional<Timestamp> make_day(int year, int month, int day) {
  if (month < 1 || month > 12) return std::nullopt;
  return make_day(year, chrono::month{static_cast<unsigned>(month)}, day);
}

// The number of digits that `word` begins with, taken off it.
std::optional<int> take_digits(std::string_view& word) {
  return !word.empty() && is_digit(word.front()) ? take_number<int>(word) : std::nullopt;
}

std::optional<int> day_numbered(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  auto const day = take_digits(word);
  bool const ends = std::ranges::find(kNumberEndings, word) != std::end(kNumberEndings);
  return day && ends && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

std::optional<int> year_numbered(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() != 4) return std::nullopt;
  auto const year = take_digits(word);
  return year && word.empty() ? year : std::nullopt;
}

// In some countries that write English the month comes first, in others the day.
bool writes_day_first(std::string_view language) {
  constexpr std::string_view kDayFirst[] = {"cs", "da", "de", "el", "es", "fr", "it",
                                            "nb", "nl", "pl", "pt", "ro", "ru"};
  return std::ranges::find(kDayFirst, lower(language.substr(0, 2))) != std::end(kDayFirst);
}

// "2018-04-05", "05.04.2018", "13/04/2018".
std::optional<Timestamp> numeric_day(std::string_view word, std::string_view language) {
  auto const at = word.find_first_of("./-");
  if (at == std::string_view::npos) return std::nullopt;
  char const separator = word[at];
  std::vector<int> fields;
  for (auto field : split(word.substr(0, word.find('T')), std::string_view(&separator, 1))) {
    if (field.empty() && fields.size() == 3) break;  // the full stop of a sentence
    bool const fits = field.size() <= 2 || field.size() == 4;
    auto const number = field.empty() || !fits ? std::nullopt : take_digits(field);
    if (!number || !field.empty()) return std::nullopt;
    fields.push_back(*number);
  }
  if (fields.size() != 3) return std::nullopt;
  if (at == 4) return make_day(fields[0], fields[1], fields[2]);
  bool const by_dots = separator == '.';
  if (fields[0] > 12 || by_dots || writes_day_first(language))
    return make_day(fields[2], fields[1], fields[0]);
  if (fields[1] > 12 || fields[0] == fields[1]) return make_day(fields[2], fields[0], fields[1]);
  return std::nullopt;
}

// "2018年4月5日".
std::optional<Timestamp> ideographic_day(std::string_view text) {
  constexpr std::string_view kYear = "年";
  constexpr std::string_view kMonth = "月";
  auto const at = text.find(kYear);
  if (at == std::string_view::npos || at < 4) return std::nullopt;
  auto const year = year_numbered(text.substr(at - 4, 4));
  auto rest = text.substr(at + kYear.size());
  auto const month = rest.empty() ? std::nullopt : take_digits(rest);
  if (!year || !month || !rest.starts_with(kMonth)) return std::nullopt;
  rest.remove_prefix(kMonth.size());
  auto const day = rest.empty() ? std::nullopt : take_digits(rest);
  return day ? make_day(*year, *month, *day) : std::nullopt;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (auto const word : split(text, " \t\n\r,;:|()[]")) {
    if (!word.empty() && std::ranges::find(kBetween, lower(word)) == std::end(kBetween))
      words.push_back(word);
  }
  return words;
}

}  // namespace

std::optional<Timestamp> find_day_in_text(std::string_view text, std::string_view language) {
  auto const words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (auto const day = numeric_day(words[i], language)) return day;
    if (i + 2 >= words.size()) continue;
    auto const year = year_numbered(words[i + 2]);
    auto month = month_named(words[i + 1]);
    auto day = day_numbered(words[i]);
    if (!month || !day) {
      month = month_named(words[i]);
      day = day_numbered(words[i + 1]);
    }
    if (!year || !month || !day) continue;
    if (auto const found = make_day(*year, *month, *day)) return found;
  }
  return ideographic_day(text);
}

std::optional<Timestamp> day_in_url(std::string_view url) {
  auto const path = split_url(url).path;
  auto const fields = split(path, "/-_.");
  for (std::size_t i = 0; i + 2 < fields.size(); ++i) {
    auto const year = year_numbered(fields[i]);
    auto const month = fields[i + 1].size() == 2 ? day_numbered(fields[i + 1]) : std::nullopt;
    auto const day = fields[i + 2].size() == 2 ? day_numbered(fields[i + 2]) : std::nullopt;
    if (!year || !month || !day) continue;
    if (auto const found = make_day(*year, *month, *day)) return found;
  }
  return std::nullopt;
}

}  // namespace pressmark
