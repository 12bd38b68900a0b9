// The tables of the archive's present version, and opening an archive of any.
#include "indexer/archive/database/archive_schema.h"

#include <string>

#include "common/base/error.h"
#include "indexer/archive/database/migrations.h"

namespace pressmark {

namespace {

// "PrMk": SQLite keeps it in the file's header, where file(1) finds it.
constexpr std::int64_t kApplicationId = 0x50724d6b;

// Rows of `posts` and `tombstones` are keyed by their change number: reading in the order of
// changes is reading in the order of the file.
// `categories` holds each category preceded by its length in bytes and a colon.
constexpr char const* kTables = R"sql(
CREATE TABLE meta (
  uuid           TEXT NOT NULL,
  last_change    INTEGER NOT NULL,
  versions_since INTEGER NOT NULL DEFAULT 0  -- runs before this time have lost versions
) STRICT;

-- One row per execution of a command that changed or finished anything.
CREATE TABLE jobs (
  id             INTEGER PRIMARY KEY,
  command        TEXT NOT NULL,
  started        INTEGER NOT NULL,  -- seconds since 1970, as everywhere below
  finished       INTEGER,
  outcome        TEXT NOT NULL,     -- done, failed, stopped, unfinished
  error          TEXT NOT NULL DEFAULT '',
  report         TEXT NOT NULL DEFAULT '',
  accepted_gates TEXT NOT NULL DEFAULT '',  -- written like `categories`
  generation     TEXT NOT NULL DEFAULT '',
  undone_by      INTEGER            -- the job that rolled this one back
) STRICT;

-- One row per batch or removal that wrote anything; it exists only if the whole was done. Its
-- changes have the numbers from first_change to last_change, unknown for those of version 1.
CREATE TABLE runs (
  id           INTEGER PRIMARY KEY,
  job          INTEGER REFERENCES jobs ON DELETE SET NULL,
  time         INTEGER NOT NULL,
  source       TEXT NOT NULL,         -- empty for what a person asked for
  first_change INTEGER,
  last_change  INTEGER,
  added        INTEGER NOT NULL DEFAULT 0,
  changed      INTEGER NOT NULL DEFAULT 0,
  unchanged    INTEGER NOT NULL DEFAULT 0,
  removed      INTEGER NOT NULL DEFAULT 0,
  forgotten    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX runs_by_job ON runs (job);

-- While it has a row, a rollback is not to be undone by what the sources still say.
CREATE TABLE hold (
  since INTEGER NOT NULL,
  job   INTEGER NOT NULL  -- the one undone
) STRICT;

CREATE TABLE posts (
  change        INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  run           INTEGER NOT NULL REFERENCES runs,
  canonical_url TEXT NOT NULL,
  site TEXT NOT NULL, guid TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL, author TEXT NOT NULL,
  language TEXT NOT NULL, published INTEGER, updated INTEGER, categories TEXT NOT NULL,
  image TEXT NOT NULL, source TEXT NOT NULL, summary TEXT NOT NULL, html TEXT NOT NULL
) STRICT;
CREATE INDEX posts_by_url ON posts (canonical_url) WHERE canonical_url <> '';

CREATE TABLE tombstones (
  change INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  run    INTEGER NOT NULL REFERENCES runs
) STRICT;

-- Rows of `posts` as they were before `run` replaced or removed them at `time`.
CREATE TABLE versions (
  change        INTEGER PRIMARY KEY,
  id            TEXT NOT NULL,
  run           INTEGER NOT NULL REFERENCES runs,
  time          INTEGER NOT NULL,
  removed       INTEGER NOT NULL,  -- 1: the post was removed, 0: replaced
  canonical_url TEXT NOT NULL,
  site TEXT NOT NULL, guid TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL, author TEXT NOT NULL,
  language TEXT NOT NULL, published INTEGER, updated INTEGER, categories TEXT NOT NULL,
  image TEXT NOT NULL, source TEXT NOT NULL, summary TEXT NOT NULL, html TEXT NOT NULL
) STRICT;
CREATE INDEX versions_by_time ON versions (time);
CREATE INDEX versions_by_id ON versions (id);
CREATE INDEX versions_by_run ON versions (run);

-- The columns after `site` are those of SourceState.
CREATE TABLE sources (
  name          TEXT PRIMARY KEY,
  site          TEXT NOT NULL DEFAULT '',
  etag          TEXT NOT NULL DEFAULT '',
  last_modified TEXT NOT NULL DEFAULT '',
  url_now       TEXT NOT NULL DEFAULT '',
  kind          TEXT NOT NULL DEFAULT '',
  last_success  INTEGER,
  last_attempt  INTEGER,
  failures      INTEGER NOT NULL DEFAULT 0,
  not_before    INTEGER,
  announced     INTEGER,
  is_complete   INTEGER NOT NULL DEFAULT 0,
  items         INTEGER NOT NULL DEFAULT 0,
  gone_since    INTEGER
) STRICT, WITHOUT ROWID;

-- The columns from `etag` on are those of PageState.
CREATE TABLE pages (
  source        TEXT NOT NULL REFERENCES sources (name),
  url           TEXT NOT NULL,
  canonical_url TEXT NOT NULL,
  etag          TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  last_seen     INTEGER,
  missing       INTEGER NOT NULL,
  gone_since    INTEGER,
  PRIMARY KEY (source, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX pages_by_url ON pages (canonical_url);

-- What each source last said of a post: it says something new only if the hash differs. The
-- identity is the post's id, or, where posts merged, the id that this source's own guid gives.
CREATE TABLE source_posts (
  source       TEXT NOT NULL REFERENCES sources (name),
  identity     TEXT NOT NULL,
  post         TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  run          INTEGER,  -- that wrote it; unknown for version 1
  PRIMARY KEY (source, identity)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_posts_by_post ON source_posts (post);

-- Rows of `source_posts` as they were before `run` replaced or removed them.
CREATE TABLE source_post_versions (
  source       TEXT NOT NULL,
  identity     TEXT NOT NULL,
  run          INTEGER NOT NULL REFERENCES runs,
  post         TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  written_by   INTEGER,  -- the run before
  PRIMARY KEY (source, identity, run)
) STRICT, WITHOUT ROWID;

-- What else a post that moved is known by: identities that a source may give it from now on, and
-- the canonical URLs it had before. They outlive the post: a source may bring it back.
CREATE TABLE aliases (
  key  TEXT NOT NULL,
  post TEXT NOT NULL,  -- its id
  run  INTEGER,        -- that made it; unknown for version 1
  PRIMARY KEY (key, post)
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_by_post ON aliases (post);

-- Identities and canonical URLs that are kept out.
CREATE TABLE forgotten (
  key TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT INTO meta (uuid, last_change)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' ||
             substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), 0;
)sql";

bool is_blank(Database& database) {
  return read_number(database, "PRAGMA application_id") == 0 &&
         read_number(database, "SELECT count(*) FROM sqlite_schema") == 0;
}

}  // namespace

void create_schema(Database& database) {
  if (!is_blank(database)) return;
  Transaction transaction(database);
  if (!is_blank(database)) return;  // made by another process in between
  database.execute(kTables);
  database.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
  database.execute("PRAGMA user_version = " + std::to_string(kArchiveVersion));
  transaction.commit();
}

void check_schema(Database& database) {
  std::string const file = database.path().string();
  if (is_blank(database)) {
    throw Error(ErrorCode::store_missing, "the archive " + file + " is empty", "index a source first");
  }
  if (read_number(database, "PRAGMA application_id") != kApplicationId) {
    throw Error(ErrorCode::store_damaged, file + " is not a Pressmark archive", "name another store");
  }
  std::int64_t const version = archive_version(database);
  if (version > kArchiveVersion) {
    throw Error(ErrorCode::store_newer,
                file + " was written by a later version of Pressmark (archive version " +
                    std::to_string(version) + ", this program knows " + std::to_string(kArchiveVersion) + ")",
                "update Pressmark");
  }
}

}  // namespace pressmark
