// Errors in Meilisearch's form.
#include "present/meilisearch/error_answer.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(error_answer)

BOOST_AUTO_TEST_CASE(an_error_has_message_code_type_and_link) {
  auto const answer =
      nlohmann::json::parse(pressmark::error_answer({"invalid_search_filter", "\"x\" is odd"}));
  BOOST_TEST(answer["message"] == "\"x\" is odd");
  BOOST_TEST(answer["code"] == "invalid_search_filter");
  BOOST_TEST(answer["type"] == "invalid_request");
  BOOST_TEST(answer["link"] == "https://docs.meilisearch.com/errors#invalid_search_filter");
  BOOST_TEST(answer.size() == 4);
}

BOOST_AUTO_TEST_CASE(codes_have_the_status_that_the_api_gives_them) {
  BOOST_TEST(http_status({"invalid_search_sort", ""}) == 400);
  BOOST_TEST(http_status({"index_not_found", ""}) == 404);
  BOOST_TEST(http_status({"payload_too_large", ""}) == 413);
  BOOST_TEST(http_status({"missing_content_type", ""}) == 415);
}

BOOST_AUTO_TEST_CASE(a_problem_becomes_the_nearest_code) {
  auto const code = [](RequestFault fault) { return fault_of(http_problem(fault, "why")).code; };
  BOOST_TEST(code(RequestFault::malformed_request) == "bad_request");
  BOOST_TEST(code(RequestFault::content_too_large) == "payload_too_large");
  BOOST_TEST(code(RequestFault::too_many_requests) == "too_many_requests");
  BOOST_TEST(code(RequestFault::overloaded) == "too_many_search_requests");
  BOOST_TEST(fault_of(http_problem(Error(ErrorCode::store_damaged, "broken"))).code == "internal");
}

BOOST_AUTO_TEST_CASE(trouble_of_the_server_is_not_called_the_clients) {
  auto const type = [](char const* code) {
    return nlohmann::json::parse(pressmark::error_answer({code, ""}))["type"].get<std::string>();
  };
  BOOST_TEST(type("internal") == "internal");
  BOOST_TEST(type("too_many_search_requests") == "system");
}

BOOST_AUTO_TEST_SUITE_END()
