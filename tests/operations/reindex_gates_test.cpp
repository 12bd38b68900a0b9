// What keeps posts out of the archive or an index from being published.
#include <boost/test/unit_test.hpp>

#include "reindex_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

std::string complete(std::string feed) {
  feed.insert(feed.find("<title>"), "<fh:complete xmlns:fh=\"http://purl.org/syndication/history/1.0\"/>");
  return feed;
}

std::vector<Item> many(std::size_t count, std::string const& text) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < count; ++i) {
    auto const name = "p" + std::to_string(i);
    items.push_back({name, name, "<p>" + text + "</p>"});
  }
  return items;
}

struct GatesFixture : ReindexFixture {
  GatesFixture() { add_source("/feed.xml"); }

  // The feed of the nights to come.
  void publish(std::string const& feed) { web.script("/feed.xml", {document(feed)}); }

  std::vector<Item> fewer{items[0]};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reindex_gates, GatesFixture)

BOOST_AUTO_TEST_CASE(what_leaves_a_feed_stays_unless_the_feed_is_complete_or_mirrored) {
  request.job.gates = {.posts_share = 0, .source_share = 0};
  publish(rss("garden.example", items));
  run();
  publish(rss("garden.example", fewer));
  BOOST_TEST(run().index.removed == 0u);
  publish(complete(rss("garden.example", {items[0], items[1]})));
  BOOST_TEST(run().index.removed == 1u);
  BOOST_TEST(state("/feed.xml").is_complete);
  publish(rss("garden.example", fewer));
  request.sources[0].mirror = true;
  BOOST_TEST(run().index.removed == 1u);
  BOOST_TEST(titles() == (std::set<std::string>{"On spades"}), boost::test_tools::per_element());
  BOOST_TEST(indexed() == 1u);
}

BOOST_AUTO_TEST_CASE(what_another_source_holds_stays) {
  request.job.gates = {.posts_share = 0, .source_share = 0};
  request.sources[0].mirror = true;
  add_source("/other.xml");
  publish(rss("garden.example", items));
  web.script("/other.xml", {document(rss("garden.example", {items[1]}))});
  run();
  publish(rss("garden.example", fewer));
  run();
  BOOST_TEST(titles() == (std::set<std::string>{"On spades", "On rakes"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nothing_is_removed_while_not_all_could_be_read) {
  request.job.gates = {.posts_share = 0, .source_share = 0};
  request.sources[0].mirror = true;
  publish(rss("garden.example", items));
  run();
  auto const feed = rss("garden.example", {items[0], items[1]});
  auto const second = feed.rfind("<item>");
  for (auto const& cut : {feed.substr(0, second + 60), feed.substr(0, second)}) {
    publish(cut);
    run();
    BOOST_TEST(titles().size() == 3u);
  }
}

BOOST_AUTO_TEST_CASE(a_source_that_would_lose_too_many_posts_is_kept_out_until_accepted) {
  publish(rss("garden.example", items));
  run();
  publish(complete(rss("garden.example", fewer)));
  auto const report = run();
  BOOST_TEST(report.index.sources[0].outcome == SourceOutcome::kept_out);
  BOOST_REQUIRE(report.index.failure.has_value());
  BOOST_TEST(report.index.failure->code() == ErrorCode::gate_failed);
  BOOST_TEST(titles().size() == 3u);
  request.accepted = {"source-posts", "posts"};
  BOOST_TEST(run().index.removed == 2u);
  BOOST_TEST(archive().jobs(1).at(0).accepted_gates == request.accepted);
}

BOOST_AUTO_TEST_CASE(a_source_whose_posts_all_shrink_is_kept_out_until_accepted) {
  publish(rss("garden.example", many(8, std::string(500, 'x'))));
  run();
  publish(rss("garden.example", many(8, "x […]")));
  BOOST_TEST(run().index.sources[0].outcome == SourceOutcome::kept_out);
  BOOST_TEST(posts().at("p0").size() > 500u);
  request.accepted = {"source-text"};
  BOOST_TEST(run().index.changed == 8u);
}

BOOST_AUTO_TEST_CASE(an_index_with_too_few_posts_is_not_published_until_accepted) {
  request.job.gates.source_share = 0;
  publish(rss("garden.example", items));
  run();
  publish(complete(rss("garden.example", fewer)));
  auto const report = run();
  BOOST_REQUIRE(report.index.failure.has_value());
  BOOST_TEST(!report.index.published);
  BOOST_TEST(report.index.posts == 3u);
  BOOST_TEST(report.gates.at(0).name == "posts");
  BOOST_TEST(!report.gates.at(0).has_passed);
  BOOST_TEST(indexed() == 3u);
  BOOST_TEST(titles().size() == 1u);  // the news is in the archive
  BOOST_TEST(archive().jobs(1).at(0).outcome == JobOutcome::failed);

  BOOST_TEST(run().index.failure.has_value());  // tries again
  request.accepted = {"posts"};
  auto const accepted = run();
  BOOST_TEST(!accepted.index.failure.has_value());
  BOOST_TEST(accepted.gates.at(0).is_accepted);
  BOOST_TEST(indexed() == 1u);
}

BOOST_AUTO_TEST_CASE(an_index_that_no_longer_finds_what_it_must_is_not_published) {
  request.job.gates = {
      .posts_share = 0, .source_share = 0, .must_find = write("must.tsv", "# all\nhoes\thoes\n")};
  publish(rss("garden.example", items));
  BOOST_TEST(!run().index.failure.has_value());
  publish(complete(rss("garden.example", fewer)));
  auto const report = run();
  BOOST_REQUIRE(report.index.failure.has_value());
  BOOST_TEST(std::string(report.index.failure->what()).find("hoes") != std::string::npos);
  BOOST_TEST(report.index.failure->hint().find("must-find") != std::string::npos);
  BOOST_TEST(indexed() == 3u);
}

BOOST_AUTO_TEST_CASE(an_index_that_answers_judged_queries_worse_is_not_published) {
  request.job.gates = {.posts_share = 0, .source_share = 0};
  request.job.gates.judgements = write("judgements.tsv", "g1\thoes\ttopic\t/hoes=3\t\n");
  publish(rss("garden.example", items));
  auto const first = run();
  BOOST_TEST(!first.index.failure.has_value(),
             (first.index.failure ? first.index.failure->what() : std::string()));
  publish(complete(rss("garden.example", fewer)));
  auto const report = run();
  BOOST_REQUIRE(report.index.failure.has_value());
  BOOST_TEST(report.index.failure->hint().find("judgements") != std::string::npos);
  BOOST_TEST(indexed() == 3u);
  request.is_full = true;  // a rebuild is judged alike
  BOOST_TEST(run().index.failure.has_value());
  BOOST_TEST(indexed() == 3u);
}

BOOST_AUTO_TEST_CASE(a_source_and_a_gate_that_fail_are_both_told) {
  request.job.gates.source_share = 0;
  publish(rss("garden.example", items));
  run();
  publish(complete(rss("garden.example", fewer)));
  add_source("/missing.xml");
  auto const report = run();
  BOOST_REQUIRE(report.index.failure.has_value());
  BOOST_TEST(report.index.failure->code() == ErrorCode::gate_failed);
  BOOST_REQUIRE(report.index.problems.size() == 1u);
  BOOST_TEST(report.index.problems[0].what.find("missing.xml") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_file_of_a_gate_that_is_wrong_is_a_fault_of_the_configuration) {
  publish(rss("garden.example", items));
  for (auto const& file : {write("must.tsv", "no tab\n"), (directory / "missing").string()}) {
    request.job.gates.must_find = file;
    BOOST_CHECK_EXCEPTION(run(), Error,
                          [](Error const& error) { return error.code() == ErrorCode::bad_configuration; });
  }
  BOOST_TEST(!std::filesystem::exists(layout.root));
}

BOOST_AUTO_TEST_SUITE_END()
