// The real server under requests of all kinds while its index changes every second.
//
// PRESSMARK_SOAK=1 in the environment makes it a million requests.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <iostream>
#include <stop_token>
#include <thread>
#include <vector>

#include "edition_blog.h"
#include "load_clients.h"
#include "served_program.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kClients = 4;
constexpr int kEditionsToRebuild = 5;

// The server's size after it has answered `requests` requests.
struct Sample {
  std::size_t requests;
  std::size_t resident_bytes;
  std::size_t descriptors;
};

// Publishes a new version every second, every few a new generation.
void keep_publishing(std::stop_token const& stop, EditionBlog const& blog, LoadTally& tally) try {
  for (int edition = kFirstEdition + 1; !stop.stop_requested(); ++edition) {
    auto const next = Clock::now() + 1s;
    blog.publish(edition);
    tally.ledger.publish(edition, Clock::now());
    if (edition % kEditionsToRebuild == 0) blog.rebuild();
    std::this_thread::sleep_until(next);
  }
} catch (std::exception const& failure) {
  tally.note_fault(failure.what());
}

std::vector<Sample> keep_measuring(std::stop_token const& stop, ServedProgram const& server,
                                   LoadTally const& tally) {
  std::vector<Sample> samples;
  while (!stop.stop_requested()) {
    samples.push_back({tally.asked, server.resident_bytes(), server.descriptors()});
    std::this_thread::sleep_for(20ms);
  }
  return samples;
}

// The median of `member` among the samples of a fifth of the run, which begins at `from` hundredths of it.
// A leak raises the median. What is needed for a moment (answers being made, two generations open at once)
// does not.
std::size_t usual(std::vector<Sample> const& samples, std::size_t Sample::* member, std::size_t from) {
  auto const all = samples.back().requests;
  std::vector<std::size_t> values;
  for (auto const& sample : samples) {
    if (sample.requests * 100 >= all * from && sample.requests * 100 <= all * (from + 20)) {
      values.push_back(sample.*member);
    }
  }
  BOOST_REQUIRE(!values.empty());
  auto const middle = values.begin() + std::ssize(values) / 2;
  std::ranges::nth_element(values, middle);
  return *middle;
}

void report(LoadTally const& tally, Clock::duration taken) {
  std::chrono::duration<double> const seconds = taken;
  std::chrono::duration<double> const delay = tally.ledger.longest_delay();
  std::cout << tally.wanted << " requests in " << seconds.count() << " s; " << tally.ledger.editions_seen()
            << " editions in " << tally.ledger.versions_seen() << " versions, replaced within "
            << delay.count() << " s; by status:";
  for (auto const& [status, count] : tally.statuses) std::cout << ' ' << status << ": " << count;
  std::cout << '\n';
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mixed_load)

BOOST_AUTO_TEST_CASE(requests_of_all_kinds_are_answered_while_the_index_changes_every_second) {
  ScratchFolder const folder;
  EditionBlog const blog(folder.path());
  ServedProgram server(blog.store());
  LoadTally tally(std::getenv("PRESSMARK_SOAK") != nullptr ? 1'000'000 : 20'000);
  std::vector<Sample> samples;
  auto const begun = Clock::now();
  {
    std::jthread const writer([&](std::stop_token const& stop) { keep_publishing(stop, blog, tally); });
    std::jthread const watcher(
        [&](std::stop_token const& stop) { samples = keep_measuring(stop, server, tally); });
    std::vector<std::jthread> clients;
    for (std::uint32_t seed = 1; seed <= kClients; ++seed) {
      clients.emplace_back([&, seed] { LoadClient(server.port(), seed, tally).run(); });
    }
  }
  report(tally, Clock::now() - begun);

  for (auto const& fault : tally.faults) BOOST_ERROR(fault);
  for (int const status : {200, 204, 304, 400, 404, 405, 414}) BOOST_TEST(tally.statuses.contains(status));
  BOOST_TEST(tally.ledger.editions_seen() >= 2U);

  for (auto const from : {0, 20, 40, 60, 80}) {
    std::cout << "  to " << from + 20 << " %: " << usual(samples, &Sample::resident_bytes, from) / 1024
              << " KB, " << usual(samples, &Sample::descriptors, from) << " files\n";
  }
  // The cache is full after two fifths.
  auto const warm = usual(samples, &Sample::resident_bytes, 40);
  BOOST_TEST(usual(samples, &Sample::resident_bytes, 80) <= warm + warm / 10);
  BOOST_TEST(usual(samples, &Sample::descriptors, 80) <= usual(samples, &Sample::descriptors, 40) + 8);

  auto const end = server.stop();
  BOOST_TEST(end.status == 0);
  BOOST_TEST(end.err.find("error") == std::string::npos, end.err);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pressmark
