// What single feeds do to the nightly job.
#include <algorithm>
#include <atomic>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "reindex_fixture.h"
#include "tests/support/printing.h"
#include "tests/support/wait_until.h"

using namespace pressmark;

namespace {

// What a server says for one night instead of the feed.
struct BadNight {
  std::string name;
  Answer answer;
};

std::vector<BadNight> bad_nights() {
  std::string const cut = rss("garden.example", {{"rakes", "On rakes", "<p>Level the bed.</p>"}});
  return {
      {"404", status(404)},
      {"410", status(410)},
      {"500", status(500)},
      {"503", status(503, {"Retry-After: 1"})},
      {"403", status(403)},
      {"a login page", login()},
      {"a login page that calls itself a feed", document(login().body)},
      {"a login page with an ETag", html(login().body, {"ETag: \"login\""})},
      {"an empty body", document("")},
      {"garbage", document("\x01\x02\xff\xfe garbage")},
      {"a feed cut off in its first item", document(cut.substr(0, cut.find("</item>")))},
      {"a body shorter than announced", {.body = cut, .declared_length = cut.size() + 100}},
      {"a stall", {.declared_length = 1000, .end = Answer::End::stall}},
      {"a broken connection", {.raw = "", .end = Answer::End::reset}},
      {"a redirect to a login", moved(302, "/login")},
      {"a redirect in a circle", moved(302, "/feed.xml")},
  };
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reindex_fetch, ReindexFixture)

BOOST_DATA_TEST_CASE(a_bad_night_loses_nothing_and_the_next_brings_all, bad_nights(), bad) {
  auto const first = rss("garden.example", items);
  items.push_back({"seeds", "On seeds", "<p>Sow.</p>"});
  web.script("/login", {login()});
  web.script("/feed.xml", {tagged(first, "1"), bad.answer, tagged(rss("garden.example", items), "2")});
  web.script("/other.xml", {document(rss("other.example", {{"a", "Another", "<p>One.</p>"}})),
                            document(rss("other.example", {{"a", "Another", "<p>Two.</p>"}}))});
  add_source("/feed.xml");
  add_source("/other.xml");
  run();
  auto const before = state("/feed.xml");
  auto const report = run();
  BOOST_TEST(report.index.sources[0].outcome == SourceOutcome::failed);
  BOOST_TEST(report.index.failure.has_value());
  BOOST_TEST(report.index.added == 0u);
  BOOST_TEST(report.index.removed == 0u);
  BOOST_TEST(titles().size() == 4u);
  BOOST_TEST(state("/feed.xml").etag == before.etag);
  BOOST_TEST(state("/feed.xml").url_now == "");
  BOOST_TEST(state("/feed.xml").failures == 1u);

  web.script("/feed.xml", {tagged(rss("garden.example", items), "2")});
  auto const after = run();
  BOOST_TEST(!after.index.failure.has_value());
  BOOST_TEST(titles().contains("On seeds"));
  BOOST_TEST(indexed() == 5u);
  BOOST_TEST(state("/feed.xml").failures == 0u);
  BOOST_TEST(state("/feed.xml").etag == "\"2\"");
}

BOOST_AUTO_TEST_CASE(one_source_that_fails_keeps_no_other_out) {
  web.script("/feed.xml", {document(rss("garden.example", items))});
  add_source("/missing.xml");
  add_source("/feed.xml");
  auto const report = run();
  BOOST_TEST(report.index.failure.has_value());
  BOOST_TEST(report.index.published);
  BOOST_TEST(indexed() == 3u);
  BOOST_TEST(archive().jobs(1).at(0).outcome == JobOutcome::failed);
}

BOOST_AUTO_TEST_CASE(hosts_are_asked_side_by_side) {
  WebServer other("127.0.0.2");
  std::atomic<bool> met = true;  // each was asked before the other had answered
  auto const feed = document(rss("garden.example", items));
  web.script("/feed.xml", {{.body = feed.body, .before = [&] {
                              met = met && wait_until([&] { return !other.requests().empty(); });
                            }}});
  other.script("/feed.xml", {{.body = rss("b.example", items), .before = [&] {
                                met = met && wait_until([&] { return !web.requests().empty(); });
                              }}});
  add_source("/feed.xml");
  request.sources.push_back(request.sources.front());
  request.sources.back().url = other.url("/feed.xml");
  BOOST_TEST(run().index.added == 6u);
  BOOST_TEST(met);
}

BOOST_AUTO_TEST_CASE(what_is_not_modified_leaves_only_the_job_behind) {
  web.script("/feed.xml", {tagged(rss("garden.example", items), "1"), status(304)});
  add_source("/feed.xml");
  run();
  auto before = store_bytes();
  auto const change = archive().last_change();
  auto const report = run();
  BOOST_TEST(report.index.sources[0].outcome == SourceOutcome::not_modified);
  BOOST_TEST(!report.index.published);
  BOOST_TEST(archive().last_change() == change);
  BOOST_TEST(archive().jobs(10).size() == 2u);
  for (auto const& [name, bytes] : store_bytes()) {
    if (name.starts_with(layout.index().string())) BOOST_TEST((before[name] == bytes), name);
  }
  BOOST_TEST(web.requests("/feed.xml").at(1).headers.at("if-none-match") == "\"1\"");
  BOOST_TEST(state("/feed.xml").last_success == kToday + std::chrono::days(1));
}

BOOST_AUTO_TEST_CASE(validators_are_remembered_only_when_the_posts_are_in_the_archive) {
  web.script("/feed.xml",
             {tagged(rss("garden.example", items), "1"), tagged(rss("garden.example", {items[0]}), "2")});
  add_source("/feed.xml").mirror = true;
  request.job.gates.source_share = 0.9;
  run();
  auto const report = run();
  BOOST_TEST(report.index.sources[0].outcome == SourceOutcome::kept_out);
  BOOST_TEST(state("/feed.xml").etag == "\"1\"");
  BOOST_TEST(titles().size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_source_that_asks_to_wait_is_not_asked_before) {
  web.script("/feed.xml", {status(429, {"Retry-After: 180000"}), document(rss("garden.example", items))});
  add_source("/feed.xml");
  run();
  BOOST_TEST(state("/feed.xml").not_before == kToday + std::chrono::seconds(180'000));
  auto const postponed = run();
  BOOST_TEST(postponed.index.sources[0].outcome == SourceOutcome::postponed);
  BOOST_TEST(!postponed.index.failure.has_value());
  BOOST_TEST(requests("/feed.xml") == 1u);
  run();
  BOOST_TEST(requests("/feed.xml") == 1u);
  BOOST_TEST(run().index.added == 3u);
  BOOST_TEST(!state("/feed.xml").not_before.has_value());
}

BOOST_AUTO_TEST_CASE(failures_are_told_when_there_are_more_in_a_row_than_patience) {
  request.job.fetch.patience = 2;
  web.script("/feed.xml",
             {status(500), status(500), status(500), document(rss("garden.example", items)), status(500)});
  add_source("/feed.xml");
  std::vector<bool> told;
  for (int i = 0; i < 5; ++i) told.push_back(run().index.failure.has_value());
  BOOST_TEST(told == (std::vector<bool>{false, false, true, false, false}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_first_410_in_a_row_is_remembered) {
  web.script("/feed.xml", {status(500), status(410), status(410), status(500)});
  add_source("/feed.xml");
  run();
  BOOST_TEST(!state("/feed.xml").gone_since.has_value());
  run();
  run();
  BOOST_TEST(state("/feed.xml").gone_since == kToday + std::chrono::days(1));
  run();
  BOOST_TEST(!state("/feed.xml").gone_since.has_value());
}

BOOST_AUTO_TEST_CASE(a_post_of_the_future_comes_when_its_time_has_come) {
  auto feed = rss("garden.example", items);
  auto const at = feed.find("03 Jan 2026");
  feed.replace(at, 11, "15 Mar 2026");
  web.script("/feed.xml", {tagged(feed, "1")});
  add_source("/feed.xml");
  BOOST_TEST(run().index.added == 2u);
  BOOST_TEST(state("/feed.xml").etag == "");
  night += std::chrono::days(1);
  BOOST_TEST(run().index.added == 1u);
  BOOST_TEST(state("/feed.xml").etag == "\"1\"");
}

BOOST_AUTO_TEST_CASE(every_source_is_asked_once_a_night) {
  for (int i = 0; i < 5; ++i) {
    auto const target = "/" + std::to_string(i) + ".xml";
    auto const site = "site" + std::to_string(i) + ".example";
    web.script(target, {tagged(rss(site, items), "1"), status(304)});
    add_source(target);
  }
  run();
  auto const before = web.requests().size();
  run();
  BOOST_TEST(web.requests().size() - before == 5u);
}

BOOST_AUTO_TEST_SUITE_END()
