// When the progress line is written, and where.
#include "cli/process/progress_line.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

struct Watched {
  std::ostringstream out;
  std::ostringstream err;
  std::string term = "xterm";
  std::chrono::steady_clock::time_point now{1h};
  Context context{
      .out = out,
      .err = err,
      .environment =
          [this](std::string const& name) { return name == "TERM" ? std::optional(term) : std::nullopt; },
      .now = {},
      .err_is_terminal = true};

  ProgressLine::Clock clock() {
    return [this] { return now; };
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(progress_line, Watched)

BOOST_AUTO_TEST_CASE(quick_work_writes_nothing) {
  {
    ProgressLine line(context, clock());
    auto const report = line.callback();
    for (std::size_t i = 1; i <= 100; ++i) report({"indexing", i, 100});
  }
  BOOST_TEST(err.str().empty());
}

BOOST_AUTO_TEST_CASE(long_work_shows_one_line_and_wipes_it_away) {
  {
    ProgressLine line(context, clock());
    auto const report = line.callback();
    report({"indexing", 1, 100});
    now += 1s;
    report({"indexing", 50, 100});
    report({"indexing", 51, 100});  // too soon after the one before
  }
  BOOST_TEST(err.str() == "\r\x1b[Kindexing: 50 of 100 posts, 50 a second, 1 s left\r\x1b[K");
  BOOST_TEST(out.str().empty());
}

BOOST_AUTO_TEST_CASE(a_narrow_terminal_gets_as_much_as_fits_on_its_line) {
  context.columns = 20;
  {
    ProgressLine line(context, clock());
    auto const report = line.callback();
    now += 1s;
    report({"indexing", 50, 100});
  }
  BOOST_TEST(err.str() == "\r\x1b[Kindexing: 50 of 100\r\x1b[K");
}

BOOST_AUTO_TEST_CASE(nobody_watches_a_pipe_or_a_dumb_terminal) {
  term = "dumb";
  BOOST_TEST(!ProgressLine(context).callback());
  term = "xterm";
  context.err_is_terminal = false;
  BOOST_TEST(!ProgressLine(context).callback());
}

BOOST_AUTO_TEST_SUITE_END()
