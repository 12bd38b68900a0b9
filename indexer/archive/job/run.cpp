// The bookkeeping of a run.
#include "indexer/archive/job/run.h"

#include <utility>

namespace pressmark {

Run::Run(Database& database, JobLog& jobs, std::string source, Timestamp time)
    : database_(database),
      jobs_(jobs),
      transaction_(database),
      source_(std::move(source)),
      time_(time),
      first_change_(last_change(database) + 1),
      last_change_(first_change_ - 1) {}

std::int64_t Run::id() {
  if (id_ != 0) return id_;
  job_ = jobs_.row(time_);
  Statement(database_,
            "INSERT INTO runs (job, time, source, first_change, last_change) VALUES (?1, ?2, ?3, ?4, ?5) "
            "RETURNING id")
      .first([this](Row const& row) { id_ = row.integer(0); }, job_, time_, source_, first_change_,
             last_change_);
  return id_;
}

std::int64_t Run::job() {
  static_cast<void>(id());
  return job_;
}

void Run::finish(ChangeCounts const& counts) {
  if (id_ != 0) {
    Statement(database_,
              "UPDATE runs SET last_change = ?2, added = ?3, changed = ?4, unchanged = ?5, removed = ?6, "
              "forgotten = ?7 WHERE id = ?1")
        .run(id_, last_change_, counts.added, counts.changed, counts.unchanged, counts.removed,
             counts.forgotten);
    Statement(database_, "UPDATE meta SET last_change = ?1 WHERE last_change <> ?1").run(last_change_);
    jobs_.drop_expired(time_);
  }
  transaction_.commit();
}

std::int64_t last_change(Database& database) {
  return read_number(database, "SELECT last_change FROM meta");
}

}  // namespace pressmark
