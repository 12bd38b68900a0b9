// A rollback in one run: first the posts, then what the sources have said of them.
#include "indexer/archive/rollback.h"

#include <string>
#include <vector>

#include "indexer/archive/past_job.h"
#include "indexer/archive/post_rollback.h"
#include "indexer/archive/run.h"
#include "indexer/archive/source_posts.h"

namespace pressmark {

namespace {

// What sources say of posts, back to what it was before a job: what it brought is news again. A
// word put back too far does no harm: the source says it again at its next reading.
class WordRollback {
 public:
  WordRollback(Database& database, Run& run, PastJob const& job, PostRollback& posts)
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
    for (SourcePost& word : touched) undo(word);
  }

 private:
  void undo(SourcePost& word) {
    auto const read = [&word](Row const& row) {
      word.post = row.text(0);
      word.content_hash = row.text(1);
    };
    if (before_.first(read, word.source, word.identity, *job_.runs.begin())) {
      if (!posts_.is_kept(word.post) && posts_.is_live(word.post)) source_posts_.say(word, {});
    } else if (now_.first(read, word.source, word.identity)) {
      if (!posts_.is_kept(word.post)) source_posts_.retract(word.source, word.identity);
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
  WordRollback(database, run, job, posts).undo();
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
