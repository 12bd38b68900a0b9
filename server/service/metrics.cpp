// Counts answers and writes the counts.
#include "server/service/metrics.h"

#include <algorithm>

#include "common/base/setting.h"

namespace pressmark {

void LatencyHistogram::add(std::chrono::duration<double> taken) {
  auto const bound = std::ranges::lower_bound(kBounds, taken.count()) - kBounds.begin();
  ++counts_[static_cast<std::size_t>(bound)];
  sum_ += taken.count();
}

void LatencyHistogram::write(MetricsText& text, MetricLabels const& labels) const {
  std::uint64_t below = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    below += counts_[i];
    auto bounded = labels;
    bounded.push_back({"le", i < kBounds.size() ? number_text(kBounds[i]) : "+Inf"});
    text.add(bounded, below, "_bucket");
  }
  text.add(labels, sum_, "_sum");
  text.add(labels, below, "_count");
}

void Metrics::record(Observation const& observation) {
  std::lock_guard const lock(mutex_);
  ++requests_[{observation.route, observation.status}];
  latency_.add(observation.taken);
  if (observation.cache == CacheUse::hit) ++hits_;
  if (observation.cache == CacheUse::miss) ++misses_;
  if (observation.facts.is_partial) ++partial_answers_;
  if (observation.counted != CountedAs::search) return;
  ++searches_;
  if (!observation.facts.found) ++searches_without_hits_;
  auto const& stages = observation.facts.stages;
  if (!stages) return;
  for (std::size_t i = 0; i < kStageNames.size(); ++i) stage_latency_[i].add(stages->all()[i]);
}

std::string Metrics::text(Gauges const& gauges) const {
  std::lock_guard const lock(mutex_);
  MetricsText text;
  write_requests(text);
  write_counts(text, gauges);
  return text.text();
}

void Metrics::write_requests(MetricsText& text) const {
  text.begin({"pressmark_requests_total", MetricType::counter, "Requests by route and status."});
  for (auto const& [labels, count] : requests_) {
    auto const& [route, status] = labels;
    text.add({{"route", std::string(route)}, {"status", std::to_string(status)}}, count);
  }
  text.begin(
      {"pressmark_request_seconds", MetricType::histogram, "Time from a request's headers to its answer."});
  latency_.write(text, {});
  text.begin({"pressmark_stage_seconds", MetricType::histogram, "Time that searches spent in each stage."});
  for (std::size_t i = 0; i < kStageNames.size(); ++i) {
    stage_latency_[i].write(text, {{"stage", std::string(kStageNames[i])}});
  }
}

void Metrics::write_counts(MetricsText& text, Gauges const& gauges) const {
  auto const counter = [&](std::string_view name, std::string_view help, std::uint64_t value) {
    text.add_single({name, MetricType::counter, help}, static_cast<double>(value));
  };
  auto const gauge = [&](std::string_view name, std::string_view help, double value) {
    text.add_single({name, MetricType::gauge, help}, value);
  };
  counter("pressmark_cache_hits_total", "Answers that were kept and given again.", hits_);
  counter("pressmark_cache_misses_total", "Answers that had to be made.", misses_);
  gauge("pressmark_cache_bytes", "Memory of the answers that are kept.",
        static_cast<double>(gauges.cache_bytes));
  counter("pressmark_searches_total", "Searches answered.", searches_);
  counter("pressmark_searches_without_hits_total", "Searches that found nothing.", searches_without_hits_);
  counter("pressmark_partial_answers_total", "Answers that hold what was found until time was over.",
          partial_answers_);
  gauge("pressmark_zero_hit_share", "Share of searches that found nothing.",
        searches_ == 0 ? 0 : static_cast<double>(searches_without_hits_) / static_cast<double>(searches_));
  counter("pressmark_query_log_failures_total", "Times that the log of queries could not be written.",
          gauges.query_log_failures);
  gauge("pressmark_requests_in_flight", "Searches waiting or at work.",
        static_cast<double>(gauges.in_flight));
  gauge("pressmark_index_posts", "Posts in the index.", static_cast<double>(gauges.posts));
  gauge("pressmark_index_version_age_seconds", "Time since this version of the index was written.",
        gauges.version_age_seconds);
}

}  // namespace pressmark
