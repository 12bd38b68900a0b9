// Patterns of addresses give what the generators that know them give.
#include "indexer/markdown/permalink.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

PermalinkParts sample() {
  PermalinkParts parts;
  parts.date = std::chrono::sys_days{std::chrono::year{2024} / 3 / 5} + std::chrono::hours{7};
  parts.title = "Oil & Lamps, Again";
  parts.file_name = "oil-lamps";
  parts.folder = "posts/light";
  parts.categories = {"Home Things", "Tools"};
  return parts;
}

struct Case {
  char const* pattern;
  char const* want;
};

Case const kPatterns[] = {
    {"/:year/:month/:slug/", "/2024/03/oil-lamps-again/"},
    {"/:year/:month/:day/:title.html", "/2024/03/05/oil-lamps-again.html"},
    {"/:short_year/:i_month/:i_day/:filename", "/24/3/5/oil-lamps"},
    {"/:monthname/:short_month/:long_month/", "/march/Mar/March/"},
    {"/:weekday/:weekdayname/:short_day/", "/2/tuesday/Tue/"},
    {"/:y_day/:yearday/W:week/", "/065/65/W10/"},
    {"/:hour:minute/:name:output_ext", "/0700/oil-lamps.html"},
    {"/:section/:slugorfilename/", "/posts/oil-lamps/"},
    {"/:sections/:contentbasename/", "/posts/light/oil-lamps/"},
    {"notes/:filename", "/notes/oil-lamps"},
    {"/:unknown/a:b/", "/:unknown/a:b/"},
    {"", "/posts/light/oil-lamps/"},
};

// Of a file whose name has a date.
Case const kStyles[] = {
    {"", "/home-things/tools/2024/03/05/oil-lamps.html"},
    {"date", "/home-things/tools/2024/03/05/oil-lamps.html"},
    {"pretty", "/home-things/tools/2024/03/05/oil-lamps/"},
    {"ordinal", "/home-things/tools/2024/065/oil-lamps.html"},
    {"weekdate", "/home-things/tools/2024/W10/Tue/oil-lamps.html"},
    {"none", "/home-things/tools/oil-lamps.html"},
    {"/blog/:title", "/blog/oil-lamps"},
};

struct NameCase {
  char const* name;
  char const* day;
  char const* slug;
  char const* language;
};

NameCase const kNames[] = {
    {"2024-03-05-oil-lamps.md", "2024-03-05", "oil-lamps", ""},
    {"2024-03-05_oil.markdown", "2024-03-05", "oil", ""},
    {"2024-03-05.md", "2024-03-05", "", ""},
    {"2024-02-30-no-day.md", "", "2024-02-30-no-day", ""},
    {"2024-3-5-short.md", "", "2024-3-5-short", ""},
    {"oil-lamps.md", "", "oil-lamps", ""},
    {"oil-lamps.de.md", "", "oil-lamps", "de"},
    {"oil-lamps.pt-br.md", "", "oil-lamps", "pt-br"},
    {"version-1.2.md", "", "version-1.2", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(permalink)

BOOST_DATA_TEST_CASE(placeholders_are_filled, boost::unit_test::data::make(kPatterns), c) {
  BOOST_TEST(permalink_path(c.pattern, sample()) == c.want);
}

BOOST_DATA_TEST_CASE(styles_are_patterns_with_a_name, boost::unit_test::data::make(kStyles), c) {
  auto parts = sample();
  parts.dated_file = true;
  BOOST_TEST(permalink_path(c.pattern, parts) == c.want);
}

BOOST_AUTO_TEST_CASE(the_front_matters_slug_comes_first) {
  auto parts = sample();
  parts.slug = "Wicks";
  BOOST_TEST(permalink_path("/:slug/:title/:slugorfilename/:filename", parts) ==
             "/wicks/wicks/wicks/oil-lamps");
}

BOOST_AUTO_TEST_CASE(what_is_missing_leaves_no_empty_part) {
  PermalinkParts parts;
  parts.file_name = "lamp";
  BOOST_TEST(permalink_path("/:categories/:year/:month/:filename/", parts) == "/lamp/");
}

BOOST_DATA_TEST_CASE(file_names_are_taken_apart, boost::unit_test::data::make(kNames), c) {
  auto const name = split_file_name(c.name);
  BOOST_TEST((name.day ? format_day(*name.day) : "") == c.day);
  BOOST_TEST(name.slug == c.slug);
  BOOST_TEST(name.language == c.language);
}

BOOST_AUTO_TEST_CASE(slugs_keep_letters_of_all_scripts) {
  BOOST_TEST(slug_of("  Öl & Gas, 2nd: it's _on_ ") == "Öl-gas-2nd-its-_on_");
  BOOST_TEST(slug_of("!?") == "");
}

BOOST_AUTO_TEST_SUITE_END()
