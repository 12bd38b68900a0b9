// Counts answers and writes the counts.
#include "server/service/metrics.h"

#include <algorithm>

#include "common/base/setting.h"

namespace pressmark {
namespace {

void describe(std::string& text, std::string_view name, std::string_view type, std::string_view help) {
  text.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ");
  text.append(name).append(" ").append(type) += '\n';
}

void sample(std::string& text, std::string_view name, std::string const& value) {
  text.append(name).append(" ").append(value) += '\n';
}

void single(std::string& text, std::string_view name, std::string_view type, std::string_view help,
            double value) {
  describe(text, name, type, help);
  sample(text, name, number_text(value));
}

}  // namespace

void LatencyHistogram::add(std::chrono::duration<double> taken) {
  auto const bound = std::ranges::lower_bound(kBounds, taken.count()) - kBounds.begin();
  ++counts_[static_cast<std::size_t>(bound)];
  sum_ += taken.count();
}

void LatencyHistogram::write(std::string& text, std::string_view name, std::string_view labels) const {
  auto const labelled = [&](std::string const& last) {
    auto const comma = labels.empty() || last.empty() ? "" : ",";
    return labels.empty() && last.empty() ? std::string() : "{" + std::string(labels) + comma + last + "}";
  };
  std::uint64_t below = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    below += counts_[i];
    auto const bound = i < kBounds.size() ? number_text(kBounds[i]) : std::string("+Inf");
    sample(text, std::string(name) + "_bucket" + labelled("le=\"" + bound + '"'), std::to_string(below));
  }
  sample(text, std::string(name) + "_sum" + labelled({}), number_text(sum_));
  sample(text, std::string(name) + "_count" + labelled({}), std::to_string(below));
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
  std::string text;
  describe(text, "pressmark_requests_total", "counter", "Requests by route and status.");
  for (auto const& [labels, count] : requests_) {
    sample(text,
           "pressmark_requests_total{route=\"" + std::string(labels.first) + "\",status=\"" +
               std::to_string(labels.second) + "\"}",
           std::to_string(count));
  }
  describe(text, "pressmark_request_seconds", "histogram", "Time from a request's headers to its answer.");
  latency_.write(text, "pressmark_request_seconds", {});
  describe(text, "pressmark_stage_seconds", "histogram", "Time that searches spent in each stage.");
  for (std::size_t i = 0; i < kStageNames.size(); ++i) {
    stage_latency_[i].write(text, "pressmark_stage_seconds", "stage=\"" + std::string(kStageNames[i]) + '"');
  }
  auto const counter = [&](std::string_view name, std::string_view help, std::uint64_t value) {
    single(text, name, "counter", help, static_cast<double>(value));
  };
  auto const gauge = [&](std::string_view name, std::string_view help, double value) {
    single(text, name, "gauge", help, value);
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
  return text;
}

}  // namespace pressmark
