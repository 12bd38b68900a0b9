// Where the store is looked for.
#include "cli/syntax/store_location.h"

#include <boost/test/unit_test.hpp>
#include <map>

#include "common/base/error.h"

using namespace pressmark;

namespace {

Environment environment_of(std::map<std::string, std::string> variables) {
  return [variables = std::move(variables)](std::string const& name) -> std::optional<std::string> {
    auto const found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_location)

BOOST_AUTO_TEST_CASE(the_nearer_word_counts) {
  std::map<std::string, std::string> variables{{"HOME", "/home/ada"}};
  Configuration configuration;
  auto const located = [&](std::string const& given) {
    auto const store = locate_store(given, environment_of(variables), configuration);
    return store.value.string() + " (" + origin_text(store.origin) + ")";
  };
  BOOST_TEST(located("") == "/home/ada/.local/share/pressmark (default)");
  variables["XDG_DATA_HOME"] = "/data";
  BOOST_TEST(located("") == "/data/pressmark (default)");
  configuration = parse_configuration("store = '/srv'", "p.toml");
  BOOST_TEST(located("") == "/srv (p.toml:1)");
  variables["PRESSMARK_STORE"] = "here";
  BOOST_TEST(located("") == "here (environment)");
  BOOST_TEST(located("there") == "there (flag)");
}

BOOST_AUTO_TEST_CASE(what_is_empty_or_relative_against_the_rules_does_not_count) {
  auto const environment =
      environment_of({{"HOME", "/home/ada"}, {"XDG_DATA_HOME", "data"}, {"PRESSMARK_STORE", ""}});
  BOOST_TEST(locate_store("", environment, {}).value == "/home/ada/.local/share/pressmark");
}

BOOST_AUTO_TEST_CASE(without_any_word_it_is_asked_for) {
  BOOST_CHECK_EXCEPTION((void)locate_store("", environment_of({}), {}), Error, [](Error const& error) {
    return error.code() == ErrorCode::usage && error.hint().find("--store") != std::string::npos;
  });
}

BOOST_AUTO_TEST_SUITE_END()
