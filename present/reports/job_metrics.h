// The nightly job's figures for a monitoring system.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "operations/reindex.h"
#include "operations/store_stats.h"

namespace pressmark {

struct JobMetrics {
  Timestamp ended;
  std::optional<Timestamp> last_success;  // of this run or one before
  std::vector<SourceStats> sources;       // all sources that the archive knows, after the run
};

// In the text format that Prometheus scrapes, for node_exporter's textfile collector. What the run did
// not come to find out is left out: the number of posts, a gate that was not asked.
[[nodiscard]] std::string job_metrics_text(JobReport const& report, JobMetrics const& metrics);

}  // namespace pressmark
