// Fills patterns and splits file names into their date and their name.
#include "indexer/markdown/permalink.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "common/date/date_parts.h"
#include "common/strings/ascii.h"
#include "common/strings/text_list.h"
#include "common/strings/utf8.h"

namespace pressmark {
namespace {

namespace chrono = std::chrono;

struct Style {
  std::string_view name;
  std::string_view pattern;
};

constexpr Style kStyles[] = {{"date", "/:categories/:year/:month/:day/:title.html"},
                             {"pretty", "/:categories/:year/:month/:day/:title/"},
                             {"ordinal", "/:categories/:year/:y_day/:title.html"},
                             {"weekdate", "/:categories/:year/W:week/:short_day/:title.html"},
                             {"none", "/:categories/:title.html"}};
constexpr std::string_view kDatedDefault = "date";
constexpr std::string_view kDefault = "/:sections/:slugorfilename/";

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};

std::string padded(int value, std::size_t digits) {
  auto text = std::to_string(value);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

std::string capitalised(std::string_view word, std::size_t letters) {
  std::string result(word.substr(0, letters));
  result.front() = static_cast<char>(result.front() - 'a' + 'A');
  return result;
}

// The week of ISO 8601, which belongs to the year of its Thursday.
int iso_week(chrono::sys_days day) {
  auto const weekday = static_cast<int>(chrono::weekday{day}.iso_encoding());
  auto const thursday = day + chrono::days{4 - weekday};
  auto const year = chrono::year_month_day{thursday}.year();
  return static_cast<int>((thursday - chrono::sys_days{year / chrono::January / 1}).count() / 7) + 1;
}

// The value of a placeholder that names a part of the date; absent for other names.
std::optional<std::string> date_part(std::string_view name, Timestamp time) {
  auto const day = chrono::floor<chrono::days>(time);
  chrono::year_month_day const date{day};
  chrono::hh_mm_ss const clock{time - day};
  auto const year = static_cast<int>(date.year());
  auto const month = static_cast<int>(static_cast<unsigned>(date.month()));
  auto const of_month = static_cast<int>(static_cast<unsigned>(date.day()));
  auto const of_year =
      static_cast<int>((day - chrono::sys_days{date.year() / chrono::January / 1}).count()) + 1;
  auto const& month_name = kMonths[static_cast<std::size_t>(month - 1)];
  auto const& day_name = kWeekdays[chrono::weekday{day}.c_encoding()];
  if (name == "year") return padded(year, 4);
  if (name == "short_year") return padded(year % 100, 2);
  if (name == "month") return padded(month, 2);
  if (name == "i_month") return std::to_string(month);
  if (name == "monthname") return std::string(month_name);
  if (name == "short_month") return capitalised(month_name, 3);
  if (name == "long_month") return capitalised(month_name, month_name.size());
  if (name == "day") return padded(of_month, 2);
  if (name == "i_day") return std::to_string(of_month);
  if (name == "y_day") return padded(of_year, 3);
  if (name == "yearday") return std::to_string(of_year);
  if (name == "week") return padded(iso_week(day), 2);
  if (name == "weekday") return std::to_string(chrono::weekday{day}.c_encoding());
  if (name == "weekdayname") return std::string(day_name);
  if (name == "short_day") return capitalised(day_name, 3);
  if (name == "hour") return padded(static_cast<int>(clock.hours().count()), 2);
  if (name == "minute") return padded(static_cast<int>(clock.minutes().count()), 2);
  if (name == "second") return padded(static_cast<int>(clock.seconds().count()), 2);
  return std::nullopt;
}

std::string joined_slugs(std::vector<std::string> const& names) {
  std::string result;
  for (auto const& name : names) {
    append_item(result, slug_of(name), "/");
  }
  return result;
}

// The value of a placeholder; absent if there is no such placeholder.
std::optional<std::string> value_of(std::string_view name, PermalinkParts const& parts) {
  auto const slug = parts.slug.empty() ? std::string() : slug_of(parts.slug);
  auto const title = parts.dated_file || parts.title.empty() ? parts.file_name : slug_of(parts.title);
  auto const& file_name = parts.file_name;
  if (name == "title" || name == "slug") return slug.empty() ? title : slug;
  if (name == "slugorfilename" || name == "slugorcontentbasename") return slug.empty() ? file_name : slug;
  if (name == "filename" || name == "contentbasename" || name == "name") return file_name;
  if (name == "section") return parts.folder.substr(0, parts.folder.find('/'));
  if (name == "sections" || name == "path") return parts.folder;
  if (name == "categories" || name == "slugified_categories") return joined_slugs(parts.categories);
  if (name == "category") return parts.categories.empty() ? std::string() : slug_of(parts.categories.front());
  if (name == "output_ext") return ".html";
  auto const date = date_part(name, parts.date.value_or(Timestamp{}));
  return date && !parts.date ? std::string() : date;
}

// The longest run of letters and underscores that names a placeholder, at the start of `text`.
std::string_view placeholder(std::string_view text, PermalinkParts const& parts) {
  auto const size =
      std::ranges::find_if(text, [](char c) { return !is_letter(c) && c != '_'; }) - text.begin();
  auto name = text.substr(0, static_cast<std::size_t>(size));
  while (!name.empty() && !value_of(name, parts)) name.remove_suffix(1);
  return name;
}

std::string_view pattern_of(std::string_view pattern, PermalinkParts const& parts) {
  if (pattern.empty() && !parts.dated_file) return kDefault;
  auto const name = pattern.empty() ? kDatedDefault : pattern;
  auto const style = std::ranges::find(kStyles, name, &Style::name);
  return style == std::end(kStyles) ? pattern : style->pattern;
}

// "/a//b" as "/a/b", with a '/' in front.
std::string without_empty_parts(std::string_view path) {
  std::string result = "/";
  for (char const c : path) {
    if (c != '/' || !result.ends_with('/')) result += c;
  }
  return result;
}

// Letters beyond ASCII stay in slugs.
bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// The day that a name like "2024-03-05-title" begins with.
std::optional<Timestamp> leading_day(std::string_view name) {
  constexpr std::size_t kDaySize = 10;
  if (name.size() < kDaySize || name[4] != '-' || name[7] != '-') return std::nullopt;
  if (name.size() > kDaySize && name[kDaySize] != '-' && name[kDaySize] != '_') return std::nullopt;
  auto const year = parse_digits(name.substr(0, 4), 4, 4);
  auto const month = parse_digits(name.substr(5, 2), 2, 2);
  auto const day = parse_digits(name.substr(8, 2), 2, 2);
  if (!year || !month || !day) return std::nullopt;
  chrono::year_month_day const date{chrono::year{*year}, chrono::month{static_cast<unsigned>(*month)},
                                    chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional<Timestamp>(chrono::sys_days{date}) : std::nullopt;
}

}  // namespace

std::string permalink_path(std::string_view pattern, PermalinkParts const& parts) {
  auto rest = pattern_of(pattern, parts);
  std::string path;
  while (true) {
    auto const colon = rest.find(':');
    path += rest.substr(0, colon);
    if (colon == std::string_view::npos) return without_empty_parts(path);
    rest.remove_prefix(colon + 1);
    auto const name = placeholder(rest, parts);
    path += name.empty() ? ":" : *value_of(name, parts);
    rest.remove_prefix(name.size());
  }
}

std::string slug_of(std::string_view text) {
  std::string slug;
  for (char const c : text) {
    if (is_word_byte(c) || c == '_') {
      slug += lower(c);
    } else if (!slug.empty() && slug.back() != '-' && c != '\'') {
      slug += '-';
    }
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

PostFileName split_file_name(std::string_view name) {
  PostFileName result;
  auto stem = name.substr(0, name.rfind('.'));
  auto const dot = stem.rfind('.');
  auto const suffix = dot == std::string_view::npos ? std::string_view() : stem.substr(dot + 1);
  bool const is_language = (suffix.size() == 2 || (suffix.size() == 5 && suffix[2] == '-')) &&
                           std::ranges::all_of(suffix, [](char c) { return is_letter(c) || c == '-'; });
  if (is_language) {
    result.language = suffix;
    stem = stem.substr(0, dot);
  }
  constexpr std::size_t kDaySize = 10;
  result.stem = stem;
  result.day = leading_day(stem);
  result.slug = result.day ? stem.substr(std::min(stem.size(), kDaySize + 1)) : stem;
  return result;
}

}  // namespace pressmark
