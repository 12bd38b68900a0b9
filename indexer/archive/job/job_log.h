// The rows of `jobs`, and the job under way.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/archive/database/database.h"
#include "indexer/archive/model/job.h"

namespace pressmark {

// How many jobs are remembered.
inline constexpr std::int64_t kMaxJobs = 1'000;

// What a connection knows of its own work: which job its runs belong to, and for how long it keeps
// what they replace.
class JobLog {
 public:
  explicit JobLog(Database& database) : database_(database) {}

  // Names the job that row() is about from now on. Writes nothing: a job that changes nothing
  // need not leave a row. Returns the id that it will have.
  std::int64_t begin(std::string command, Timestamp now);

  // The id of the job under way, whose row is made if there is none yet; else that of a new job
  // for one run alone. Inside the caller's transaction.
  std::int64_t row(Timestamp now);

  // Ends the job under way, whose id is `id`. Inside the caller's transaction.
  void finish(std::int64_t id, JobEnd const& end);

  [[nodiscard]] bool is_under_way(std::int64_t id) const noexcept;

  void set_retention(std::chrono::days retention) noexcept { retention_ = retention; }
  // Drops what was replaced longer ago. Inside the caller's transaction.
  void drop_expired(Timestamp now);

 private:
  struct Open {
    std::int64_t id;
    std::string command;
    Timestamp started;
  };
  void drop_oldest();

  Database& database_;
  std::optional<Open> open_;
  std::chrono::days retention_{30};
};

// The newest jobs, newest first.
[[nodiscard]] std::vector<JobRecord> read_jobs(Database& database, std::size_t limit);

}  // namespace pressmark
