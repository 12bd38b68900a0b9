// The bookkeeping of a run.
#include "indexer/archive/run.h"

namespace pressmark {

Run::Run(Database& database, std::string const& source, Timestamp time)
    : database_(database), transaction_(database), time_(time), last_change_(last_change(database)) {
  Statement(database, "INSERT INTO runs (time, source) VALUES (?1, ?2) RETURNING id")
      .first([this](Row const& row) { id_ = row.integer(0); }, time, source);
}

void Run::finish(ChangeCounts const& counts) {
  Statement(database_, "DELETE FROM versions WHERE time < ?1").run(time_ - kVersionLifetime);
  Statement(
      database_,
      "UPDATE runs SET added = ?2, changed = ?3, unchanged = ?4, removed = ?5, forgotten = ?6 WHERE id = ?1")
      .run(id_, counts.added, counts.changed, counts.unchanged, counts.removed, counts.forgotten);
  Statement(database_, "UPDATE meta SET last_change = ?1 WHERE last_change <> ?1").run(last_change_);
  transaction_.commit();
}

std::int64_t last_change(Database& database) {
  std::int64_t change = 0;
  Statement(database, "SELECT last_change FROM meta").first([&](Row const& row) { change = row.integer(0); });
  return change;
}

}  // namespace pressmark
