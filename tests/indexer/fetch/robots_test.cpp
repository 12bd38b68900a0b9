// robots.txt as it is found: groups, patterns, and lines that are none.
#include "indexer/fetch/robots.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

#include "tests/support/printing.h"

using namespace pressmark;
namespace data = boost::unit_test::data;

namespace {

bool allows(std::string const& text, std::string const& target) {
  return parse_robots(text, "Pressmark").allow("https://example.org" + target);
}

struct PatternCase {
  char const* rules;
  char const* target;
  bool allowed;
};

std::ostream& operator<<(std::ostream& out, PatternCase const& c) {
  return out << c.rules << " for " << c.target;
}

constexpr PatternCase kPatterns[] = {
    {"Disallow: /", "/a", false},
    {"Disallow:", "/a", true},
    {"Disallow: /private", "/private", false},
    {"Disallow: /private", "/privateer", false},
    {"Disallow: /private", "/Private", true},
    {"Disallow: /private/", "/private", true},
    {"Disallow: /", "", false},
    {"Disallow: /a\nAllow: /a/b", "/a/b/c", true},
    {"Allow: /a/b\nDisallow: /a", "/a/c", false},
    {"Disallow: /page\nAllow: /page", "/page", true},
    {"Disallow: /*.php$", "/index.php", false},
    {"Disallow: /*.php$", "/index.php?x=1", true},
    {"Disallow: /*.php", "/index.php?x=1", false},
    {"Disallow: /a*b*c", "/a-b-b-c", false},
    {"Disallow: /a*b*c$", "/a-b-c-c-d", true},
    {"Disallow: /*/draft/", "/2026/draft/one", false},
    {"Disallow: *", "/a", false},
    {"Disallow: /$", "/", false},
    {"Disallow: /$", "/a", true},
    {"Disallow: /*?s=", "/search?s=x", false},
    {"Disallow: /a%7Eb", "/a~b", false},
    {"Disallow: /a~b", "/a%7eb", false},
    {"Disallow: /caf\xC3\xA9", "/caf%C3%A9", false},
    {"Disallow: /caf%c3%a9", "/caf%C3%A9", false},
    {"Disallow: /a%2Fb", "/a/b", true},
    {"Disallow: /a # and a comment", "/a", false},
    {"disALLOW :  /a  ", "/a", false},
    {"Disallow /a", "/a", true},
    {"Disallow: /", "/robots.txt", true},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(robots)

BOOST_DATA_TEST_CASE(matches_patterns_and_lets_the_longest_decide, data::make(kPatterns), c) {
  BOOST_TEST(allows("User-agent: *\n" + std::string(c.rules), c.target) == c.allowed);
}

BOOST_AUTO_TEST_CASE(allows_everything_where_nothing_is_said) {
  BOOST_TEST(allows("", "/a"));
  BOOST_TEST(allows("<!doctype html><title>Not found</title>", "/a"));
  BOOST_TEST(allows("Disallow: /", "/a"));  // in no group
  BOOST_TEST(allows("User-agent: Other\nDisallow: /", "/a"));
}

BOOST_AUTO_TEST_CASE(keeps_to_its_own_groups_alone_if_there_are_any) {
  std::string const text =
      "User-agent: *\nDisallow: /common\n\n"
      "User-agent: pressMARK/2.0\nDisallow: /own\n\n"
      "User-agent: Other\nUser-agent: Pressmark\nDisallow: /second\n";
  BOOST_TEST(allows(text, "/common"));
  BOOST_TEST(!allows(text, "/own"));
  BOOST_TEST(!allows(text, "/second"));
}

BOOST_AUTO_TEST_CASE(does_not_take_a_longer_name_for_its_own) {
  BOOST_TEST(allows("User-agent: Pressmarker\nDisallow: /", "/a"));
}

BOOST_AUTO_TEST_CASE(lets_an_empty_group_of_its_own_allow_everything) {
  BOOST_TEST(allows("User-agent: Pressmark\nDisallow:\n\nUser-agent: *\nDisallow: /", "/a"));
}

BOOST_AUTO_TEST_CASE(reads_lines_however_they_end_and_behind_a_byte_order_mark) {
  BOOST_TEST(!allows("\xEF\xBB\xBFUser-agent: *\r\nDisallow: /a\r\n", "/a"));
  BOOST_TEST(!allows("User-agent: *\rDisallow: /a\r", "/a"));
}

BOOST_AUTO_TEST_CASE(does_not_let_other_lines_end_a_group) {
  BOOST_TEST(
      !allows("User-agent: *\nSitemap: https://example.org/sitemap.xml\nnonsense\nDisallow: /a", "/a"));
}

BOOST_AUTO_TEST_CASE(passes_over_what_follows_the_bytes_that_count) {
  std::string const head = "User-agent: *\nDisallow: /a\n";
  auto const text = head + std::string(kRobotsBytes - head.size(), '#') + "\nDisallow: /b\n";
  BOOST_TEST(!allows(text, "/a"));
  BOOST_TEST(allows(text, "/b"));
}

BOOST_AUTO_TEST_CASE(reads_the_delay_of_the_group_that_counts) {
  using std::chrono::seconds;
  auto const delay = [](std::string const& value) {
    return parse_robots("User-agent: *\nCrawl-delay: " + value + "\n", "Pressmark").crawl_delay;
  };
  BOOST_TEST(delay("5") == seconds(5));
  BOOST_TEST(delay("0.5") == seconds(1));
  BOOST_TEST(delay("-1") == seconds(0));
  BOOST_TEST(delay("soon") == seconds(0));
  BOOST_TEST(delay("1e99") == seconds(0));
  BOOST_TEST(parse_robots("User-agent: Other\nCrawl-delay: 5\n", "Pressmark").crawl_delay == seconds(0));
}

BOOST_AUTO_TEST_SUITE_END()
