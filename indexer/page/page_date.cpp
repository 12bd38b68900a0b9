// Looking for dates in a page, the explicit ones first.
#include "indexer/page/page_date.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/date/day_in_text.h"
#include "common/date/parse_date.h"
#include "common/strings/ascii.h"
#include "indexer/html/html_walk.h"
#include "indexer/page/page_chrome.h"

namespace pressmark {
namespace {

constexpr std::size_t kShortestFullDate = 8;   // bytes: "2018-4-5", "20180405"
constexpr std::size_t kLongestDateLine = 160;  // bytes: "By Ann Lee | 5 April 2018"
constexpr std::size_t kMostElements = 64;      // beneath such a line
constexpr std::size_t kReach = 12;             // lines before and after the title that may tell the date

constexpr std::string_view kDateNames[] = {"date", "datum",     "published", "pubdate", "posted",
                                           "time", "timestamp", "dateline",  "created", "fecha",
                                           "data", "publish",   "datetime"};
constexpr std::string_view kUpdateNames[] = {"updated", "modified", "update"};

// A month or a year alone is a date to parse_date(), its first day; of an article it tells no day.
bool may_name_day(std::string_view text) {
  if (text.size() < kShortestFullDate) return false;
  std::size_t numbers = 0;
  std::size_t digits = 0;  // of the number at hand
  for (char const c : text) {
    digits = is_digit(c) ? digits + 1 : 0;
    if (digits == 1) ++numbers;
    if (digits == kShortestFullDate) return true;
  }
  return numbers >= 2;
}

class DateReader {
 public:
  DateReader(std::vector<PageElement> const& page, std::string const& language)
      : page_(page), language_(language) {}

  PageFacts read(std::string const& title) && {
    find_title(title);
    read_times();
    if (facts_.published.empty()) read_named_elements();
    if (facts_.published.empty()) read_lines_near_title();
    return std::move(facts_);
  }

 private:
  [[nodiscard]] bool is_readable(std::string const& date) const {
    return first_date({date}, language_).has_value();
  }

  void find_title(std::string const& title) {
    for (std::size_t i = 1; i < page_.size(); ++i) {
      auto const level = heading_level(page_[i].node);
      if (level == 0 || level > 3) continue;
      bool const is_title = !title.empty() && equal_ignoring_case(text_beneath(page_[i].node), title);
      if (is_title || (title_at_ == 0 && level == 1)) title_at_ = i;
      if (is_title) return;
    }
  }

  // The first at the title or after it; else the first of all.
  void read_times() {
    std::size_t published_at = 0;
    for (std::size_t i = 1; i < page_.size(); ++i) {
      auto const node = page_[i].node;
      if (node.tag() != "time" || page_[i].is_other) continue;
      std::string date(trim(attribute_or_empty(node, "datetime")));
      if (!is_readable(date)) date = text_beneath(node);
      if (!is_readable(date)) continue;
      if (is_named(node, kUpdateNames) && !is_named(node, kDateNames)) {
        if (facts_.updated.empty()) facts_.updated = std::move(date);
      } else if (published_at == 0 || (published_at < title_at_ && i > title_at_)) {
        published_at = i;
        facts_.published = std::move(date);
      }
    }
  }

  void read_named_elements() {
    for (std::size_t i = 1; i < page_.size(); ++i) {
      if (page_[i].text == 0 || !is_line(i) || !is_named(page_[i].node, kDateNames)) continue;
      auto line = text_beneath(page_[i].node);
      if (!is_readable(line)) continue;
      facts_.published = std::move(line);
      return;
    }
  }

  // True for a short text of few elements, about the article.
  [[nodiscard]] bool is_line(std::size_t index) const {
    auto const& element = page_[index];
    return element.text <= kLongestDateLine && element.end - index <= kMostElements && !element.is_other;
  }

  // The lines after the title first, then those before it.
  void read_lines_near_title() {
    if (title_at_ == 0) return;
    read_lines(page_[title_at_].end, 1);
    if (facts_.published.empty()) read_lines(title_at_, -1);
  }

  void read_lines(std::size_t index, int step) {
    std::size_t lines = 0;
    for (; index > 0 && index < page_.size() && lines < kReach; index += static_cast<std::size_t>(step)) {
      if (page_[index].own_text == 0) continue;
      ++lines;
      if (!is_line(index)) continue;
      auto line = text_beneath(page_[index].node);
      if (!is_readable(line)) continue;
      facts_.published = std::move(line);
      return;
    }
  }

  std::vector<PageElement> const& page_;
  std::string const& language_;
  std::size_t title_at_ = 0;  // index of the heading; 0 if there is none
  PageFacts facts_;
};

}  // namespace

std::optional<Timestamp> first_date(std::vector<std::string> const& dates, std::string const& language) {
  for (auto const& date : dates) {
    if (!may_name_day(date)) continue;
    if (auto const time = parse_date(date)) return *time;
    if (auto const day = find_day_in_text(date, language)) return day;
  }
  return std::nullopt;
}

PageFacts read_visible_dates(std::vector<PageElement> const& page, std::string const& title,
                             std::string const& language) {
  return DateReader(page, language).read(title);
}

}  // namespace pressmark
