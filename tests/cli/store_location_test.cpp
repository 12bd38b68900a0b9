// Where the store is looked for.
#include "cli/store_location.h"

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
  BOOST_TEST(locate_store("", environment_of(variables)).root == "/home/ada/.local/share/pressmark");
  variables["XDG_DATA_HOME"] = "/data";
  BOOST_TEST(locate_store("", environment_of(variables)).root == "/data/pressmark");
  variables["PRESSMARK_STORE"] = "here";
  BOOST_TEST(locate_store("", environment_of(variables)).root == "here");
  BOOST_TEST(locate_store("there", environment_of(variables)).root == "there");
}

BOOST_AUTO_TEST_CASE(what_is_empty_or_relative_against_the_rules_does_not_count) {
  auto const environment =
      environment_of({{"HOME", "/home/ada"}, {"XDG_DATA_HOME", "data"}, {"PRESSMARK_STORE", ""}});
  BOOST_TEST(locate_store("", environment).root == "/home/ada/.local/share/pressmark");
}

BOOST_AUTO_TEST_CASE(without_any_word_it_is_asked_for) {
  BOOST_CHECK_EXCEPTION((void)locate_store("", environment_of({})), Error, [](Error const& error) {
    return error.code() == ErrorCode::usage && error.hint().find("--store") != std::string::npos;
  });
}

BOOST_AUTO_TEST_SUITE_END()
