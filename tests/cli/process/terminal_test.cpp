// When output gets colours.
#include "cli/process/terminal.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <map>
#include <sstream>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Case {
  char const* what;
  ColorChoice choice;
  bool terminal;
  std::map<std::string, std::string> variables;
  bool color;
};

constexpr auto kAuto = ColorChoice::automatic;
Case const kCases[] = {
    {"a terminal", kAuto, true, {{"TERM", "xterm"}}, true},
    {"a terminal of unknown kind", kAuto, true, {}, true},
    {"a dumb terminal", kAuto, true, {{"TERM", "dumb"}}, false},
    {"a pipe", kAuto, false, {{"TERM", "xterm"}}, false},
    {"NO_COLOR", kAuto, true, {{"NO_COLOR", "1"}}, false},
    {"NO_COLOR that is empty", kAuto, true, {{"NO_COLOR", ""}}, true},
    {"forced into a pipe", kAuto, false, {{"CLICOLOR_FORCE", "1"}}, true},
    {"forced by 0 is not forced", kAuto, false, {{"CLICOLOR_FORCE", "0"}}, false},
    {"NO_COLOR beats force", kAuto, true, {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}, false},
    {"always beats NO_COLOR", ColorChoice::always, false, {{"NO_COLOR", "1"}}, true},
    {"never beats force", ColorChoice::never, true, {{"CLICOLOR_FORCE", "1"}}, false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(terminal)

BOOST_DATA_TEST_CASE(colours_follow_the_option_then_the_environment, boost::unit_test::data::make(kCases),
                     c) {
  std::ostringstream out;
  auto const environment = [&](std::string const& name) -> std::optional<std::string> {
    auto const found = c.variables.find(name);
    return found == c.variables.end() ? std::nullopt : std::optional(found->second);
  };
  Context const context{
      .out = out, .err = out, .environment = environment, .now = {}, .out_is_terminal = c.terminal};
  BOOST_TEST(use_color(c.choice, context) == c.color);
}

BOOST_AUTO_TEST_CASE(what_is_no_terminal_has_a_usual_width) {
  BOOST_TEST(!is_terminal(-1));
  BOOST_TEST(terminal_columns(-1) == 80U);
}

BOOST_AUTO_TEST_SUITE_END()
