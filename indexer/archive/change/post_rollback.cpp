// What a job did to posts is found by the change numbers of its runs, and by the versions that its
// runs replaced or removed.
#include "indexer/archive/change/post_rollback.h"

#include <vector>

#include "indexer/archive/database/post_columns.h"

namespace pressmark {

namespace {

// The rows of `table` that the job ?1 wrote.
std::string written_in(std::string const& table) {
  return "SELECT " + table + ".id FROM runs JOIN " + table +
         " ON change BETWEEN first_change AND runs.last_change WHERE job = ?1";
}

// 0 where `statement` gives none.
template <typename... Values>
std::int64_t first_number(Statement& statement, Values const&... values) {
  std::int64_t number = 0;
  statement.first([&](Row const& row) { number = row.integer(0); }, values...);
  return number;
}

template <typename... Values>
std::optional<Post> first_post(Statement& statement, Values const&... values) {
  std::optional<Post> post;
  statement.first([&](Row const& row) { post = read_post(row, 0); }, values...);
  return post;
}

}  // namespace

PostRollback::PostRollback(Database& database, Run& run, PastJob const& job)
    : run_(run),
      job_(job),
      rows_(database),
      aliases_(database, run),
      removal_(database, run),
      touched_(database, written_in("posts") + " UNION " + written_in("tombstones") + " UNION " +
                             written_in("versions") +
                             " UNION SELECT versions.id FROM runs JOIN versions ON versions.run = runs.id "
                             "WHERE job = ?1"),
      writer_(database,
              "SELECT run FROM posts WHERE id = ?1 UNION ALL SELECT run FROM tombstones WHERE id = ?1"),
      undone_from_(database,
                   "SELECT min(runs.id) FROM jobs JOIN runs ON runs.job = jobs.id "
                   "WHERE undone_by = (SELECT job FROM runs WHERE id = ?1)"),
      writer_before_(database,
                     "SELECT max(writer) FROM (SELECT run AS writer FROM versions WHERE id = ?1 UNION ALL "
                     "SELECT (SELECT runs.id FROM runs WHERE first_change <= change ORDER BY runs.id DESC "
                     "LIMIT 1) FROM versions WHERE id = ?1) WHERE writer < ?2"),
      before_(database, "SELECT " + std::string(kPostColumns) +
                            " FROM versions WHERE id = ?1 AND change < ?3 "
                            "AND run IN (SELECT id FROM runs WHERE job = ?2)"),
      live_(database, "SELECT " + std::string(kPostColumns) + " FROM posts WHERE id = ?1"),
      address_(database,
               "SELECT url FROM (SELECT change, url FROM posts WHERE id = ?1 UNION ALL "
               "SELECT change, url FROM versions WHERE id = ?1) ORDER BY change DESC LIMIT 1"),
      forgotten_(database, "SELECT 1 FROM forgotten WHERE key IN (?1, ?2)"),
      drop_aliases_(database, "DELETE FROM aliases WHERE post = ?1 AND run >= ?2") {}

void PostRollback::undo() {
  std::vector<std::string> ids;
  touched_.each([&](Row const& row) { ids.push_back(row.text(0)); }, job_.id);
  for (std::string const& id : ids) undo(id);
}

void PostRollback::undo(std::string const& id) {
  if (is_changed_later(id)) {
    keep(id);
    return;
  }
  drop_aliases_.run(id, *job_.runs.begin());  // what was made later is of jobs that are undone
  auto const live = first_post(live_, id);
  if (auto const before = first_post(before_, id, job_.id, job_.first_change)) {
    bring_back(id, live, *before);
  } else if (removal_.remove(id)) {
    ++result_.counts.removed;
  }
}

// A rollback since then does not count if it made the post what it was before a job that came later.
bool PostRollback::is_changed_later(std::string const& id) {
  std::int64_t writer = first_number(writer_, id);
  while (!job_.runs.contains(writer)) {
    std::int64_t const undone = first_number(undone_from_, writer);
    if (undone == 0) return true;
    writer = first_number(writer_before_, id, undone);
  }
  return false;
}

void PostRollback::keep(std::string const& id) {
  std::string url;
  address_.first([&](Row const& row) { url = row.text(0); }, id);
  result_.kept.push_back({id, url});
  kept_.insert(id);
}

void PostRollback::bring_back(std::string const& id, std::optional<Post> const& live, Post const& before) {
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

}  // namespace pressmark
