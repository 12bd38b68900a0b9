// Problems as programs read them.
#include "present/json/problem.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace pressmark;
using Json = nlohmann::json;

BOOST_AUTO_TEST_SUITE(problem)

BOOST_AUTO_TEST_CASE(a_fault_names_the_parameter) {
  auto const problem = http_problem(RequestFault::bad_parameter, "page is \"x\"", "use a number", "page");
  BOOST_TEST(Json::parse(problem_json(problem)) == Json::parse(R"({"type":"about:blank","title":"Bad Request",
      "status":400,"code":"bad-parameter","detail":"page is \"x\"","hint":"use a number","parameter":"page"})"));
}

BOOST_AUTO_TEST_CASE(an_error_has_its_code_and_hint) {
  auto const problem = http_problem(Error(ErrorCode::store_missing, "no index", "index first"));
  BOOST_TEST(Json::parse(problem_json(problem)) ==
             Json::parse(R"({"type":"about:blank","title":"Service Unavailable","status":503,
      "code":"store-missing","detail":"no index","hint":"index first"})"));
}

BOOST_AUTO_TEST_SUITE_END()
