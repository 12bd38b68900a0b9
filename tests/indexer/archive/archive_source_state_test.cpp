// What is kept of sources and pages from one fetch to the next.
#include <boost/test/unit_test.hpp>

#include "archive_fixture.h"
#include "archive_sql.h"
#include "tests/support/printing.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

SourceState full_state() {
  return {.etag = "W/\"5\"",
          .last_modified = "Sat, 14 Mar 2026 00:00:00 GMT",
          .url_now = "https://garden.example/feed",
          .kind = "atom",
          .last_success = kToday,
          .last_attempt = kToday + 1h,
          .failures = 3,
          .not_before = kToday + 2h,
          .announced = 0,
          .is_complete = true,
          .items = 25,
          .gone_since = kToday + 3h};
}

std::vector<PageState> pages_of(Archive const& archive, std::string const& source) {
  std::vector<PageState> pages;
  archive.visit_pages(source, [&](PageState const& page) { pages.push_back(page); });
  return pages;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archive_source_state, ArchiveFixture)

BOOST_AUTO_TEST_CASE(of_an_unknown_source_nothing_is_known) {
  Archive const archive = open();
  BOOST_TEST(archive.source_state("nobody.xml") == SourceState());
}

BOOST_AUTO_TEST_CASE(every_field_of_a_state_is_kept_and_can_become_unknown_again) {
  std::vector<NamedSourceState> states{{"a.xml", full_state()}, {"b.xml", {.announced = 1'200}}};
  open().save_source_states(states);
  BOOST_TEST(open().source_state("a.xml") == full_state());
  BOOST_TEST(open().source_state("b.xml").announced == 1'200u);
  states[0].state = {};
  open().save_source_states(states);
  BOOST_TEST(open().source_state("a.xml") == SourceState());
}

BOOST_AUTO_TEST_CASE(a_state_and_the_posts_of_its_source_leave_each_other_alone) {
  Archive archive = open();
  archive.save_source_states(std::vector<NamedSourceState>{{"a.xml", full_state()}});
  archive.apply("a.xml", std::vector{make_post("spades")}, kToday);
  BOOST_TEST(archive.source_state("a.xml") == full_state());
  archive.save_source_states(std::vector<NamedSourceState>{{"a.xml", {}}});
  BOOST_TEST(archive.sources().at(0).site == "garden.example");
  BOOST_TEST(archive.sources().at(0).posts == 1u);
  BOOST_TEST(archive.last_change() == 1);
}

BOOST_AUTO_TEST_CASE(pages_are_kept_by_source_and_address) {
  PageState const spades{"https://garden.example/spades", "\"1\"", "Sat, 14 Mar 2026 00:00:00 GMT", kToday};
  PageState const rakes{"https://garden.example/rakes", "", "", {}, 2, kToday};
  Archive archive = open();
  archive.save_pages("garden", std::vector{spades, rakes});
  archive.save_pages("meadow", std::vector{spades});
  BOOST_TEST(pages_of(archive, "garden") == (std::vector{rakes, spades}), boost::test_tools::per_element());
  BOOST_TEST(archive.page("garden", spades.url) == spades);
  BOOST_TEST(!archive.page("garden", "https://garden.example/hoes").has_value());

  PageState missed = spades;
  missed.missing = 1;
  archive.save_pages("garden", std::vector{missed});
  BOOST_TEST(archive.page("garden", spades.url) == missed);
  BOOST_TEST(archive.page("meadow", spades.url) == spades);
  BOOST_TEST(pages_of(archive, "garden").size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_pages_of_forgotten_posts_are_forgotten) {
  Archive archive = open();
  Post const post = make_post("spades");
  archive.apply("garden", std::vector{post}, kToday);
  archive.save_pages("garden", std::vector<PageState>{{.url = post.url + "?utm_source=map"},
                                                      {.url = "https://garden.example/about"},
                                                      {.url = "https://garden.example/rakes"}});
  archive.forget(std::vector{post_id(post.site, post.guid), std::string("https://garden.example/about")},
                 kToday);
  BOOST_TEST_REQUIRE(pages_of(archive, "garden").size() == 1u);
  BOOST_TEST(pages_of(archive, "garden")[0].url == "https://garden.example/rakes");
}

BOOST_AUTO_TEST_SUITE_END()
