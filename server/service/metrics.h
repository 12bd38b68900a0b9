// Counts of what the server did, in the text format of Prometheus (version 0.0.4).
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "present/metrics_text.h"
#include "server/answer/answer_facts.h"

namespace pressmark {

enum class CacheUse { none, hit, miss };

// As what a request counts, beside one of its route: searches have a share of those that find nothing.
enum class CountedAs { request, search };

// How often something took how long.
class LatencyHistogram {
 public:
  void add(std::chrono::duration<double> taken);
  // Its samples, each with `labels`.
  void write(MetricsText& text, MetricLabels const& labels) const;

 private:
  // Upper bounds in seconds; more than the last counts as infinite.
  static constexpr std::array kBounds{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01,
                                      0.025,  0.05,    0.1,    0.25,  1.0,    5.0};

  std::array<std::uint64_t, kBounds.size() + 1> counts_{};  // not cumulative
  double sum_ = 0;                                          // of seconds
};

// One answer, for the counts.
struct Observation {
  std::string_view route = "none";  // a literal
  int status = 200;
  std::chrono::duration<double> taken{};
  CacheUse cache = CacheUse::none;
  CountedAs counted = CountedAs::request;
  AnswerFacts facts{};
};

// The gauges, read when the metrics are asked for.
struct Gauges {
  std::size_t cache_bytes = 0;
  std::size_t posts = 0;
  double version_age_seconds = 0;  // since the index was written
  std::size_t in_flight = 0;
  std::uint64_t query_log_failures = 0;  // since the start
};

// Safe to use from several threads.
class Metrics {
 public:
  void record(Observation const& observation);
  [[nodiscard]] std::string text(Gauges const& gauges) const;

 private:
  void write_requests(MetricsText& text) const;
  void write_counts(MetricsText& text, Gauges const& gauges) const;

  mutable std::mutex mutex_;
  std::map<std::pair<std::string_view, int>, std::uint64_t> requests_;  // by route and status
  LatencyHistogram latency_;                                            // of all requests
  std::array<LatencyHistogram, kStageNames.size()> stage_latency_;
  std::uint64_t hits_ = 0;
  std::uint64_t misses_ = 0;
  std::uint64_t searches_ = 0;
  std::uint64_t searches_without_hits_ = 0;
  std::uint64_t partial_answers_ = 0;
};

}  // namespace pressmark
