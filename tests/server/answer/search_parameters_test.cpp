// Searches as addresses ask for them, and back.
#include "server/answer/search_parameters.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "common/date/parse_date.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

Timestamp const kNow = parse_date("2026-04-10T12:00:00Z").value();

Result<SearchAddress> read(std::string_view query) {
  return read_search_address(parse_parameters(query), kNow);
}

struct Fault {
  char const* query;
  char const* parameter;
};
Fault const kFaults[] = {
    {"q=a&page=0", "page"},
    {"q=a&page=x", "page"},
    {"page=-1", "page"},
    {"page=2.5", "page"},
    {"limit=ten", "limit"},
    {"limit=1001", "limit"},
    {"sections=101", "sections"},
    {"offset=-1", "offset"},
    {"offset=99999999999999999999999", "offset"},
    {"page=2&offset=10", "page"},
    {"page=101", "page"},
    {"offset=995", "offset"},
    {"offset=1&limit=1000", "offset"},
    {"sort=random", "sort"},
    {"sort=Newest", "sort"},
    {"sort=newest&sort=oldest", "sort"},
    {"from=yesterday", "from"},
    {"to=2026-02-30", "to"},
    {"facets=perhaps", "facets"},
    {"q=a&q=b", "q"},
    {"limit=1&limit=2", "limit"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(search_parameters)

BOOST_AUTO_TEST_CASE(all_of_them_reach_the_search) {
  auto const address = read(
      "q=rename&category=a&category=b&author=c&site=d&lang=en&from=2026&to=2026-03-14&sort=newest&offset=20"
      "&limit=5&facets=true");
  BOOST_REQUIRE(address.has_value());
  auto const request = search_request(*address);
  BOOST_TEST(request.query == "rename");
  BOOST_TEST(request.categories == (std::vector<std::string>{"a", "b"}), boost::test_tools::per_element());
  BOOST_TEST(request.authors.front() == "c");
  BOOST_TEST(request.sites.front() == "d");
  BOOST_TEST(request.languages.front() == "en");
  BOOST_TEST(request.since == "2026");
  BOOST_TEST(request.until == "2026-03-14");
  BOOST_TEST(request.sort == SortOrder::newest);
  BOOST_TEST(request.offset == 20U);
  BOOST_TEST(request.limit == 5U);
  BOOST_TEST(request.max_sections == 3U);
  BOOST_TEST(search_request(*read("sections=1")).max_sections == 1U);
  BOOST_TEST(request.facets);
}

BOOST_AUTO_TEST_CASE(what_is_left_out_or_empty_has_its_default) {
  for (auto const* query : {"", "q=&category=&page=&sort=&from=&facets=", "utm_source=mail&fbclid=1"}) {
    auto const address = read(query);
    BOOST_REQUIRE(address.has_value());
    BOOST_TEST(*address == (SearchAddress{}));
  }
}

BOOST_AUTO_TEST_CASE(where_something_else_is_usual_it_goes_without_saying) {
  auto const usual = [](char const* query) {
    return read_search_address(parse_parameters(query), kNow, kUsualFeed).value();
  };
  BOOST_TEST((usual("q=a").sort == SortOrder::newest));
  BOOST_TEST(usual("q=a").limit == 20U);
  BOOST_TEST(usual("page=3").offset == 40U);
  BOOST_TEST((usual("sort=relevance&limit=10").sort == SortOrder::relevance));
  for (std::string const query : {"", "q=a&sort=relevance&limit=10", "q=a&sort=oldest&page=2"}) {
    BOOST_TEST(query_string(usual(query.c_str()), kUsualFeed) == query);
  }
}

BOOST_AUTO_TEST_CASE(every_order_has_a_name_that_is_read_and_written) {
  for (auto const& [name, order] : kSortOrders) {
    auto const address = read("sort=" + std::string(name));
    BOOST_REQUIRE(address.has_value());
    BOOST_TEST((search_request(*address).sort == order), name);
    BOOST_TEST(query_string(*address, {.sort = SortOrder::relevance, .limit = 10}) ==
               (order == SortOrder::relevance ? "" : "sort=" + std::string(name)));
  }
}

BOOST_AUTO_TEST_CASE(s_is_read_where_there_is_no_q) {
  BOOST_TEST(read("s=rename")->query == "rename");
  BOOST_TEST(read("s=other&q=rename")->query == "rename");
}

BOOST_AUTO_TEST_CASE(pages_count_from_one) {
  BOOST_TEST(read("page=1")->offset == 0U);
  BOOST_TEST(read("page=3&limit=5")->offset == 10U);
  BOOST_TEST(read("page=100")->offset == 990U);
}

BOOST_DATA_TEST_CASE(a_bad_value_is_refused_by_its_name, boost::unit_test::data::make(kFaults), fault) {
  auto const address = read(fault.query);
  BOOST_REQUIRE(!address.has_value());
  BOOST_TEST(address.error().where == fault.parameter);
  BOOST_TEST(address.error().what.find(fault.parameter) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_address_is_written_as_it_is_read) {
  for (std::string const query :
       {"",
        "q=a%26b+%2Bc&category=x&category=y&author=c&site=d&lang=en&from=2026&to=2026-03&sort=oldest&limit=5",
        "q=a&page=3", "q=a&sections=1", "offset=7", "limit=0&offset=3", "q=%C3%A9&facets=1"}) {
    BOOST_TEST(query_string(*read(query)) == query);
  }
}

BOOST_AUTO_TEST_CASE(equal_searches_have_equal_addresses) {
  BOOST_TEST(query_string(*read("limit=10&q=a&page=1&sort=relevance&x=1")) == query_string(*read("s=a")));
  BOOST_TEST(query_string(*read("offset=20&q=%61")) == query_string(*read("q=a&page=3")));
  BOOST_TEST(query_string(*read("category=x&category=x")) == query_string(*read("category=x")));
}

BOOST_AUTO_TEST_SUITE_END()
