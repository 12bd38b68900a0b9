// A real feed of 25 long posts, as its publisher wrote it.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>
#include <string>

#include "indexer/source/source.h"
#include "tests/indexer/support/parsed_feed.h"

using namespace pressmark;

namespace {

// Skips the case, saying so, where the feed is not at hand.
struct RealFeed {
  std::string path = PRESSMARK_SOURCE_DIR "/../shared/feeds/field-notes.xml";
  bool is_here = std::filesystem::exists(path);
  ParsedFeed feed;

  RealFeed() {
    if (!is_here) {
      BOOST_TEST_MESSAGE("skipped: " << path << " is not here");
      return;
    }
    ParseOptions options;
    options.source = path;
    feed = parse_stream(*open_source(path, options.limits), options);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(real_feed, RealFeed)

BOOST_AUTO_TEST_CASE(is_read_without_loss) {
  if (!is_here) return;
  BOOST_TEST(feed.posts.size() == 25u);
  BOOST_TEST(feed.report.problems.empty());
  BOOST_TEST(feed.report.skipped == 0u);
}

BOOST_AUTO_TEST_CASE(gives_every_post_all_its_fields) {
  if (!is_here) return;
  std::size_t categories = 0;
  std::set<std::string> guids;
  for (auto const& post : feed.posts) {
    BOOST_TEST_CONTEXT(post.title) {
      BOOST_TEST(!post.title.empty());
      BOOST_TEST(post.url.starts_with("https://zalt.me/blog/20"));
      BOOST_TEST(post.guid == post.url);
      BOOST_TEST(post.site == "zalt.me");
      BOOST_TEST(post.author == "Mahmoud Zalt");
      BOOST_TEST(post.language == "en-US");
      BOOST_TEST(post.published.has_value());
      BOOST_TEST(!post.updated.has_value());
      BOOST_TEST(!post.summary.empty());
      BOOST_TEST(post.html.find("</p>") != std::string::npos);
      BOOST_TEST(post.image.starts_with("https://"));
      BOOST_TEST(post.categories.size() >= 3u);
      if (post.published) {  // the path repeats year and month
        auto const month = format_day(*post.published).substr(0, 7);
        BOOST_TEST(post.url.find(month.substr(0, 4) + "/" + month.substr(5)) != std::string::npos);
      }
      categories += post.categories.size();
      guids.insert(post.guid);
    }
  }
  BOOST_TEST(categories == 96u);
  BOOST_TEST(guids.size() == 25u);
}

BOOST_AUTO_TEST_CASE(keeps_what_single_posts_are_known_for) {
  if (!is_here) return;
  auto const& first = feed.posts.at(0);
  BOOST_TEST(first.title == "How To Find The Right Tech Mentor");
  BOOST_TEST(format_rfc3339(first.published.value()) == "2026-01-24T08:00:00Z");
  std::vector<std::string> const tags = {"TechMentor", "CareerGrowth", "EngineeringCareer", "AIMentor"};
  BOOST_TEST(first.categories == tags, boost::test_tools::per_element());

  auto const& timeline = feed.posts.at(4);  // markup in the description
  BOOST_TEST(timeline.summary.find("</br>") != std::string::npos);
  BOOST_TEST(timeline.summary.find("→") != std::string::npos);
  BOOST_TEST(feed.posts.at(18).title.find("HTTP\u20112") != std::string::npos);
  BOOST_TEST(feed.posts.at(23).summary.ends_with("🤖"));
  BOOST_TEST(feed.posts.at(2).html.find("&amp;lt;") != std::string::npos);  // code escaped twice stays so

  auto const images = std::count_if(feed.posts.begin(), feed.posts.end(),
                                    [](Post const& post) { return post.image.ends_with(".webp"); });
  BOOST_TEST(images == 5);
}

BOOST_AUTO_TEST_SUITE_END()
