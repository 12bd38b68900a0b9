// Reading and printing dates.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "common/base/time.h"
#include "common/date/date_range.h"
#include "common/date/parse_date.h"

using namespace pressmark;

namespace {

struct Case {
  std::string_view input;
  std::string_view want;
};

constexpr std::string_view kInvalid = "INVALID";

constexpr Case kDates[] = {
    // RFC 822 and 2822
    {"Sat, 24 Jan 2026 08:00:00 GMT", "2026-01-24T08:00:00Z"},
    {"24 Jan 2026 08:00 GMT", "2026-01-24T08:00:00Z"},
    {"sat,24 jan 2026 08:00:00 +0130", "2026-01-24T06:30:00Z"},
    {"\n Sat,  24 Jan 2026\t08:00:00  -05:00 ", "2026-01-24T13:00:00Z"},
    {"Sat, 24 Jan 26 08:00:00 PST", "2026-01-24T16:00:00Z"},
    {"24 Jan 50 08:00 EDT", "1950-01-24T12:00:00Z"},
    {"Tue, 24 Jan 2026 08:00:00 GMT", "2026-01-24T08:00:00Z"},  // was a Saturday
    {"24 Jan 2026 08:00:00 -0330 (Newfoundland)", "2026-01-24T11:30:00Z"},
    {"24 Jan 2026 08:00:00", "2026-01-24T08:00:00Z"},
    {"24 Jan 2026", "2026-01-24T00:00:00Z"},
    // other orders and spellings
    {"Sat Jan 24 08:00:00 2026", "2026-01-24T08:00:00Z"},
    {"Thurs, 24 Sept. 2026 12:30 am CEST", "2026-09-23T22:30:00Z"},
    {"January 24, 2026 - 12:15pm", "2026-01-24T12:15:00Z"},
    {"24 Jan 2026 10:00:00 UTC+02:00", "2026-01-24T08:00:00Z"},
    {"24 Jan 2026 08:00:00 +0000 UTC", "2026-01-24T08:00:00Z"},
    {"Saturday, 24-Jan-26 08:00:00 GMT", "2026-01-24T08:00:00Z"},
    {"24-Jan-2026 8:00am", "2026-01-24T08:00:00Z"},
    {"January 24th, 2026 at 8:00 pm EST", "2026-01-25T01:00:00Z"},
    {"1st of March 2026", "2026-03-01T00:00:00Z"},
    {"Jan 2026", "2026-01-01T00:00:00Z"},
    // other languages
    {"24. Januar 2026", "2026-01-24T00:00:00Z"},
    {"Sa, 24 Jan 2026 08:00:00 +0100", "2026-01-24T07:00:00Z"},
    {"mar., 03 févr. 2026 08:00:00 +0000", "2026-02-03T08:00:00Z"},
    {"Mar 3 2026", "2026-03-03T00:00:00Z"},
    {"24 de enero de 2026", "2026-01-24T00:00:00Z"},
    {"sabato 24 gennaio 2026", "2026-01-24T00:00:00Z"},
    {"24 dez 2025", "2025-12-24T00:00:00Z"},
    {"24 mei 2026", "2026-05-24T00:00:00Z"},
    {"Σάβ, 24 Ιαν 2026 08:00:00 GMT", "2026-01-24T08:00:00Z"},
    {"24 stycznia 2026", "2026-01-24T00:00:00Z"},
    {"24. Jänner 2026", "2026-01-24T00:00:00Z"},
    // numbers with the year at the end: read where only one order gives a day
    {"24.01.2026", "2026-01-24T00:00:00Z"},
    {"1.2.26", "2026-02-01T00:00:00Z"},
    {"24/01/2026 08:00", "2026-01-24T08:00:00Z"},
    {"01/24/2026 8:00 pm PST", "2026-01-25T04:00:00Z"},
    {"24-01-2026", "2026-01-24T00:00:00Z"},
    {"02/02/2026", "2026-02-02T00:00:00Z"},
    {"Mon, 01/06/2026", "2026-06-01T00:00:00Z"},
    {"Tue, 01/06/2026", "2026-01-06T00:00:00Z"},
    // RFC 3339 and ISO 8601
    {"2026-01-24T08:00:00Z", "2026-01-24T08:00:00Z"},
    {"2026-01-24t08:00:00.999z", "2026-01-24T08:00:00Z"},
    {"2026-01-24T08:00:00,5+0200", "2026-01-24T06:00:00Z"},
    {"2026-01-24 08:00:00 -02:30", "2026-01-24T10:30:00Z"},
    {"2026-01-24T08:00+02", "2026-01-24T06:00:00Z"},
    {"2026/01/24 08:00:00", "2026-01-24T08:00:00Z"},
    {"2026-1-5", "2026-01-05T00:00:00Z"},
    {"Sat, 2026/01/24 08:00:00 EDT", "2026-01-24T12:00:00Z"},
    {"20260124", "2026-01-24T00:00:00Z"},
    {"20260124T080000Z", "2026-01-24T08:00:00Z"},
    {"20260124T0800+0100", "2026-01-24T07:00:00Z"},
    {"2026-01-24 08:00:00 +0000 UTC", "2026-01-24T08:00:00Z"},
    {"2026-01-24 01:00:00.5 -0700 MST", "2026-01-24T08:00:00Z"},
    {"2026-01-24T08:00:00-05:00Z", "2026-01-24T13:00:00Z"},
    {"2026-01-24", "2026-01-24T00:00:00Z"},
    {"2026-01", "2026-01-01T00:00:00Z"},
    {"2026", "2026-01-01T00:00:00Z"},
    // over the edges of days and years
    {"2025-12-31T23:59:60Z", "2026-01-01T00:00:00Z"},
    {"2025-12-31T20:00:00-08:00", "2026-01-01T04:00:00Z"},
    {"1 Mar 2024 00:30:00 +0100", "2024-02-29T23:30:00Z"},
    // no dates
    {"", kInvalid},
    {"yesterday", kInvalid},
    {"2026-02-29", kInvalid},
    {"2026-13-01", kInvalid},
    {"2026-00-01", kInvalid},
    {"0000-01-01", kInvalid},
    {"2026-01-24T24:00:00Z", kInvalid},
    {"2026-01-24T08:60:00Z", kInvalid},
    {"2026-01-24T08:00:00+24:00", kInvalid},
    {"2026-01-24T08:00:00+2", kInvalid},
    {"2026-01-24T08:00:00X", kInvalid},
    {"2026-01-24T", kInvalid},
    {"2026-01-24T08:00:00.Z", kInvalid},
    {"2026--01-24", kInvalid},
    {"2026-01/24", kInvalid},
    {"2026-01T08:00Z", kInvalid},
    {"20261324", kInvalid},
    {"202601", kInvalid},
    {"2026 08:00", kInvalid},
    {"01/02/2026", kInvalid},       // January or February
    {"Mon, 01/02/2026", kInvalid},  // neither was a Monday
    {"26-01-24", kInvalid},
    {"31/04/2026", kInvalid},
    {"32.01.2026", kInvalid},
    {"12 jui 2026", kInvalid},  // June or July
    {"2026-01-24T08:00:00+0100 PST", kInvalid},
    {"24 Jan 2026 08:00:00 +0100 PST", kInvalid},
    {"31 Feb 2026 08:00:00 GMT", kInvalid},
    {"24 Jan 2026 08:00:00 IST", kInvalid},  // India, Israel or Ireland
    {"24 Jan 2026 13:00 pm", kInvalid},
    {"24 Jan 2026 0:10 am", kInvalid},
    {"24 Jan Feb 2026", kInvalid},
    {"24 Jan 126", kInvalid},
    {"24 Ja 2026", kInvalid},
    {"Jan 2026 08:00", kInvalid},
    {"Until 24 Jan 2026", kInvalid},
    {"24 Jan 2026 or later", kInvalid},
    {"24-13-Jan", kInvalid},
    {"1:2:3:4", kInvalid},
};

constexpr Case kRanges[] = {
    {"2026", "2026-01-01T00:00:00Z..2026-12-31T23:59:59Z"},
    {"2026-02", "2026-02-01T00:00:00Z..2026-02-28T23:59:59Z"},
    {"2024-02", "2024-02-01T00:00:00Z..2024-02-29T23:59:59Z"},
    {" 2026-03-14 ", "2026-03-14T00:00:00Z..2026-03-14T23:59:59Z"},
    // seen from 2026-03-31T12:00:00Z
    {"7d", "2026-03-24T12:00:00Z..2026-03-31T12:00:00Z"},
    {"6w", "2026-02-17T12:00:00Z..2026-03-31T12:00:00Z"},
    {"1m", "2026-02-28T12:00:00Z..2026-03-31T12:00:00Z"},
    {"13M", "2025-02-28T12:00:00Z..2026-03-31T12:00:00Z"},
    {"1y", "2025-03-31T12:00:00Z..2026-03-31T12:00:00Z"},
    {"", kInvalid},
    {"2026-", kInvalid},
    {"2026-2", kInvalid},
    {"2026-02-30", kInvalid},
    {"2026-00", kInvalid},
    {"0000", kInvalid},
    {"2026-03-14T00:00", kInvalid},
    {"d", kInvalid},
    {"-7d", kInvalid},
    {"7 d", kInvalid},
    {"7h", kInvalid},
    {"99999d", kInvalid},
};

std::string read(std::string_view text) {
  auto const time = parse_date(text);
  return time ? format_rfc3339(*time) : std::string(kInvalid);
}

std::string read_range(std::string_view text) {
  using namespace std::chrono;
  auto const range = parse_date_range(text, sys_days{2026y / March / 31} + 12h);
  return range ? format_rfc3339(range->first) + ".." + format_rfc3339(range->last) : std::string(kInvalid);
}

struct RealDate {
  std::string input;
  std::string want;
  std::string tier;
};

std::vector<RealDate> real_dates(std::filesystem::path const& path) {
  std::vector<RealDate> dates;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    auto const first = line.find('\t');
    auto const second = line.find('\t', first + 1);
    auto const third = line.find('\t', second + 1);
    if (third == std::string::npos) continue;
    dates.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                     line.substr(second + 1, third - second - 1)});
  }
  return dates;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(date)

BOOST_AUTO_TEST_CASE(reads_the_dates_of_feeds_and_nothing_else) {
  for (auto const& c : kDates) {
    BOOST_TEST_CONTEXT("date " << c.input) {
      BOOST_TEST(read(c.input) == c.want);
    }
  }
}

BOOST_AUTO_TEST_CASE(quotes_what_it_cannot_read) {
  BOOST_TEST(parse_date("soon").error().what == "\"soon\" is not a date that can be read");
  BOOST_TEST(!parse_date(std::string(1 << 20, '1')));
}

BOOST_AUTO_TEST_CASE(reads_dates_collected_from_real_feeds) {
  std::filesystem::path const path = PRESSMARK_SOURCE_DIR "/../shared/feeds/dates.tsv";
  if (!exists(path)) {
    BOOST_TEST_MESSAGE("skipped: " << path << " is not here");
    return;
  }
  std::size_t lenient = 0;
  std::size_t lenient_read = 0;
  for (auto const& date : real_dates(path)) {
    auto const got = read(date.input);
    if (date.tier == "core" || date.want == kInvalid)
      BOOST_TEST(got == date.want, date.input << " gave " << got);
    lenient += date.tier == "lenient";
    lenient_read += date.tier == "lenient" && got == date.want;
  }
  BOOST_TEST(lenient > 0u);
  BOOST_TEST(lenient_read * 100 >= lenient * 95, lenient_read << " of " << lenient << " lenient dates");
}

BOOST_AUTO_TEST_CASE(prints_days_and_times) {
  using namespace std::chrono;
  auto const time = sys_days{987y / March / 4} + 5h + 6min + 7s;
  BOOST_TEST(format_day(time) == "0987-03-04");
  BOOST_TEST(format_rfc3339(time) == "0987-03-04T05:06:07Z");
  BOOST_TEST(format_rfc3339(Timestamp{-1s}) == "1969-12-31T23:59:59Z");
}

BOOST_AUTO_TEST_CASE(reads_the_periods_users_name) {
  for (auto const& c : kRanges) {
    BOOST_TEST_CONTEXT("period " << c.input) {
      BOOST_TEST(read_range(c.input) == c.want);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
