// Which jobs can be undone.
#include "indexer/archive/past_job.h"

#include <string>

#include "common/base/error.h"

namespace pressmark {

namespace {

constexpr char const* kJobsHint = "pressmark stats --runs lists the jobs";

std::int64_t newest_undoable(Database& database) {
  std::int64_t const id =
      read_number(database,
                  "SELECT max(jobs.id) FROM jobs JOIN runs ON runs.job = jobs.id "
                  "WHERE added + changed + removed > 0 AND undone_by IS NULL "
                  "AND jobs.id NOT IN (SELECT undone_by FROM jobs WHERE undone_by IS NOT NULL)");
  if (id == 0) throw Error(ErrorCode::usage, "there is no job to undo", kJobsHint);
  return id;
}

// That it is known, over, and in force.
void require_in_force(Database& database, JobLog const& jobs, std::int64_t id) {
  std::string const name = "job " + std::to_string(id);
  if (jobs.is_under_way(id)) throw Error(ErrorCode::usage, name + " is under way", kJobsHint);
  std::optional<std::int64_t> undone_by;
  auto const read = [&](Row const& row) {
    if (!row.is_null(0)) undone_by = row.integer(0);
  };
  bool const exists = Statement(database, "SELECT undone_by FROM jobs WHERE id = ?1").first(read, id);
  if (!exists) throw Error(ErrorCode::usage, "there is no " + name, kJobsHint);
  if (!undone_by) return;
  std::string const later = std::to_string(*undone_by);
  throw Error(ErrorCode::usage, name + " was undone by job " + later + " already",
              "pressmark rollback " + later + " brings it back");
}

// That all is still there that it takes.
void require_kept(Database& database, std::int64_t id) {
  std::string const name = "job " + std::to_string(id);
  if (!Statement(database, "SELECT 1 FROM runs WHERE job = ?1").any(id)) {
    throw Error(ErrorCode::usage, name + " changed nothing", kJobsHint);
  }
  if (Statement(database, "SELECT 1 FROM runs WHERE job = ?1 AND first_change IS NULL").any(id)) {
    throw Error(ErrorCode::usage,
                name + " was done by an earlier version of Pressmark, which kept too little",
                "later jobs can be undone");
  }
  if (Statement(database, "SELECT 1 FROM runs, meta WHERE job = ?1 AND time < versions_since").any(id)) {
    throw Error(ErrorCode::usage, "what " + name + " replaced is no longer kept",
                "import an export from before it, or index sources that still have the posts");
  }
}

}  // namespace

PastJob find_undoable_job(Database& database, JobLog const& jobs, std::optional<std::int64_t> asked) {
  PastJob job;
  job.id = asked ? *asked : newest_undoable(database);
  require_in_force(database, jobs, job.id);
  require_kept(database, job.id);
  Statement(database, "SELECT id FROM runs WHERE job = ?1")
      .each([&](Row const& row) { job.runs.insert(row.integer(0)); }, job.id);
  Statement(database, "SELECT min(first_change) FROM runs WHERE job = ?1")
      .first([&](Row const& row) { job.first_change = row.integer(0); }, job.id);
  job.is_rollback = Statement(database, "SELECT 1 FROM jobs WHERE undone_by = ?1").any(job.id);
  return job;
}

}  // namespace pressmark
