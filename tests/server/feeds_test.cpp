// Feeds and the description for search bars over sockets, as feed readers and browsers ask for them.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <httplib.h>

#include "running_server.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Address {
  char const* target;
  char const* content_type;
  char const* part;  // of the body
};
Address const kAddresses[] = {
    {"/search.atom?q=file", "application/atom+xml; charset=utf-8", "<title>Rename then delete</title>"},
    {"/search.json?q=file", "application/feed+json", R"("title":"Rename then delete")"},
    {"/opensearch.xml", "application/opensearchdescription+xml; charset=utf-8",
     "<ShortName>Notes</ShortName>"},
    {"/api/suggest/opensearch?q=wal", "application/x-suggestions+json", R"(["wal",["Walls of text"])"},
};

std::string const kTable = "title = 'Notes'\ncors_origins = ['https://site.example']";

}  // namespace

BOOST_AUTO_TEST_SUITE(feeds)

BOOST_DATA_TEST_CASE(each_is_served_as_what_it_is, boost::unit_test::data::make(kAddresses), one) {
  RunningServer const server(kTable);
  httplib::Client client("127.0.0.1", server.port());
  auto const response = client.Get(one.target);
  BOOST_REQUIRE(response);
  BOOST_TEST(response->status == 200);
  BOOST_TEST(response->get_header_value("Content-Type") == one.content_type);
  BOOST_TEST(response->get_header_value("X-Content-Type-Options") == "nosniff");
  BOOST_TEST(response->body.find(one.part) != std::string::npos);
  auto const head = client.Head(one.target);
  BOOST_REQUIRE(head);
  BOOST_TEST(head->body.empty());
  BOOST_TEST(head->get_header_value("ETag") == response->get_header_value("ETag"));
}

BOOST_DATA_TEST_CASE(who_has_it_already_is_not_sent_it_again, boost::unit_test::data::make(kAddresses), one) {
  RunningServer const server(kTable);
  httplib::Client client("127.0.0.1", server.port());
  auto const tag = client.Get(one.target)->get_header_value("ETag");
  auto const again = client.Get(one.target, {{"If-None-Match", tag}});
  BOOST_REQUIRE(again);
  BOOST_TEST(again->status == 304);
  BOOST_TEST(again->body.empty());
}

BOOST_DATA_TEST_CASE(another_title_is_another_answer, boost::unit_test::data::make(kAddresses), one) {
  RunningServer const server(kTable);
  RunningServer const renamed("title = 'Other'");
  auto const tag = [&](int port) {
    return httplib::Client("127.0.0.1", port).Get(one.target)->get_header_value("ETag");
  };
  BOOST_TEST(tag(server.port()) != tag(renamed.port()));
}

BOOST_AUTO_TEST_CASE(faults_are_problems_and_listed_origins_may_read_them) {
  RunningServer const server(kTable);
  httplib::Client client("127.0.0.1", server.port());
  auto const response = client.Get("/search.atom?limit=1001", {{"Origin", "https://site.example"}});
  BOOST_REQUIRE(response);
  BOOST_TEST(response->status == 400);
  BOOST_TEST(response->get_header_value("Content-Type") == "application/problem+json");
  BOOST_TEST(response->get_header_value("Access-Control-Allow-Origin") == "https://site.example");
  auto const stranger = client.Get("/search.json?q=file", {{"Origin", "https://evil.example"}});
  BOOST_REQUIRE(stranger);
  BOOST_TEST(!stranger->has_header("Access-Control-Allow-Origin"));
}

BOOST_AUTO_TEST_CASE(the_page_leads_to_the_feed_of_its_search) {
  RunningServer const server(kTable);
  httplib::Client client("127.0.0.1", server.port());
  auto const page = client.Get("/search?q=file&limit=1&page=2&sort=oldest");
  BOOST_REQUIRE(page);
  BOOST_TEST(page->body.find("href=\"/search.atom?q=file\">Subscribe") != std::string::npos);
  auto const feed = client.Get("/search.atom?q=file");
  BOOST_REQUIRE(feed);
  BOOST_TEST(feed->body.find("rel=\"self\" type=\"application/atom+xml\" href=\"/search.atom?q=file\"") !=
             std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
