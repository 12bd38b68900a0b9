// Searches to subscribe to: which posts are in them, in which order.
#include "server/answer/feed_handlers.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "server/answer/search_parameters.h"
#include "tests/searcher/sample_store.h"

using namespace pressmark;
using Json = nlohmann::json;

namespace {

std::vector<SamplePost> const kPosts{
    {"rename", "Rename then delete", "2026-03-01T00:00:00Z", {"Storage"}, "<p>Rename the file first.</p>"},
    {"walls", "Walls of text", "2025-02-01T00:00:00Z", {"Writing"}, "<p>A file of words.</p>"},
    {"often", "File file file", "2024-02-01T00:00:00Z", {"Writing"}, "<p>A file, a file.</p>"},
    {"undated", "A file from nowhere", "", {}, "<p>Undated words.</p>"},
};

// Asks as the routes do.
class Reader {
 public:
  Json json_feed(std::string const& query) {
    return Json::parse(search_json_feed(address(query), {searcher_, site_, kSampleNow}).body);
  }
  std::vector<std::string> titles(std::string const& query) {
    std::vector<std::string> titles;
    auto const feed = json_feed(query);
    for (auto const& item : feed["items"]) titles.push_back(item["title"]);
    return titles;
  }
  Document atom(std::string const& query) {
    return search_atom(address(query), {searcher_, site_, kSampleNow});
  }
  std::size_t found_on_page(std::string const& query) {
    auto const page = read_search_address(parse_parameters(query), kSampleNow).value();
    return searcher_.search(search_request(page), kSampleNow).total;
  }

 private:
  static SearchAddress address(std::string const& query) {
    return read_search_address(parse_parameters(query), kSampleNow, kUsualFeed).value();
  }

  SampleStore store_{kPosts};
  Searcher searcher_{store_.layout()};
  PageSite site_{"Notes", "", "https://search.example"};
};

using Titles = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(feed_handlers)

BOOST_AUTO_TEST_CASE(the_newest_posts_come_first_unless_another_order_is_asked_for) {
  Reader reader;
  Titles const newest{"Rename then delete", "Walls of text", "File file file", "A file from nowhere"};
  BOOST_TEST(reader.titles("q=file") == newest, boost::test_tools::per_element());
  BOOST_TEST(reader.titles("") == newest, boost::test_tools::per_element());
  BOOST_TEST(reader.titles("q=file&sort=oldest").front() == "File file file");
  BOOST_TEST(reader.titles("q=file&sort=relevance").front() == "File file file");
}

BOOST_AUTO_TEST_CASE(filters_and_pages_are_honoured) {
  Reader reader;
  BOOST_TEST(reader.titles("category=Writing").size() == 2U);
  auto const first = reader.json_feed("q=file&limit=3");
  BOOST_TEST(first["items"].size() == 3U);
  BOOST_TEST(first["next_url"] == "https://search.example/search.json?q=file&limit=3&page=2");
  BOOST_TEST(reader.titles("q=file&limit=3&page=2") == Titles{"A file from nowhere"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_does_not_match_is_no_news) {
  Reader reader;
  for (auto const* relaxed : {"q=renmae", "q=dele", "q=rename+delete+nowhere"}) {
    BOOST_TEST(reader.found_on_page(relaxed) > 0U, relaxed);
    BOOST_TEST(reader.titles(relaxed).empty(), relaxed);
    BOOST_TEST(!reader.atom(relaxed).facts.found, relaxed);
  }
  // Of a long question a page shows posts that have most of it.
  std::string const question = "q=rename+file+first+delete+words+nowhere";
  BOOST_TEST(reader.found_on_page(question) > 0U);
  BOOST_TEST(reader.titles(question).empty());
  BOOST_TEST(reader.titles("q=how+to+rename+the+file") == Titles{"Rename then delete"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(both_formats_have_the_same_posts_of_the_same_version) {
  Reader reader;
  auto const atom = reader.atom("q=file");
  BOOST_TEST(!atom.version.empty());
  auto const feed = reader.json_feed("q=file");
  BOOST_TEST(feed["items"].size() == kPosts.size());
  for (auto const& item : feed["items"]) {
    BOOST_TEST(atom.body.find("<id>" + item["id"].get<std::string>() + "</id>") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(the_time_of_asking_is_not_told) {
  Reader reader;
  auto const atom = reader.atom("q=file").body;
  BOOST_TEST(atom == reader.atom("q=file").body);
  BOOST_TEST(atom.find("<updated>2026-03-01T00:00:00Z</updated>") < atom.find("<entry"));
  BOOST_TEST(atom.find(format_day(kSampleNow)) == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
