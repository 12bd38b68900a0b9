// What the archive remembers of the commands that changed it, and how one is undone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "indexer/archive/model/change_counts.h"

namespace pressmark {

enum class JobOutcome {
  done,
  failed,
  stopped,     // by a signal
  unfinished,  // at work, or killed
};

// How a job ended.
struct JobEnd {
  Timestamp time;
  JobOutcome outcome = JobOutcome::done;
  std::string error;   // what() of the Error it failed with
  std::string report;  // JSON, which the archive does not look into
  std::vector<std::string> accepted_gates;
  std::string generation;  // of the index that it left live
};

// One execution of a command: the batches and removals since Archive::begin_job().
struct JobRecord {
  std::int64_t id = 0;
  std::string command;  // empty for changes that no begin_job() preceded, and those of archive version 1
  Timestamp started;
  std::optional<Timestamp> finished;
  JobOutcome outcome = JobOutcome::unfinished;
  std::string error;
  std::string report;
  std::vector<std::string> accepted_gates;
  std::string generation;
  std::optional<std::int64_t> undone_by;  // the job that rolled it back
  ChangeCounts counts;                    // of its batches and removals that wrote anything
};

// A post that a later job changed: rolling back left it as it is.
struct KeptPost {
  std::string id;
  std::string url;
};

// The result of Archive::rollback().
struct RolledBack {
  std::int64_t job = 0;  // the one undone
  ChangeCounts counts;   // added: came back; removed: had been added; forgotten: may not come back
  std::vector<KeptPost> kept;
};

// While the archive is on hold after a rollback no source is read, since sources would bring back what was
// undone.
struct Hold {
  Timestamp since;
  std::int64_t job = 0;  // the one undone
};

}  // namespace pressmark
