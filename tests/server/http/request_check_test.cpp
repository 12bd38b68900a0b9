// Requests that are refused before anybody asks what they want.
#include "server/http/request_check.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Case {
  char const* name;
  std::vector<Header> headers;
  int status;  // 0 for none
};
Case const kCases[] = {
    {"ordinary", {{"Host", "a"}, {"Accept", "*/*"}}, 0},
    {"an empty body", {{"Host", "a"}, {"Content-Length", "0"}}, 0},
    {"no host", {{"Accept", "*/*"}}, 400},
    {"two hosts", {{"Host", "a"}, {"host", "b"}}, 400},
    {"a body", {{"Host", "a"}, {"Content-Length", "5"}}, 413},
    {"chunks", {{"Host", "a"}, {"Transfer-Encoding", "chunked"}}, 400},
    {"chunks and a length", {{"Host", "a"}, {"Content-Length", "5"}, {"transfer-encoding", "chunked"}}, 400},
    {"two lengths", {{"Host", "a"}, {"Content-Length", "5"}, {"content-length", "6"}}, 400},
    {"the same length twice", {{"Host", "a"}, {"Content-Length", "0"}, {"Content-Length", "0"}}, 400},
    {"a length with a sign", {{"Host", "a"}, {"Content-Length", "+5"}}, 400},
    {"a list of lengths", {{"Host", "a"}, {"Content-Length", "5, 5"}}, 400},
    {"an empty length", {{"Host", "a"}, {"Content-Length", ""}}, 400},
    {"a space before the colon", {{"Host", "a"}, {"Content-Length ", "5"}}, 400},
    {"a tab before the colon", {{"Host", "a"}, {"X-A\t", "5"}}, 400},
    {"a folded line", {{"Host", "a"}, {" X-A", "5"}}, 400},
    {"no name", {{"Host", "a"}, {"", "5"}}, 400},
    {"a host with its port", {{"Host", "[::1]:7700"}}, 0},
    {"an empty host", {{"Host", ""}}, 0},
    {"hosts in one header", {{"Host", "a, b"}}, 400},
    {"a path for a host", {{"Host", "/run/pressmark/socket"}}, 0},
    {"a host with a space", {{"Host", "a b"}}, 400},
    {"a tab in a value", {{"Host", "a"}, {"X", "b\tc"}}, 0},
    {"other letters in a value", {{"Host", "a"}, {"X", "ä"}}, 0},
    {"a CR in a value", {{"Host", "a"}, {"X", "b\rc"}}, 400},
    {"a control character in a value", {{"Host", "a"}, {"X", "\x7f"}}, 400},
};

int status_of_request(Request const& request) {
  auto const fault = find_fault(request);
  return fault ? fault->status : 0;
}

Request get(std::string target) {
  return {"GET", std::move(target), "HTTP/1.1", {{"Host", "a"}}, ""};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(request_check)

BOOST_DATA_TEST_CASE(headers_that_can_be_read_in_two_ways_are_refused, boost::unit_test::data::make(kCases),
                     one) {
  BOOST_TEST(status_of_request({"GET", "/search", "HTTP/1.1", one.headers, ""}) == one.status);
}

BOOST_AUTO_TEST_CASE(an_earlier_client_need_not_name_the_host) {
  BOOST_TEST(status_of_request({"GET", "/search", "HTTP/1.0", {}, ""}) == 0);
}

BOOST_AUTO_TEST_CASE(sizes_are_bounded) {
  BOOST_TEST(status_of_request(get("/" + std::string(kMaxTargetBytes - 1, 'a'))) == 0);
  BOOST_TEST(status_of_request(get("/" + std::string(kMaxTargetBytes, 'a'))) == 414);
  auto request = get("/search");
  request.headers.push_back({"X-A", std::string(kMaxHeaderBytes, 'a')});
  BOOST_TEST(status_of_request(request) == 431);
}

BOOST_AUTO_TEST_CASE(where_bodies_are_taken_a_post_says_how_long_its_one_is) {
  auto const status = [](std::vector<Header> headers) {
    headers.push_back({"Host", "a"});
    auto const fault =
        find_fault({"POST", "/multi-search", "HTTP/1.1", std::move(headers), ""}, BodyRule::required);
    return fault ? fault->status : 0;
  };
  BOOST_TEST(status({{"Content-Length", "5"}}) == 0);
  BOOST_TEST(status({{"Content-Length", std::to_string(kMaxBodyBytes)}}) == 0);
  BOOST_TEST(status({{"Content-Length", std::to_string(kMaxBodyBytes + 1)}}) == 413);
  BOOST_TEST(status({{"Content-Length", "99999999999999999999"}}) == 413);
  BOOST_TEST(status({}) == 400);
  BOOST_TEST(status({{"Content-Length", "-5"}}) == 400);
  BOOST_TEST(status({{"Content-Length", "5"}, {"Content-Length", "5"}}) == 400);
  BOOST_TEST(status({{"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}}) == 400);
}

BOOST_AUTO_TEST_CASE(an_address_has_no_spaces) {
  BOOST_TEST(status_of_request(get("/search?q=a b")) == 400);
  BOOST_TEST(status_of_request(get("/search?q=a\tb")) == 400);
  BOOST_TEST(status_of_request(get("/search?q=a\x01")) == 400);
  BOOST_TEST(status_of_request(get("/search?q=ä")) == 0);
}

BOOST_AUTO_TEST_CASE(a_method_is_a_name) {
  BOOST_TEST(status_of_request({"G(T", "/search", "HTTP/1.1", {{"Host", "a"}}, ""}) == 400);
  BOOST_TEST(status_of_request({"PROPFIND", "/search", "HTTP/1.1", {{"Host", "a"}}, ""}) == 0);
}

BOOST_AUTO_TEST_CASE(lines_that_end_otherwise_than_with_cr_and_lf_are_refused) {
  auto request = get("/search");
  request.is_well_framed = false;
  BOOST_TEST(status_of_request(request) == 400);
}

BOOST_AUTO_TEST_SUITE_END()
