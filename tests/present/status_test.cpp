// What errors mean as exit status and HTTP status.
#include "present/status.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <set>

namespace pressmark {
namespace {

constexpr ErrorCode kAllCodes[] = {
    ErrorCode::usage,         ErrorCode::source_missing,
    ErrorCode::bad_source,    ErrorCode::bad_configuration,
    ErrorCode::store_missing, ErrorCode::store_locked,
    ErrorCode::store_damaged, ErrorCode::store_unwritable,
    ErrorCode::store_newer,   ErrorCode::disk_full,
    ErrorCode::gate_failed,   ErrorCode::interrupted,
    ErrorCode::internal,
};

BOOST_AUTO_TEST_SUITE(status)

BOOST_AUTO_TEST_CASE(a_caller_can_tell_what_to_do_from_the_exit_status) {
  BOOST_TEST(status_of(ErrorCode::gate_failed).exit == 1);
  BOOST_TEST(status_of(ErrorCode::usage).exit == 2);
  BOOST_TEST(status_of(ErrorCode::store_missing).exit == 2);
  BOOST_TEST(status_of(ErrorCode::internal).exit == 2);
  BOOST_TEST(status_of(ErrorCode::store_locked).exit == 75);
  BOOST_TEST(status_of(ErrorCode::bad_configuration).exit == 78);
}

BOOST_AUTO_TEST_CASE(no_error_looks_like_success) {
  for (auto const code : kAllCodes) {
    BOOST_TEST(status_of(code).exit != kExitDone);
    BOOST_TEST(status_of(code).http >= 400);
  }
}

BOOST_AUTO_TEST_CASE(a_fault_of_a_request_has_a_name_and_a_status_with_a_title) {
  std::set<std::string_view> names;
  for (auto const fault :
       {RequestFault::bad_parameter, RequestFault::malformed_request, RequestFault::not_found,
        RequestFault::method_not_allowed, RequestFault::content_too_large, RequestFault::uri_too_long,
        RequestFault::headers_too_large, RequestFault::too_many_requests, RequestFault::overloaded}) {
    auto const status = status_of(fault);
    BOOST_TEST(names.insert(status.name).second);
    BOOST_TEST(status.http >= 400);
    BOOST_TEST(http_title(status.http) != "Error");
  }
  for (auto const code : kAllCodes) {
    BOOST_TEST(http_title(status_of(code).http) != "Error");
    BOOST_TEST(names.insert(status_of(code).name).second);
  }
}

BOOST_AUTO_TEST_CASE(a_fault_of_the_request_is_told_from_a_fault_of_the_server) {
  BOOST_TEST(status_of(ErrorCode::usage).http == 400);
  BOOST_TEST(status_of(ErrorCode::store_missing).http == 503);
  BOOST_TEST(status_of(ErrorCode::store_damaged).http == 500);
}

BOOST_AUTO_TEST_CASE(every_error_has_a_name_of_its_own) {
  std::set<std::string_view> names;
  for (auto const code : kAllCodes) names.insert(status_of(code).name);
  BOOST_TEST(names.size() == std::size(kAllCodes));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pressmark
