// The counts as Prometheus reads them.
#include "server/service/metrics.h"

#include <boost/test/unit_test.hpp>
#include <sstream>
#include <vector>

#include "tests/support/has_line.h"

using namespace pressmark;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(metrics)

BOOST_AUTO_TEST_CASE(requests_are_counted_by_route_and_status) {
  Metrics metrics;
  metrics.record({.route = "/search", .taken = 1ms});
  metrics.record({.route = "/search", .taken = 1ms});
  metrics.record({.route = "/search", .status = 400, .taken = 1ms});
  auto const text = metrics.text({});
  BOOST_TEST(has_line(text, "pressmark_requests_total{route=\"/search\",status=\"200\"} 2"));
  BOOST_TEST(has_line(text, "pressmark_requests_total{route=\"/search\",status=\"400\"} 1"));
}

BOOST_AUTO_TEST_CASE(latencies_add_up_in_their_buckets) {
  Metrics metrics;
  for (auto const taken : {400us, 600us, 3'000us, 60'000'000us})
    metrics.record({.route = "/x", .taken = taken});
  auto const text = metrics.text({});
  BOOST_TEST(has_line(text, "pressmark_request_seconds_bucket{le=\"0.0005\"} 1"));
  BOOST_TEST(has_line(text, "pressmark_request_seconds_bucket{le=\"0.001\"} 2"));
  BOOST_TEST(has_line(text, "pressmark_request_seconds_bucket{le=\"0.005\"} 3"));
  BOOST_TEST(has_line(text, "pressmark_request_seconds_bucket{le=\"+Inf\"} 4"));
  BOOST_TEST(has_line(text, "pressmark_request_seconds_count 4"));
}

BOOST_AUTO_TEST_CASE(searches_that_are_made_are_timed_by_stage) {
  Metrics metrics;
  StageTimes stages;
  stages[Stage::match] = 2ms;
  stages[Stage::present] = 400us;
  metrics.record(
      {.route = "/search", .taken = 3ms, .counted = CountedAs::search, .facts = {.stages = stages}});
  metrics.record({.route = "/search", .taken = 0ms, .counted = CountedAs::search});  // was kept
  auto const text = metrics.text({});
  BOOST_TEST(has_line(text, "pressmark_stage_seconds_bucket{stage=\"match\",le=\"0.001\"} 0"));
  BOOST_TEST(has_line(text, "pressmark_stage_seconds_bucket{stage=\"match\",le=\"0.0025\"} 1"));
  BOOST_TEST(has_line(text, "pressmark_stage_seconds_bucket{stage=\"present\",le=\"0.0005\"} 1"));
  BOOST_TEST(has_line(text, "pressmark_stage_seconds_sum{stage=\"match\"} 0.002"));
  BOOST_TEST(has_line(text, "pressmark_stage_seconds_count{stage=\"wait\"} 1"));
  BOOST_TEST(has_line(text, "pressmark_request_seconds_count 2"));
}

BOOST_AUTO_TEST_CASE(the_share_of_searches_without_hits_is_told) {
  Metrics metrics;
  BOOST_TEST(has_line(metrics.text({}), "pressmark_zero_hit_share 0"));
  for (bool const found : {true, true, true, false}) {
    metrics.record({.route = "/search",
                    .cache = CacheUse::miss,
                    .counted = CountedAs::search,
                    .facts = {.found = found}});
  }
  metrics.record({.route = "/api/suggest", .cache = CacheUse::hit, .facts = {.found = false}});
  auto const text = metrics.text(
      {.cache_bytes = 7, .posts = 25, .version_age_seconds = 1.5, .in_flight = 3, .query_log_failures = 2});
  BOOST_TEST(has_line(text, "pressmark_zero_hit_share 0.25"));
  BOOST_TEST(has_line(text, "pressmark_cache_misses_total 4"));
  BOOST_TEST(has_line(text, "pressmark_cache_hits_total 1"));
  BOOST_TEST(has_line(text, "pressmark_cache_bytes 7"));
  BOOST_TEST(has_line(text, "pressmark_index_posts 25"));
  BOOST_TEST(has_line(text, "pressmark_index_version_age_seconds 1.5"));
  BOOST_TEST(has_line(text, "pressmark_requests_in_flight 3"));
  BOOST_TEST(has_line(text, "pressmark_query_log_failures_total 2"));
}

BOOST_AUTO_TEST_CASE(every_sample_is_of_a_described_metric) {
  Metrics metrics;
  metrics.record({.route = "/search", .taken = 1ms});
  std::istringstream lines(metrics.text({}));
  std::string described;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# HELP ")) {
      described = line.substr(7, line.find(' ', 7) - 7);
    } else {
      BOOST_TEST(line.find(described) != std::string::npos, line);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
