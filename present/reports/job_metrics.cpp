// Picks the figures of a run.
#include "present/reports/job_metrics.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "present/metrics_text.h"

namespace pressmark {

namespace {

struct Sample {
  std::string label;  // its value; the family has its name
  double value = 0;
};

struct Family {
  std::string_view name;  // without the prefix that all have
  std::string_view help;
  std::string_view label;  // its name; empty where there is one sample without
};

struct SourceHealth {
  double failures = 0;  // in a row
  bool is_up = true;
};

void add_family(Family const& family, std::vector<Sample> const& samples, MetricsText& text) {
  if (samples.empty()) return;
  auto const name = "pressmark_reindex_" + std::string(family.name);
  text.begin({.name = name, .type = MetricType::gauge, .help = family.help});
  for (auto const& [label, value] : samples) {
    text.add(family.label.empty() ? MetricLabels{} : MetricLabels{{family.label, label}}, value);
  }
}

// What the archive remembers, and what this run says: files are not remembered as failing.
std::map<std::string, SourceHealth> health_of(JobReport const& report, JobMetrics const& metrics) {
  std::map<std::string, SourceHealth> sources;
  for (auto const& source : metrics.sources) {
    sources[source.name] = {static_cast<double>(source.failures), source.failures == 0};
  }
  for (auto const& source : report.index.sources) {
    auto& health = sources[source.name];
    if (source.failure) health = {.failures = std::max(health.failures, 1.0), .is_up = false};
  }
  return sources;
}

double seconds_of(Timestamp time) {
  return static_cast<double>(time.time_since_epoch().count());
}

void add_run(JobReport const& report, JobMetrics const& metrics, MetricsText& text) {
  std::vector<Sample> success;
  if (metrics.last_success) success.push_back({"", seconds_of(*metrics.last_success)});
  std::vector<Sample> posts;
  if (!report.index.generation.empty()) posts.push_back({"", static_cast<double>(report.index.posts)});
  add_family({"last_run_timestamp_seconds", "When the job last ended, in whatever way.", ""},
             {{"", seconds_of(metrics.ended)}}, text);
  add_family({"last_success_timestamp_seconds", "When the job last ended without an error.", ""}, success,
             text);
  add_family({"duration_seconds", "How long the last run took.", ""}, {{"", report.index.seconds}}, text);
  add_family({"posts", "Posts in the index after the last run.", ""}, posts, text);
}

void add_changes(IndexReport const& index, MetricsText& text) {
  std::vector<Sample> samples;
  for (auto const& [kind, count] : {std::pair{"added", index.added},
                                    {"changed", index.changed},
                                    {"unchanged", index.unchanged},
                                    {"removed", index.removed},
                                    {"skipped", index.skipped}}) {
    samples.push_back({kind, static_cast<double>(count)});
  }
  add_family({"changes", "Posts of the sources by what the last run did to them.", "kind"}, samples, text);
}

void add_sources(std::map<std::string, SourceHealth> const& sources, MetricsText& text) {
  std::vector<Sample> failures;
  std::vector<Sample> up;
  for (auto const& [name, health] : sources) {
    failures.push_back({name, health.failures});
    up.push_back({name, health.is_up ? 1.0 : 0.0});
  }
  add_family({"source_failures", "How many runs in a row a source has failed.", "source"}, failures, text);
  add_family({"source_up", "1 if the source could be read when it was last asked.", "source"}, up, text);
}

void add_gates(std::vector<GateReport> const& gates, MetricsText& text) {
  std::vector<Sample> samples;
  for (auto const& gate : gates) samples.push_back({gate.name, gate.has_passed ? 1.0 : 0.0});
  add_family({"gate_passed", "1 if the new index met the gate, 0 also where that was accepted.", "gate"},
             samples, text);
}

}  // namespace

std::string job_metrics_text(JobReport const& report, JobMetrics const& metrics) {
  MetricsText text;
  add_run(report, metrics, text);
  add_changes(report.index, text);
  add_sources(health_of(report, metrics), text);
  add_gates(report.gates, text);
  return text.text();
}

}  // namespace pressmark
