// Schema version 1 of the archive.
#include "indexer/archive/archive_schema.h"

#include <string>

#include "common/base/error.h"

namespace pressmark {

namespace {

// "PrMk": SQLite keeps it in the file's header, where file(1) finds it.
constexpr std::int64_t kApplicationId = 0x50724d6b;

// Rows of `posts` and `tombstones` are keyed by their change number: reading in the order of
// changes is reading in the order of the file.
// `categories` holds each category preceded by its length in bytes and a colon.
constexpr char const* kTables = R"sql(
CREATE TABLE meta (
  uuid        TEXT NOT NULL,
  last_change INTEGER NOT NULL
) STRICT;

-- One row per applied batch or removal; a row exists only if the whole was done.
CREATE TABLE runs (
  id        INTEGER PRIMARY KEY,
  time      INTEGER NOT NULL,      -- seconds since 1970, as everywhere below
  source    TEXT NOT NULL,         -- empty for what a person asked for
  added     INTEGER NOT NULL DEFAULT 0,
  changed   INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  removed   INTEGER NOT NULL DEFAULT 0,
  forgotten INTEGER NOT NULL DEFAULT 0
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

CREATE TABLE sources (
  name          TEXT PRIMARY KEY,
  site          TEXT NOT NULL,
  last_read     INTEGER NOT NULL,
  etag          TEXT,              -- what the server said at the last fetch
  last_modified TEXT
) STRICT, WITHOUT ROWID;

-- What each source last said of a post: it says something new only if the hash differs. The
-- identity is the post's id, or, where posts merged, the id that this source's own guid gives.
CREATE TABLE source_posts (
  source       TEXT NOT NULL REFERENCES sources (name),
  identity     TEXT NOT NULL,
  post         TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  PRIMARY KEY (source, identity)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_posts_by_post ON source_posts (post);

-- What else a post that moved is known by: identities that a source may give it from now on, and
-- the canonical URLs it had before. They outlive the post: a source may bring it back.
CREATE TABLE aliases (
  key  TEXT NOT NULL,
  post TEXT NOT NULL,  -- its id
  PRIMARY KEY (key, post)
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_by_post ON aliases (post);

-- Identities and canonical URLs that are kept out.
CREATE TABLE forgotten (
  key TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT INTO meta
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' ||
             substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), 0;
)sql";

std::int64_t number(Database& database, std::string const& sql) {
  std::int64_t value = 0;
  Statement(database, sql).first([&](Row const& row) { value = row.integer(0); });
  return value;
}

bool is_blank(Database& database) {
  return number(database, "PRAGMA application_id") == 0 &&
         number(database, "SELECT count(*) FROM sqlite_schema") == 0;
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
  if (number(database, "PRAGMA application_id") != kApplicationId) {
    throw Error(ErrorCode::store_damaged, file + " is not a Pressmark archive", "name another store");
  }
  std::int64_t const version = number(database, "PRAGMA user_version");
  if (version > kArchiveVersion) {
    throw Error(ErrorCode::store_newer,
                file + " was written by a later version of Pressmark (archive version " +
                    std::to_string(version) + ", this program knows " + std::to_string(kArchiveVersion) + ")",
                "update Pressmark");
  }
}

}  // namespace pressmark
