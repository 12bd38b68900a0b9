// What the log says of a request, and what it does not.
#include "server/http/access_log.h"

#include <boost/test/unit_test.hpp>

#include "common/date/parse_date.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

Timestamp const kNow = parse_date("2026-04-10T12:00:00Z").value();

std::string line(std::string target, LoggedQueries queries) {
  return access_line(kNow, {"GET", std::move(target), "HTTP/1.1", {}, "192.0.2.1"}, {200, 17, 1500us},
                     queries);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(access_log)

BOOST_AUTO_TEST_CASE(what_was_searched_is_masked_unless_wanted) {
  BOOST_TEST(line("/search?q=my+secret", LoggedQueries::masked) ==
             "2026-04-10T12:00:00Z GET /search?... 200 17 1.50ms\n");
  BOOST_TEST(line("/search?q=my+secret", LoggedQueries::written) ==
             "2026-04-10T12:00:00Z GET /search?q=my+secret 200 17 1.50ms\n");
  BOOST_TEST(line("/health", LoggedQueries::masked) == "2026-04-10T12:00:00Z GET /health 200 17 1.50ms\n");
}

BOOST_AUTO_TEST_CASE(no_request_can_write_lines_or_act_on_a_terminal) {
  auto const text = line("/\x1b[2J\n200 OK\xff", LoggedQueries::written);
  BOOST_TEST(text.find("/\\x1b[2J\\x0a200\\x20OK\\xff") != std::string::npos);
  BOOST_TEST(text.find('\n') == text.size() - 1);
}

BOOST_AUTO_TEST_CASE(readers_addresses_are_not_logged) {
  BOOST_TEST(line("/search?q=a", LoggedQueries::written).find("192.0.2.1") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
