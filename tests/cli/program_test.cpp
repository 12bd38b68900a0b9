// Errors, where they end.
#include "cli/program.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "program_run.h"

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(program)

BOOST_AUTO_TEST_CASE(help_is_a_result) {
  ProgramRun const run({"--help"});
  BOOST_TEST(run.exit_status == 0);
  BOOST_TEST(run.out.str().find("Usage: pressmark [--store DIR] [--config FILE] COMMAND") !=
             std::string::npos);
  BOOST_TEST(run.err.str() == "");
}

BOOST_AUTO_TEST_CASE(a_mistake_is_an_error_with_a_hint_on_the_error_stream) {
  ProgramRun const run({"serch"});
  BOOST_TEST(run.exit_status == 2);
  BOOST_TEST(run.out.str() == "");
  BOOST_TEST(run.err.str() == "error: there is no command \"serch\"\nhint: did you mean search?\n");
}

BOOST_AUTO_TEST_CASE(an_error_without_a_hint_is_one_line) {
  ProgramRun const run({"eval", "a", "b"});
  BOOST_TEST(run.err.str() == "error: eval takes one file of JUDGEMENTS\n");
}

BOOST_AUTO_TEST_CASE(output_that_cannot_be_written_is_an_error) {
  std::ostringstream err;
  std::ostream lost(nullptr);
  Context context{
      .out = lost, .err = err, .environment = [](std::string const&) { return std::nullopt; }, .now = {}};
  BOOST_TEST(run_program({"--version"}, context) == 2);
  BOOST_TEST(err.str().starts_with("error: cannot write to standard output"));
}

BOOST_AUTO_TEST_SUITE_END()
