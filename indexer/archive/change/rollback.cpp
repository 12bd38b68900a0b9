// A rollback in one run: first the posts, then what the sources have said of them.
#include "indexer/archive/change/rollback.h"

#include <string>
#include <vector>

#include "common/base/error.h"
#include "indexer/archive/change/post_rollback.h"
#include "indexer/archive/change/source_posts.h"
#include "indexer/archive/job/run.h"

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

// The job `asked` for, or the newest one that changed anything, is not undone and is no rollback:
// two rollbacks in a row go back two jobs. Throws Error{usage} if it cannot be undone.
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

// What sources say of posts, back to what it was before a job: what it brought is news again. A
// statement put back too far does no harm: the source says it again when it is next read.
class SourcePostRollback {
 public:
  SourcePostRollback(Database& database, Run& run, PastJob const& job, PostRollback& posts)
      : job_(job),
        posts_(posts),
        source_posts_(database, run),
        touched_(
            database,
            "WITH undone AS (SELECT id FROM runs WHERE job = ?1) "
            "SELECT source, identity FROM source_posts WHERE run IN undone UNION "
            "SELECT source, identity FROM source_post_versions WHERE run IN undone OR written_by IN undone"),
        before_(database,
                "SELECT post, content_hash FROM source_post_versions WHERE source = ?1 AND identity = ?2 "
                "AND run >= ?3 AND coalesce(written_by, 0) < ?3 ORDER BY run LIMIT 1"),
        now_(database, "SELECT post, content_hash FROM source_posts WHERE source = ?1 AND identity = ?2") {}

  void undo() {
    std::vector<SourcePost> touched;
    touched_.each([&](Row const& row) { touched.push_back({row.text(0), row.text(1), {}, {}}); }, job_.id);
    for (SourcePost& said : touched) undo(said);
  }

 private:
  void undo(SourcePost& said) {
    auto const read = [&said](Row const& row) {
      said.post = row.text(0);
      said.content_hash = row.text(1);
    };
    if (before_.first(read, said.source, said.identity, *job_.runs.begin())) {
      if (!posts_.is_kept(said.post) && posts_.is_live(said.post)) source_posts_.say(said, {});
    } else if (now_.first(read, said.source, said.identity)) {
      if (!posts_.is_kept(said.post)) source_posts_.retract(said.source, said.identity);
    }
  }

  PastJob const& job_;
  PostRollback& posts_;
  SourcePosts source_posts_;
  Statement touched_;
  Statement before_;
  Statement now_;
};

// Else a server would answer that nothing is new since the job.
void drop_validators(Database& database, PastJob const& job) {
  for (std::string const table : {"sources SET etag = '', last_modified = '' WHERE name",
                                  "pages SET etag = '', last_modified = '', last_seen = NULL WHERE source"}) {
    Statement(database, "UPDATE " + table + " IN (SELECT source FROM runs WHERE job = ?1)").run(job.id);
  }
}

// What a job had undone is in force again when that job is undone.
void note_undone(Database& database, Run& run, PastJob const& job) {
  Statement(database, "UPDATE jobs SET undone_by = NULL WHERE undone_by = ?1").run(job.id);
  Statement(database, "UPDATE jobs SET undone_by = ?2 WHERE id = ?1").run(job.id, run.job());
  end_hold(database);
  Statement(database, "INSERT INTO hold (since, job) VALUES (?1, ?2)").run(run.time(), job.id);
}

}  // namespace

RolledBack roll_back(Database& database, JobLog& jobs, std::optional<std::int64_t> asked, Timestamp now) {
  Run run(database, jobs, "", now);
  PastJob const job = find_undoable_job(database, jobs, asked);
  PostRollback posts(database, run, job);
  posts.undo();
  SourcePostRollback(database, run, job, posts).undo();
  drop_validators(database, job);
  note_undone(database, run, job);
  RolledBack result = posts.result();
  result.job = job.id;
  run.finish(result.counts);
  return result;
}

std::optional<Hold> read_hold(Database& database) {
  std::optional<Hold> hold;
  Statement(database, "SELECT since, job FROM hold").first([&](Row const& row) {
    hold = Hold{row.time(0).value_or(Timestamp()), row.integer(1)};
  });
  return hold;
}

void end_hold(Database& database) {
  Statement(database, "DELETE FROM hold").run();
}

}  // namespace pressmark
