// What each version changed, as SQL.
#include "indexer/archive/database/migrations.h"

#include <string>

namespace pressmark {

namespace {

// Version 2 knows jobs, the state of sources and pages, and enough of each run to undo it. A run
// of version 1 becomes a job of its own that cannot be undone. Tables that change otherwise than by
// columns at their end are made anew, as https://www.sqlite.org/lang_altertable.html tells.
constexpr char const* kFrom1To2 = R"sql(
ALTER TABLE meta ADD COLUMN versions_since INTEGER NOT NULL DEFAULT 0;

CREATE TABLE jobs (
  id INTEGER PRIMARY KEY, command TEXT NOT NULL, started INTEGER NOT NULL, finished INTEGER,
  outcome TEXT NOT NULL, error TEXT NOT NULL DEFAULT '', report TEXT NOT NULL DEFAULT '',
  accepted_gates TEXT NOT NULL DEFAULT '', generation TEXT NOT NULL DEFAULT '', undone_by INTEGER
) STRICT;
INSERT INTO jobs (id, command, started, finished, outcome) SELECT id, '', time, time, 'done' FROM runs;

CREATE TABLE new_runs (
  id INTEGER PRIMARY KEY, job INTEGER REFERENCES jobs ON DELETE SET NULL, time INTEGER NOT NULL,
  source TEXT NOT NULL, first_change INTEGER, last_change INTEGER, added INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0,
  removed INTEGER NOT NULL DEFAULT 0, forgotten INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO new_runs (id, job, time, source, added, changed, unchanged, removed, forgotten)
SELECT id, id, time, source, added, changed, unchanged, removed, forgotten FROM runs;
DROP TABLE runs;
ALTER TABLE new_runs RENAME TO runs;
CREATE INDEX runs_by_job ON runs (job);

CREATE TABLE hold (since INTEGER NOT NULL, job INTEGER NOT NULL) STRICT;

CREATE INDEX versions_by_run ON versions (run);

CREATE TABLE new_sources (
  name TEXT PRIMARY KEY, site TEXT NOT NULL DEFAULT '', etag TEXT NOT NULL DEFAULT '',
  last_modified TEXT NOT NULL DEFAULT '', url_now TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT '',
  last_success INTEGER, last_attempt INTEGER, failures INTEGER NOT NULL DEFAULT 0, not_before INTEGER,
  announced INTEGER, is_complete INTEGER NOT NULL DEFAULT 0, items INTEGER NOT NULL DEFAULT 0,
  gone_since INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO new_sources (name, site, etag, last_modified, last_success, last_attempt)
SELECT name, site, coalesce(etag, ''), coalesce(last_modified, ''), last_read, last_read FROM sources;
DROP TABLE sources;
ALTER TABLE new_sources RENAME TO sources;

CREATE TABLE pages (
  source TEXT NOT NULL REFERENCES sources (name), url TEXT NOT NULL, canonical_url TEXT NOT NULL,
  etag TEXT NOT NULL, last_modified TEXT NOT NULL, last_seen INTEGER, missing INTEGER NOT NULL,
  gone_since INTEGER, PRIMARY KEY (source, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX pages_by_url ON pages (canonical_url);

ALTER TABLE source_posts ADD COLUMN run INTEGER;
CREATE TABLE source_post_versions (
  source TEXT NOT NULL, identity TEXT NOT NULL, run INTEGER NOT NULL REFERENCES runs, post TEXT NOT NULL,
  content_hash TEXT NOT NULL, written_by INTEGER, PRIMARY KEY (source, identity, run)
) STRICT, WITHOUT ROWID;

ALTER TABLE aliases ADD COLUMN run INTEGER;
)sql";

// What is read of version 2, in terms of version 1. SQLite looks for a name in `temp` first.
constexpr char const* kVersion1As2 = R"sql(
PRAGMA temp_store = MEMORY;
CREATE TEMP VIEW jobs AS
SELECT id, '' AS command, time AS started, time AS finished, 'done' AS outcome, '' AS error, '' AS report,
       '' AS accepted_gates, '' AS generation, NULL AS undone_by
FROM main.runs;
CREATE TEMP VIEW runs AS
SELECT id, id AS job, time, source, NULL AS first_change, NULL AS last_change, added, changed, unchanged,
       removed, forgotten
FROM main.runs;
CREATE TEMP VIEW sources AS
SELECT name, site, coalesce(etag, '') AS etag, coalesce(last_modified, '') AS last_modified, '' AS url_now,
       '' AS kind, last_read AS last_success, last_read AS last_attempt, 0 AS failures, NULL AS not_before,
       NULL AS announced, 0 AS is_complete, 0 AS items, NULL AS gone_since
FROM main.sources;
CREATE TEMP TABLE hold (since INTEGER, job INTEGER);
CREATE TEMP TABLE pages (source, url, canonical_url, etag, last_modified, last_seen, missing, gone_since);
)sql";

}  // namespace

std::int64_t archive_version(Database& database) {
  return read_number(database, "PRAGMA user_version");
}

void migrate(Database& database) {
  if (archive_version(database) == kArchiveVersion) return;
  Transaction transaction(database);
  if (archive_version(database) == kArchiveVersion) return;  // done by another process in between
  database.execute(kFrom1To2);
  database.execute("PRAGMA user_version = " + std::to_string(kArchiveVersion));
  transaction.commit();
}

void present_as_current(Database& database) {
  if (archive_version(database) < kArchiveVersion) database.execute(kVersion1As2);
}

}  // namespace pressmark
