// Configurations, right and wrong.
#include "common/config/configuration.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include "common/base/error.h"

using namespace pressmark;

namespace {

struct Fault {
  char const* text;
  char const* what;
  char const* hint;
};
std::ostream& operator<<(std::ostream& out, Fault const& fault) {
  return out << fault.text;
}
Fault const kFaults[] = {
    {"stroe = 's'", "p.toml:1: there is no setting \"stroe\"", "did you mean store?"},
    {"\n[rankin]\n", "p.toml:2: there is no setting \"rankin\"", "did you mean ranking?"},
    {"port = 80", "p.toml:1: there is no setting \"port\"", "one of: store, ranking"},
    {"store = 7", "p.toml:1: store is text, not a number", ""},
    {"store = ['a']", "p.toml:1: store is text, not a list", ""},
    {"store = 2026-03-14", "p.toml:1: store is text, not a date", ""},
    {"store = ''", "p.toml:1: store is empty", "name a directory, or take the line out"},
    {"ranking = true", "p.toml:1: ranking is a table, not true or false", ""},
    {"[ranking]\ntitle = '1'", "p.toml:2: ranking.title is a number, not text", ""},
    {"[ranking.boosts]\n\ntitle = false", "p.toml:3: ranking.boosts.title is a number, not true or false",
     ""},
};

// What is wrong with the syntax is said in the words of the parser; only the line is ours.
char const* const kNoToml[] = {"# fine\nstore 's'",        "# fine\nstore = 's", "\nstore = s",
                               "store = 's'\nstore = 't'", "\n[ranking",         "\nstore = \"\xff\""};

}  // namespace

BOOST_AUTO_TEST_SUITE(configuration)

BOOST_AUTO_TEST_CASE(values_come_with_the_lines_they_stand_on) {
  auto const read = parse_configuration(
      "# where\nstore = '/srv/store'\n\n[ranking]\ntitle = 0.5\ncoverage = 2\nboosts.tag = 1\n"
      "[ranking.boosts.deep]\nx = -1e3\n",
      "p.toml");
  BOOST_REQUIRE(read.store.has_value());
  BOOST_TEST(read.store->value == "/srv/store");
  BOOST_TEST(origin_text(read.store->origin) == "p.toml:2");
  std::string weights;
  for (auto const& [name, setting] : read.ranking) {
    weights += name + '=' + std::to_string(setting.value) + '@' + origin_text(setting.origin) + ' ';
  }
  BOOST_TEST(weights ==
             "boosts.deep.x=-1000.000000@p.toml:9 boosts.tag=1.000000@p.toml:7 "
             "coverage=2.000000@p.toml:6 title=0.500000@p.toml:5 ");
}

BOOST_AUTO_TEST_CASE(what_is_left_out_is_not_set) {
  for (auto const* text :
       {"", "# nothing\n", "[ranking]\n[ranking.boosts]\n", "\xef\xbb\xbf# a mark first\n"}) {
    auto const read = parse_configuration(text, "p.toml");
    BOOST_TEST(!read.store.has_value());
    BOOST_TEST(read.ranking.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_relative_store_lies_beside_the_file) {
  auto const store_of = [](char const* file) {
    return parse_configuration("store = 'blog'", file).store->value;
  };
  BOOST_TEST(store_of("p.toml") == "blog");
  BOOST_TEST(store_of("/etc/pressmark/p.toml") == "/etc/pressmark/blog");
}

BOOST_DATA_TEST_CASE(a_fault_is_named_with_its_line, boost::unit_test::data::make(kFaults), fault) {
  BOOST_CHECK_EXCEPTION((void)parse_configuration(fault.text, "p.toml"), Error, [&](Error const& error) {
    BOOST_TEST(error.what() == fault.what);
    BOOST_TEST(error.hint() == fault.hint);
    return error.code() == ErrorCode::bad_configuration;
  });
}

BOOST_DATA_TEST_CASE(what_is_no_toml_is_named_with_its_line, boost::unit_test::data::make(kNoToml), text) {
  BOOST_CHECK_EXCEPTION((void)parse_configuration(text, "p.toml"), Error, [](Error const& error) {
    BOOST_TEST(std::string(error.what()).starts_with("p.toml:2: "), error.what());
    return error.code() == ErrorCode::bad_configuration;
  });
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_is_a_fault_of_the_configuration) {
  for (auto const* file : {"/nonexistent/p.toml", "/"}) {
    BOOST_CHECK_EXCEPTION((void)read_configuration(file), Error, [&](Error const& error) {
      return error.code() == ErrorCode::bad_configuration &&
             std::string(error.what()).find(file) != std::string::npos;
    });
  }
}

BOOST_AUTO_TEST_CASE(a_file_is_read_as_its_text) {
  auto const file = std::filesystem::temp_directory_path() /
                    ("pressmark-configuration-" + std::to_string(getpid()) + ".toml");
  std::ofstream(file) << "\n[ranking]\ntitle = 2\n";
  auto const read = read_configuration(file);
  std::filesystem::remove(file);
  BOOST_TEST(origin_text(read.ranking.at("title").origin) == file.string() + ":3");
}

BOOST_AUTO_TEST_SUITE_END()
