// Command line, environment and configuration together.
#include "cli/syntax/settings.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <string>

#include "common/base/error.h"
#include "tests/support/scratch_folder.h"

using namespace pressmark;

namespace {

Environment environment_of(std::map<std::string, std::string> variables) {
  variables.emplace("HOME", "/home/ada");
  return [variables = std::move(variables)](std::string const& name) -> std::optional<std::string> {
    auto const found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(settings)

BOOST_AUTO_TEST_CASE(without_a_configuration_all_is_default) {
  auto const settings = read_settings({}, environment_of({{"PRESSMARK_CONFIG", ""}}));
  BOOST_TEST(settings.config.value.empty());
  BOOST_TEST(settings.layout().root == "/home/ada/.local/share/pressmark");
  BOOST_TEST(settings.weights.title == RankingWeights{}.title);
}

BOOST_AUTO_TEST_CASE(the_command_line_names_the_configuration_before_the_environment) {
  ScratchFolder const folder;
  auto const near = folder.write("near.toml", "store = 'near'\n[ranking]\ntitle = 2\n");
  auto const far = folder.write("far.toml", "store = 'far'\n");
  auto const environment = environment_of({{"PRESSMARK_CONFIG", far}});
  auto const from_environment = read_settings({}, environment);
  BOOST_TEST(from_environment.layout().root == folder.path() / "far");
  BOOST_TEST(origin_text(from_environment.config.origin) == "environment");
  auto const from_flag = read_settings({.config = near}, environment);
  BOOST_TEST(from_flag.layout().root == folder.path() / "near");
  BOOST_TEST(origin_text(from_flag.config.origin) == "flag");
  BOOST_TEST(from_flag.weights.title == 2);
  BOOST_TEST(read_settings({.store = "s", .config = near}, environment).layout().root == "s");
}

BOOST_AUTO_TEST_CASE(a_configuration_that_is_named_has_to_be_there) {
  ScratchFolder const folder;
  (void)folder.write("pressmark.toml", "");
  auto const missing = (folder.path() / "presmark.toml").string();
  auto const is_explained = [&](Error const& error) {
    BOOST_TEST(error.what() == "there is no configuration " + missing);
    BOOST_TEST(error.hint() == "did you mean " + (folder.path() / "pressmark.toml").string() + "?");
    return error.code() == ErrorCode::bad_configuration;
  };
  BOOST_CHECK_EXCEPTION((void)read_settings({.config = missing}, environment_of({})), Error, is_explained);
  BOOST_CHECK_EXCEPTION((void)read_settings({}, environment_of({{"PRESSMARK_CONFIG", missing}})), Error,
                        is_explained);
}

BOOST_AUTO_TEST_CASE(a_weight_nobody_knows_is_refused_whatever_the_command) {
  ScratchFolder const folder;
  auto const file = folder.write("p.toml", "[ranking]\ntitel = 2\n");
  auto const names_the_line = [&](Error const& error) {
    return std::string(error.what()).starts_with(file + ":2: ");
  };
  BOOST_CHECK_EXCEPTION((void)read_settings({.config = file}, environment_of({})), Error, names_the_line);
  BOOST_CHECK_EXCEPTION((void)read_weights(file), Error, names_the_line);
}

BOOST_AUTO_TEST_SUITE_END()
