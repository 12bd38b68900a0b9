// Removing keeps a post's versions for a while and lets its sources bring it back.
#include "indexer/archive/removal.h"

namespace pressmark {

Removal::Removal(Database& database, Run& run)
    : run_(run),
      rows_(database),
      is_live_(database, "SELECT 1 FROM posts WHERE id = ?1"),
      source_posts_(database, run) {}

bool Removal::remove(std::string const& id) {
  if (!is_live_.any(id)) return false;
  rows_.bury(id, run_.next_change(), run_.id(), run_.time());
  source_posts_.retract_all(id);  // a source that has the post again says something new
  return true;
}

std::size_t remove_posts(Database& database, JobLog& jobs, std::span<std::string const> ids, Timestamp now) {
  Run run(database, jobs, "", now);
  Removal removal(database, run);
  ChangeCounts counts;
  for (std::string const& id : ids) counts.removed += removal.remove(id) ? 1 : 0;
  run.finish(counts);
  return counts.removed;
}

}  // namespace pressmark
