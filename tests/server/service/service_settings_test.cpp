// Settings of the server, right and wrong.
#include "server/service/service_settings.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "common/base/error.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

SharedSettings settings(std::string const& table) {
  return service_settings(parse_configuration("[server]\n" + table, "p.toml"), {"store"}, {}, "1.0");
}

struct Fault {
  char const* table;
  char const* what;
};
Fault const kFaults[] = {
    {"trusted_proxies = ['10.0.0.0/8', 'proxy']",
     "p.toml:2: server.trusted_proxies has proxy, which is no address"},
    {"\ncors_origins = ['*']", "p.toml:3: server.cors_origins has *, which is no address on the web"},
    {"cors_origins = ['https://a.example/']",
     "p.toml:2: server.cors_origins has https://a.example/, which is more than an origin"},
    {"public_url = 'example.org'",
     "p.toml:2: server.public_url has example.org, which is no address on the web"},
    {"public_url = 'https://example.org/?a'",
     "p.toml:2: server.public_url has https://example.org/?a, which is no address on the web"},
    {"base_path = 'find'", "p.toml:2: server.base_path does not begin with a slash"},
    {"base_path = '//evil.example'", "p.toml:2: server.base_path does not begin with a slash"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(service_settings)

BOOST_DATA_TEST_CASE(a_wrong_setting_is_named_with_its_line, boost::unit_test::data::make(kFaults), fault) {
  BOOST_CHECK_EXCEPTION(settings(fault.table), Error, [&](Error const& error) {
    BOOST_TEST(error.what() == std::string(fault.what));
    BOOST_TEST(!error.hint().empty());
    return error.code() == ErrorCode::bad_configuration;
  });
}

BOOST_AUTO_TEST_CASE(links_begin_with_the_path_of_the_public_address) {
  BOOST_TEST(settings("")->site.base_path == "");
  BOOST_TEST(settings("public_url = 'https://example.org/find/'")->site.base_path == "/find");
  BOOST_TEST(settings("public_url = 'https://example.org'")->site.base_path == "");
  BOOST_TEST(settings("public_url = 'https://example.org/a'\nbase_path = '/b/'")->site.base_path == "/b");
}

BOOST_AUTO_TEST_CASE(what_is_taken_up_only_at_the_beginning_is_named) {
  ConfiguredServer const before;
  auto after = before;
  BOOST_TEST(settings_needing_restart(before, after).empty());
  after.title = "Other";
  after.requests = 1;
  BOOST_TEST(settings_needing_restart(before, after).empty());
  after.listen = "[::1]:80";
  after.answer_seconds = 1;
  BOOST_TEST(settings_needing_restart(before, after) ==
                 (std::vector<std::string>{"server.listen", "server.answer_seconds"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
