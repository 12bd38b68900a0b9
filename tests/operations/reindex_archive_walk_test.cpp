// Sources of which everything is wanted that they ever published.
#include <boost/test/unit_test.hpp>

#include "operations/change/job_settings.h"
#include "operations/intake/web_sources.h"
#include "reindex_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

// With `head` among the elements of the channel.
std::string feed(std::vector<Item> const& items, std::string const& head = "") {
  auto xml = rss("garden.example", items);
  xml.insert(xml.find("<title>"), head);
  return xml;
}

std::string atom_link(std::string const& relation, std::string const& target) {
  return "<link xmlns=\"http://www.w3.org/2005/Atom\" rel=\"" + relation + "\" href=\"" + target + "\"/>";
}

Item item(std::string const& title, std::string const& text = "Dig.") {
  return {title, title, "<p>" + text + "</p>"};
}

constexpr auto kWordPress = "<generator>https://wordpress.org/?v=6.4</generator>";

struct WalkFixture : ReindexFixture {
  void script_chain(std::string const& relation) {
    web.script("/feed.xml", {tagged(feed({item("e"), item("d")}, atom_link(relation, "/2.xml")), "1")});
    web.script("/2.xml", {document(feed({item("c"), item("b")}, atom_link(relation, "/1.xml")))});
    web.script("/1.xml", {document(feed({item("a")}))});
    add_source("/feed.xml").whole_archive = true;
  }

  static std::string problem(JobReport const& report) {
    return report.index.problems.empty() ? "" : report.index.problems.front().what;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reindex_archive_walk, WalkFixture)

BOOST_AUTO_TEST_CASE(archive_documents_and_pages_are_walked_to_the_end_once) {
  for (std::string const relation : {"prev-archive", "next"}) {
    request.sources.clear();
    script_chain(relation);
    auto const before = web.requests().size();
    run();
    BOOST_TEST(titles().size() == 5u);
    BOOST_TEST(state("/feed.xml").announced.value_or(0) == 5u);
    run();
    BOOST_TEST(web.requests().size() - before == 4u);
    std::filesystem::remove_all(layout.root);
  }
}

BOOST_AUTO_TEST_CASE(the_next_url_of_json_feed_is_followed) {
  auto const json = [](std::string const& id, std::string const& next) {
    return document(R"({"version":"https://jsonfeed.org/version/1.1","title":"G","home_page_url":)"
                    R"("https://g.example/",)" +
                        next + R"("items":[{"id":")" + id + R"(","url":"https://g.example/)" + id +
                        R"(","title":")" + id + R"(","content_html":"<p>x</p>"}]})",
                    "application/feed+json");
  };
  web.script("/feed.json", {json("b", "\"next_url\":\"" + web.url("/2.json") + "\",")});
  web.script("/2.json", {json("a", "")});
  add_source("/feed.json").whole_archive = true;
  run();
  BOOST_TEST(titles() == (std::set<std::string>{"a", "b"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_pages_of_wordpress_are_asked_for_until_one_is_missing) {
  web.script("/feed", {document(feed({item("c")}, kWordPress))});
  web.script("/feed?paged=2", {document(feed({item("b")}, kWordPress))});
  web.script("/feed?paged=3", {document(feed({item("a")}, kWordPress))});
  add_source("/feed").whole_archive = true;
  auto const report = run();
  BOOST_TEST(!report.index.failure.has_value());
  BOOST_TEST(report.index.problem_count == 0u);
  BOOST_TEST(titles().size() == 3u);
  BOOST_TEST(state("/feed").announced.value_or(0) == 3u);
  BOOST_TEST(requests("/feed?paged=4") == 1u);
}

BOOST_AUTO_TEST_CASE(circles_end) {
  web.script("/feed.xml", {document(feed({item("b")}, atom_link("next", "/2.xml")))});
  web.script("/2.xml", {document(feed({item("a")}, atom_link("next", "/feed.xml")))});
  add_source("/feed.xml").whole_archive = true;
  run();
  BOOST_TEST(titles().size() == 2u);
  BOOST_TEST(state("/feed.xml").announced.value_or(0) == 2u);
}

BOOST_AUTO_TEST_CASE(a_server_that_gives_the_same_for_every_page_is_asked_a_few_times_only) {
  web.script("/feed", {document(feed({item("a")}, kWordPress))});
  for (int page = 2; page < 20; ++page) {
    web.script("/feed?paged=" + std::to_string(page), {document(feed({item("a")}, kWordPress))});
  }
  add_source("/feed").whole_archive = true;
  run();
  BOOST_TEST(web.requests().size() < 6u);
  BOOST_TEST(state("/feed").announced.value_or(0) == 1u);
}

BOOST_AUTO_TEST_CASE(a_page_that_cannot_be_had_keeps_what_was_had_and_is_walked_again) {
  auto const good = document(feed({item("c"), item("b")}, atom_link("next", "/1.xml")));
  for (auto const& bad : {status(500), status(404), login(), document("<rss><channel><item>")}) {
    request.sources.clear();
    script_chain("next");
    web.script("/2.xml", {bad, good});
    auto const report = run();
    BOOST_TEST(!report.index.failure.has_value());
    BOOST_TEST(report.index.problem_count == 1u);
    BOOST_TEST(titles() == (std::set<std::string>{"d", "e"}), boost::test_tools::per_element());
    BOOST_TEST(!state("/feed.xml").announced.has_value());
    run();
    BOOST_TEST(titles().size() == 5u);
    BOOST_TEST(state("/feed.xml").announced.value_or(0) == 5u);
    std::filesystem::remove_all(layout.root);
  }
}

BOOST_AUTO_TEST_CASE(after_a_whole_walk_older_documents_are_read_only_where_posts_may_be_between) {
  script_chain("next");
  run();
  web.script("/feed.xml", {tagged(feed({item("f"), item("e")}, atom_link("next", "/2.xml")), "2")});
  run();
  BOOST_TEST(requests("/2.xml") == 1u);
  BOOST_TEST(state("/feed.xml").announced.value_or(0) == 6u);

  auto newer = feed({item("h")}, atom_link("next", "/2.xml"));
  newer.replace(newer.find("01 Jan 2026"), 11, "16 Mar 2026");
  web.script("/feed.xml", {document(newer)});
  web.script("/2.xml",
             {status(500), document(feed({item("g"), item("f"), item("e")}, atom_link("next", "/1.xml")))});
  night = kToday + std::chrono::days(5);
  run();
  BOOST_TEST(requests("/2.xml") == 2u);
  BOOST_TEST(!state("/feed.xml").announced.has_value());
  run();
  BOOST_TEST(titles().contains("g"));
}

BOOST_AUTO_TEST_CASE(older_documents_do_not_overwrite_newer_versions_of_a_post) {
  web.script("/feed.xml", {document(feed({item("a", "Newer.")}, atom_link("prev-archive", "/1.xml")))});
  web.script("/1.xml", {document(feed({item("a", "Older."), item("b")}))});
  add_source("/feed.xml").whole_archive = true;
  run();
  BOOST_TEST(posts().at("a") == "<p>Newer.</p>");
  BOOST_TEST(titles().contains("b"));
}

BOOST_AUTO_TEST_CASE(a_walk_ends_at_the_number_of_documents_that_is_allowed) {
  script_chain("next");
  struct Case {
    std::size_t allowed, documents, problems;
  };
  for (auto const& c : {Case{1, 1, 1}, Case{2, 2, 1}, Case{3, 3, 0}, Case{kMaxFeedPages, 3, 0}}) {
    DocumentSpool spool;
    WebOptions options;
    options.settings = fetch_settings(request.job.fetch);
    options.max_feed_pages = c.allowed;
    auto const read = fetch_web_sources(request.sources, options, spool);
    BOOST_TEST(read.at(0).documents.size() == c.documents);
    BOOST_TEST(read.at(0).problem_count == c.problems);
    BOOST_TEST(read.at(0).state.announced.has_value());
  }
}

BOOST_AUTO_TEST_CASE(a_walk_takes_no_more_posts_than_the_source_may_bring) {
  script_chain("next");
  struct Case {
    std::size_t max_posts, posts;
    std::string problem;
  };
  for (auto const& c : {Case{5, 5, ""}, Case{4, 4, "its archive is read no further than max_posts, 4"},
                        Case{3, 2, "its archive is read no further than max_posts, 3"},
                        Case{1, 1, "its archive is read no further than max_posts, 1"}}) {
    request.sources.back().max_posts = c.max_posts;
    BOOST_TEST(problem(run()) == c.problem);
    BOOST_TEST(titles().size() == c.posts);
    BOOST_TEST(state("/feed.xml").announced.has_value());
    std::filesystem::remove_all(layout.root);
  }
}

BOOST_AUTO_TEST_CASE(a_walk_that_a_limit_ended_is_not_walked_again) {
  script_chain("next");
  request.sources.back().max_posts = 4;
  run();
  run();
  BOOST_TEST(requests("/feed.xml") == 2u);
  BOOST_TEST(requests("/2.xml") == 1u);
  BOOST_TEST(titles().size() == 4u);
}

BOOST_AUTO_TEST_CASE(what_a_limit_keeps_from_being_read_is_not_taken_for_gone) {
  request.job.gates.source_share = 0;
  script_chain("next");
  request.sources.back().mirror = true;
  run();
  BOOST_TEST(titles().size() == 5u);
  request.sources.back().max_posts = 2;
  web.script("/feed.xml", {tagged(feed({item("f"), item("e")}, atom_link("next", "/2.xml")), "2")});
  run();
  BOOST_TEST(titles().size() == 6u);
}

BOOST_AUTO_TEST_CASE(an_archive_is_left_alone_while_its_feed_fails) {
  script_chain("next");
  run();
  web.script("/2.xml", {document(feed({item("g")}, atom_link("next", "/1.xml")))});
  for (auto const& bad : {status(500), status(404), login(), document("<rss><channel")}) {
    web.script("/feed.xml", {bad});
    run();
    BOOST_TEST(state("/feed.xml").announced.value_or(0) == 5u);
  }
  BOOST_TEST(requests("/2.xml") == 1u);
  BOOST_TEST(state("/feed.xml").failures == 4u);
}

BOOST_AUTO_TEST_CASE(a_mirror_of_a_whole_archive_loses_posts_only_after_a_whole_walk) {
  request.job.gates.source_share = 0;
  script_chain("next");
  request.sources.back().mirror = true;
  run();
  web.script("/feed.xml", {tagged(feed({item("f"), item("e")}, atom_link("next", "/2.xml")), "2")});
  web.script("/2.xml", {status(500), document(feed({item("c")}, atom_link("next", "/1.xml")))});
  run();
  BOOST_TEST(titles().size() == 6u);
  run();
  BOOST_TEST(titles() == (std::set<std::string>{"a", "c", "e", "f"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
