#include "indexer/archive/job/job_log.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "common/base/error.h"
#include "indexer/archive/database/post_columns.h"

namespace pressmark {

namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 4> kOutcomeNames{"done", "failed", "stopped", "unfinished"};

std::string_view name_of(JobOutcome outcome) {
  return kOutcomeNames.at(static_cast<std::size_t>(outcome));
}

JobOutcome outcome_named(std::string const& name) {
  auto const found = std::ranges::find(kOutcomeNames, name);
  if (found == kOutcomeNames.end()) return JobOutcome::unfinished;
  return static_cast<JobOutcome>(found - kOutcomeNames.begin());
}

JobRecord read_job(Row const& row) {
  JobRecord job;
  job.id = row.integer(0);
  job.command = row.text(1);
  job.started = row.time(2).value_or(Timestamp());
  job.finished = row.time(3);
  job.outcome = outcome_named(row.text(4));
  job.error = row.text(5);
  job.report = row.text(6);
  job.accepted_gates = split_lengths(row.text(7));
  job.generation = row.text(8);
  if (!row.is_null(9)) job.undone_by = row.integer(9);
  job.counts = {row.count(10), row.count(11), row.count(12), row.count(13), row.count(14)};
  return job;
}

}  // namespace

std::int64_t JobLog::begin(std::string command, Timestamp now) {
  std::int64_t const id = read_number(database_, "SELECT coalesce(max(id), 0) + 1 FROM jobs");
  open_ = Open{id, std::move(command), now};
  return id;
}

std::int64_t JobLog::row(Timestamp now) {
  std::int64_t id = 0;
  if (open_) {
    Statement(
        database_,
        "INSERT INTO jobs (id, command, started, outcome) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")
        .run(open_->id, open_->command, open_->started, name_of(JobOutcome::unfinished));
    id = open_->id;
  } else {
    Statement(database_,
              "INSERT INTO jobs (command, started, finished, outcome) VALUES ('', ?1, ?1, ?2) RETURNING id")
        .first([&](Row const& row) { id = row.integer(0); }, now, name_of(JobOutcome::done));
  }
  drop_oldest();
  return id;
}

void JobLog::finish(std::int64_t id, JobEnd const& end) {
  if (!is_under_way(id)) throw Error(ErrorCode::internal, "a job ended that was not under way");
  Statement(
      database_,
      "INSERT INTO jobs (id, command, started, finished, outcome, error, report, accepted_gates, "
      "generation) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO UPDATE SET finished = ?4, "
      "outcome = ?5, error = ?6, report = ?7, accepted_gates = ?8, generation = ?9")
      .run(id, open_->command, open_->started, end.time, name_of(end.outcome), end.error, end.report,
           join_lengths(end.accepted_gates), end.generation);
  open_.reset();
  drop_oldest();
  drop_expired(end.time);
}

bool JobLog::is_under_way(std::int64_t id) const noexcept {
  return open_ && open_->id == id;
}

void JobLog::drop_expired(Timestamp now) {
  Timestamp const oldest = now - retention_;
  if (!Statement(database_, "SELECT 1 FROM versions WHERE time < ?1").any(oldest)) return;
  Statement(database_, "DELETE FROM versions WHERE time < ?1").run(oldest);
  Statement(database_, "DELETE FROM source_post_versions WHERE run IN (SELECT id FROM runs WHERE time < ?1)")
      .run(oldest);
  Statement(database_, "UPDATE meta SET versions_since = max(versions_since, ?1)").run(oldest);
}

void JobLog::drop_oldest() {
  Statement(database_,
            "DELETE FROM jobs WHERE id <= (SELECT id FROM jobs ORDER BY id DESC LIMIT 1 OFFSET ?1)")
      .run(kMaxJobs);
}

std::vector<JobRecord> read_jobs(Database& database, std::size_t limit) {
  std::vector<JobRecord> jobs;
  Statement(
      database,
      "SELECT jobs.id, command, started, finished, outcome, error, report, accepted_gates, generation, "
      "undone_by, coalesce(sum(added), 0), coalesce(sum(changed), 0), coalesce(sum(unchanged), 0), "
      "coalesce(sum(removed), 0), coalesce(sum(forgotten), 0) "
      "FROM (SELECT * FROM jobs ORDER BY id DESC LIMIT ?1) AS jobs LEFT JOIN runs ON runs.job = jobs.id "
      "GROUP BY jobs.id ORDER BY jobs.id DESC")
      .each([&](Row const& row) { jobs.push_back(read_job(row)); }, std::min<std::size_t>(limit, kMaxJobs));
  return jobs;
}

}  // namespace pressmark
