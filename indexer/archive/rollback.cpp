// What a job changed is found by the change numbers of its runs and by the versions that its runs
// replaced; what its sources had said before stands in source_post_versions.
#include "indexer/archive/rollback.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "indexer/archive/aliases.h"
#include "indexer/archive/archive.h"
#include "indexer/archive/post_rows.h"
#include "indexer/archive/removal.h"
#include "indexer/archive/run.h"
#include "indexer/archive/source_posts.h"

namespace pressmark {

namespace {

constexpr char const* kJobsHint = "pressmark stats --runs lists the jobs";

// The job to undo, as it was before.
struct PastJob {
  std::int64_t id = 0;
  std::set<std::int64_t> runs;
  std::int64_t first_change = 0;
  bool is_rollback = false;
};

// Two rollbacks in a row go back two jobs: one that is in force, and what it undid, are passed over.
std::int64_t newest_undoable(Database& database) {
  std::int64_t const id =
      read_number(database,
                  "SELECT max(jobs.id) FROM jobs JOIN runs ON runs.job = jobs.id "
                  "WHERE added + changed + removed > 0 AND undone_by IS NULL "
                  "AND jobs.id NOT IN (SELECT undone_by FROM jobs WHERE undone_by IS NOT NULL)");
  if (id == 0) throw Error(ErrorCode::usage, "there is no job to undo", kJobsHint);
  return id;
}

void require_undoable(Database& database, std::int64_t id) {
  std::string const name = "job " + std::to_string(id);
  std::optional<std::int64_t> undone_by;
  bool const exists = Statement(database, "SELECT undone_by FROM jobs WHERE id = ?1")
                          .first(
                              [&](Row const& row) {
                                if (!row.is_null(0)) undone_by = row.integer(0);
                              },
                              id);
  if (!exists) throw Error(ErrorCode::usage, "there is no " + name, kJobsHint);
  if (undone_by) {
    std::string const later = std::to_string(*undone_by);
    throw Error(ErrorCode::usage, name + " was undone by job " + later + " already",
                "pressmark rollback " + later + " brings it back");
  }
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

PastJob read_past_job(Database& database, std::int64_t id) {
  PastJob job;
  job.id = id;
  Statement(database, "SELECT id FROM runs WHERE job = ?1")
      .each([&](Row const& row) { job.runs.insert(row.integer(0)); }, id);
  Statement(database, "SELECT min(first_change) FROM runs WHERE job = ?1")
      .first([&](Row const& row) { job.first_change = row.integer(0); }, id);
  job.is_rollback = Statement(database, "SELECT 1 FROM jobs WHERE undone_by = ?1").any(id);
  return job;
}

// Posts of which the job wrote, replaced or removed a row. A temporary table would save no memory:
// a job is one night's news.
std::vector<std::string> touched_posts(Database& database, PastJob const& job) {
  std::vector<std::string> ids;
  Statement(database,
            "SELECT posts.id FROM runs JOIN posts ON change BETWEEN first_change AND runs.last_change "
            "WHERE job = ?1 UNION "
            "SELECT tombstones.id FROM runs JOIN tombstones ON change BETWEEN first_change AND "
            "runs.last_change WHERE job = ?1 UNION "
            "SELECT versions.id FROM runs JOIN versions ON change BETWEEN first_change AND runs.last_change "
            "WHERE job = ?1 UNION "
            "SELECT versions.id FROM runs JOIN versions ON versions.run = runs.id WHERE job = ?1")
      .each([&](Row const& row) { ids.push_back(row.text(0)); }, job.id);
  return ids;
}

// Brings posts back to what they were before a job.
class PostRollback {
 public:
  PostRollback(Database& database, Run& run, PastJob const& job)
      : run_(run),
        job_(job),
        rows_(database),
        aliases_(database, run),
        removal_(database, run),
        latest_(
            database,
            "SELECT run, 1 FROM posts WHERE id = ?1 UNION ALL SELECT run, 0 FROM tombstones WHERE id = ?1"),
        before_(database, "SELECT " + std::string(kPostColumns) +
                              " FROM versions WHERE id = ?1 AND change < ?3 "
                              "AND run IN (SELECT id FROM runs WHERE job = ?2)"),
        live_(database, "SELECT " + std::string(kPostColumns) + " FROM posts WHERE id = ?1"),
        address_(database,
                 "SELECT url FROM (SELECT change, url FROM posts WHERE id = ?1 UNION ALL "
                 "SELECT change, url FROM versions WHERE id = ?1) ORDER BY change DESC LIMIT 1"),
        forgotten_(database, "SELECT 1 FROM forgotten WHERE key IN (?1, ?2)"),
        drop_aliases_(database,
                      "DELETE FROM aliases WHERE post = ?1 AND run IN (SELECT id FROM runs WHERE job = ?2)") {
  }

  void undo(std::string const& id) {
    if (changed_later(id)) {
      keep(id);
      return;
    }
    auto const live = read(live_, id);
    auto const before = read(before_, id, job_.id, job_.first_change);
    if (before) {
      bring_back(id, live, *before);
    } else if (removal_.remove(id)) {
      ++result_.counts.removed;
    }
    drop_aliases_.run(id, job_.id);
  }

  // Whether a later job has had its say on the post.
  [[nodiscard]] bool is_kept(std::string const& id) const { return kept_.contains(id); }
  [[nodiscard]] bool is_live(std::string const& id) { return live_.any(id); }
  [[nodiscard]] RolledBack const& result() const { return result_; }

 private:
  template <typename... Values>
  std::optional<Post> read(Statement& statement, Values const&... values) {
    std::optional<Post> post;
    statement.first([&](Row const& row) { post = read_post(row, 0); }, values...);
    return post;
  }

  bool changed_later(std::string const& id) {
    bool later = true;
    latest_.first([&](Row const& row) { later = !job_.runs.contains(row.integer(0)); }, id);
    return later;
  }

  void keep(std::string const& id) {
    std::string url;
    address_.first([&](Row const& row) { url = row.text(0); }, id);
    result_.kept.push_back({id, url});
    kept_.insert(id);
  }

  void bring_back(std::string const& id, std::optional<Post> const& live, Post const& before) {
    if (forgotten_.any(id, canonical_key(before.url))) {
      ++result_.counts.forgotten;
      return;
    }
    if (live == before) return;
    if (live) rows_.keep_replaced(id, run_.id(), run_.time());
    rows_.put({id, run_.next_change(), before}, run_.id());
    if (job_.is_rollback) aliases_.add_move(id, live.value_or(before), before);
    ++(live ? result_.counts.changed : result_.counts.added);
  }

  Run& run_;
  PastJob const& job_;
  RolledBack result_;
  std::set<std::string> kept_;
  PostRows rows_;
  Aliases aliases_;
  Removal removal_;
  Statement latest_;
  Statement before_;
  Statement live_;
  Statement address_;
  Statement forgotten_;
  Statement drop_aliases_;
};

std::vector<SourcePost> read_source_posts(Database& database, std::string const& sql, std::int64_t job) {
  std::vector<SourcePost> rows;
  Statement(database, sql)
      .each([&](Row const& row) { rows.push_back({row.text(0), row.text(1), row.text(2), row.text(3)}); },
            job);
  return rows;
}

// Lets the sources have said what they had before the job, so that what it brought is news again.
// A word of a later job stays.
void undo_words(Database& database, Run& run, PastJob const& job, PostRollback& posts) {
  SourcePosts source_posts(database, run);
  auto const added = read_source_posts(
      database,
      "SELECT source, identity, post, content_hash FROM source_posts AS said "
      "WHERE run IN (SELECT id FROM runs WHERE job = ?1) AND NOT EXISTS (SELECT 1 FROM source_post_versions "
      "WHERE run IN (SELECT id FROM runs WHERE job = ?1) AND source = said.source AND identity = "
      "said.identity)",
      job.id);
  // min(run) takes the other columns from the row that has it (https://sqlite.org/lang_select.html).
  auto const replaced = read_source_posts(
      database,
      "SELECT source, identity, post, content_hash, min(run) FROM source_post_versions AS former "
      "WHERE run IN (SELECT id FROM runs WHERE job = ?1) AND NOT EXISTS (SELECT 1 FROM source_posts "
      "WHERE source = former.source AND identity = former.identity "
      "AND run NOT IN (SELECT id FROM runs WHERE job = ?1)) GROUP BY source, identity",
      job.id);
  for (SourcePost const& said : added) {
    if (!posts.is_kept(said.post)) source_posts.retract(said.source, said.identity);
  }
  for (SourcePost const& said : replaced) {
    if (!posts.is_kept(said.post) && posts.is_live(said.post)) source_posts.say(said, {});
  }
}

// What was undone is in force again if the job that undid it is undone.
void note_undone(Database& database, Run& run, PastJob const& job) {
  Statement(database, "UPDATE jobs SET undone_by = NULL WHERE undone_by = ?1").run(job.id);
  Statement(database, "UPDATE jobs SET undone_by = ?2 WHERE id = ?1").run(job.id, run.job());
  end_hold(database);
  Statement(database, "INSERT INTO hold (since, job) VALUES (?1, ?2)").run(run.time(), job.id);
}

}  // namespace

RolledBack roll_back(Database& database, JobLog& jobs, std::optional<std::int64_t> asked, Timestamp now) {
  Run run(database, jobs, "", now);
  std::int64_t const id = asked ? *asked : newest_undoable(database);
  require_undoable(database, id);
  PastJob const job = read_past_job(database, id);
  PostRollback posts(database, run, job);
  for (std::string const& post : touched_posts(database, job)) posts.undo(post);
  undo_words(database, run, job, posts);
  note_undone(database, run, job);
  RolledBack result = posts.result();
  result.job = id;
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
