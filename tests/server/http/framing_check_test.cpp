// Libraries that let us tell how requests were sent, and others.
#include "server/http/framing_check.h"

#include <boost/test/unit_test.hpp>

#include "common/base/error.h"

using namespace pressmark;

namespace {

// What is said where a library called "libmicrohttpd 9.9" judges so.
std::string complaint(FramingJudge const& judge) {
  try {
    require_reliable_framing("libmicrohttpd 9.9", judge);
  } catch (Error const& error) {
    BOOST_TEST(error.hint().find("0.9.75") != std::string::npos);
    return error.what();
  }
  return "none";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(framing_check)

BOOST_AUTO_TEST_CASE(the_library_at_work_is_relied_on) {
  BOOST_CHECK_NO_THROW(require_usable_http_library());
}

// As if the parts of a head were copied.
BOOST_AUTO_TEST_CASE(a_library_under_which_no_request_is_well_framed_is_refused) {
  BOOST_TEST(complaint([](std::string_view) { return false; }) ==
             "libmicrohttpd 9.9 hides that a request without headers is well-formed");
}

// As if ends of lines were made good in place.
BOOST_AUTO_TEST_CASE(a_library_under_which_every_request_is_well_framed_is_refused) {
  BOOST_TEST(complaint([](std::string_view) { return true; }) ==
             "libmicrohttpd 9.9 hides a bare LF after the first line");
}

BOOST_AUTO_TEST_CASE(a_library_that_hides_one_fault_is_refused) {
  BOOST_TEST(complaint([](std::string_view head) {
               return head.find('\0') != std::string_view::npos || arrives_well_framed(head);
             }) == "libmicrohttpd 9.9 hides a NUL in a value");
}

BOOST_AUTO_TEST_SUITE_END()
