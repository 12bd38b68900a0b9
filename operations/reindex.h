// `pressmark reindex`: the nightly job.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "common/base/limits.h"
#include "common/base/progress.h"
#include "common/base/source.h"
#include "common/base/stop.h"
#include "common/base/time.h"
#include "common/config/configured_job.h"
#include "common/index/store_layout.h"
#include "operations/change/index_gates.h"
#include "operations/change/index_report.h"
#include "searcher/match/ranking_weights.h"

namespace pressmark {

// What the job did. Its `index.failure` is what its status tells: a source that failed for longer than
// is tolerated, or a gate.
struct JobReport {
  IndexReport index;
  std::vector<GateReport> gates;  // of the index; none where nothing was published
  std::vector<std::string> accepted;
  bool is_dry_run = false;
};

struct ReindexRequest {
  std::vector<Source> sources;                  // to be read
  std::map<std::string, std::string> contacts;  // of sites
  ConfiguredJob job;
  RankingWeights weights;  // by which the gates search
  std::vector<std::string> accepted;
  bool is_full = false;     // builds a new generation from the archive, and reads no source
  bool is_dry_run = false;  // finds out what would change
  bool resumes = false;     // ends the hold that a rollback left
  InputLimits limits;
  Timestamp now;
  ReportProgress progress;
  ShouldStop should_stop;
  // Makes what the archive keeps of the report; may be empty.
  std::function<std::string(JobReport const&)> render;
};

// Fetches and reads the sources, each in a transaction of its own, then brings the index up to date with
// the archive, even if no source had anything new. Holds the store's lock throughout.
//
// Where nothing is new, only the job itself is recorded. A source that fails does not keep the others from
// being read. A gate that fails leaves the index as it was; the report names it.
//
// Throws
// - Error{usage} for an accepted gate that does not exist, or if there is nothing to do;
// - Error{gate_failed} while a rollback holds the archive: the index is up to date then, but no source was
//   read;
// - Error{bad_configuration} for a gate's file that cannot be used;
// - Error{store_missing} if there is no archive to rebuild from;
// - Error{interrupted}, and the store's other Errors.
JobReport reindex(StoreLayout const& layout, ReindexRequest const& request);

}  // namespace pressmark
