// What a running server leaves of the searches it answered.
#include <boost/test/unit_test.hpp>
#include <httplib.h>

#include "common/query_log/query_folder.h"
#include "server/server.h"
#include "tests/searcher/sample_store.h"

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(query_log)

BOOST_AUTO_TEST_CASE(what_readers_searched_is_written_when_the_server_ends) {
  SampleStore const store(
      {{"rename", "Rename then delete", "2026-03-01T00:00:00Z", {}, "<p>Rename the file.</p>"}});
  {
    Server const server(open_listener("127.0.0.1:0"),
                        service_settings(parse_configuration("[insight]\nthreshold = 2\n", "p.toml"),
                                         store.layout(), {}, "1.0"),
                        [](std::string const&) {});
    httplib::Client client("127.0.0.1", std::stoi(server.name().substr(server.name().rfind(':') + 1)));
    for (auto const* address : {"192.0.2.1", "192.0.2.2"}) {
      for (auto const* typed : {"r", "re", "rena", "rename"}) {
        auto const response =
            client.Get("/api/search?q=" + std::string(typed), {{"X-Forwarded-For", address}});
        BOOST_REQUIRE((response && response->status == 200));
      }
    }
    auto const rare = client.Get("/search?q=my+secret", {{"X-Forwarded-For", "192.0.2.2"}});
    BOOST_REQUIRE((rare && rare->status == 200));
  }
  auto const days = find_query_days(store.layout().queries());
  BOOST_REQUIRE(!days.empty());
  std::map<std::string, std::size_t> readers;
  for (auto const on : days) {  // midnight may come in between
    for (auto const& [place, count] : read_query_day(store.layout().queries(), on)) {
      readers[count.query] += count.readers;
    }
  }
  BOOST_TEST(readers.size() == 2U);
  BOOST_TEST(readers["rename"] == 2U);
  BOOST_TEST(readers[""] == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
