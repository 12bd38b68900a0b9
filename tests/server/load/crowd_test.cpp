// The real server, as it is without a configuration, among connections that hold places and ask nothing.
//
// PRESSMARK_SOAK=1 in the environment requires what else is only reported, since it depends on what the
// machine does besides: how soon the crowd is gone, and that an ordinary client is answered as fast as
// ever.
#include "crowd.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "edition_blog.h"
#include "edition_ledger.h"
#include "kept_connection.h"
#include "served_program.h"
#include "tests/support/printing.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {
namespace {

using namespace std::chrono_literals;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::size_t kSilent = 1'000;
constexpr std::size_t kHalfOpen = 1'000;
constexpr std::size_t kSlow = 200;
constexpr auto kSlowPause = 2s;
constexpr auto kAllClosed = 30s;

// What became of an ordinary client's requests.
struct Experience {
  std::vector<Milliseconds> times;
  std::string fault;  // that ended it
};

// Asks every few milliseconds, on a new connection or the one that there is.
Experience keep_asking(std::stop_token const& stop, int port) {
  Experience experience;
  KeptConnection connection(port);
  try {
    for (std::size_t i = 0; !stop.stop_requested(); ++i) {
      auto const request = "GET /api/search?q=" + std::string(blog_word(i)) + " HTTP/1.1\r\nHost: a\r\n\r\n";
      auto const begun = Clock::now();
      if (i % 2 == 0) connection.reset();
      auto const answer = connection.ask(request);
      experience.times.emplace_back(Clock::now() - begun);
      if (answer.status != 200) throw std::runtime_error("status " + std::to_string(answer.status));
      std::this_thread::sleep_for(3ms);
    }
  } catch (std::exception const& fault) {
    experience.fault = fault.what();
  }
  return experience;
}

// Of times in ascending order.
Milliseconds percentile(std::vector<Milliseconds> const& times, std::size_t percent) {
  return times.at((times.size() - 1) * percent / 100);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(crowd)

BOOST_AUTO_TEST_CASE(a_crowd_that_asks_nothing_keeps_nobody_out_and_is_closed) {
  ScratchFolder const folder;
  EditionBlog const blog(folder.path());
  ServedProgram server(blog.store());
  Experience experience;
  auto const begun = Clock::now();
  auto closed = begun;
  {
    std::jthread const client(
        [&](std::stop_token const& stop) { experience = keep_asking(stop, server.port()); });
    Crowd silent(server.port(), kSilent, "");
    Crowd half_open(server.port(), kHalfOpen, "GET /search HTTP/1.1\r\nHost: a\r\nX-");
    Crowd slow(server.port(), kSlow, "GET /search HTTP/1.1\r\nHost: a\r\nX-");
    // The default allows a thousand connections; more than a few beyond would be no limit.
    BOOST_TEST(server.descriptors() < 1'150U);
    std::size_t open = 1;
    while (open > 0 && Clock::now() < begun + 2 * kAllClosed) {
      slow.send_byte();
      std::this_thread::sleep_for(kSlowPause);
      open = silent.open() + half_open.open() + slow.open();
    }
    closed = Clock::now();
    BOOST_TEST(open == 0U);
  }
  BOOST_TEST(experience.fault == "");
  auto& times = experience.times;
  BOOST_REQUIRE(!times.empty());
  std::ranges::sort(times);
  auto const p99 = percentile(times, 99);
  std::cout << times.size() << " answers beside " << kSilent + kHalfOpen + kSlow << " connections: median "
            << percentile(times, 50).count() << " ms, p99 " << p99.count() << " ms, longest "
            << times.back().count() << " ms; all closed after "
            << std::chrono::duration<double>(closed - begun).count() << " s\n";
  if (std::getenv("PRESSMARK_SOAK") != nullptr) {
    BOOST_TEST(p99.count() < 10);
    BOOST_TEST((closed - begun) < kAllClosed);
  }
  BOOST_TEST(server.stop().status == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pressmark
