// The connection to SQLite and what its result codes mean to a user.
#include "indexer/archive/database/database.h"

#include <cerrno>
#include <chrono>
#include <sqlite3.h>
#include <string>
#include <system_error>
#include <utility>

#include "common/base/error.h"
#include "common/url/percent_encoding.h"

namespace pressmark {

namespace {

namespace fs = std::filesystem;

// Readers and writers pass each other in WAL mode; what is left to wait for is a recovery, or
// a second writer that came without the store's lock.
constexpr std::chrono::milliseconds kBusyTimeout = std::chrono::seconds(10);

// `path` as a file: URI that tells SQLite nobody will change the file (https://sqlite.org/uri.html).
std::string immutable_uri(fs::path const& path) {
  static constexpr ByteSet kUriPathBytes = kAllBytes.without("%?#");
  return "file:" + percent_encoded(fs::absolute(path).string(), kUriPathBytes) + "?immutable=1";
}

bool is_no_space(int system_error) {
  return system_error == ENOSPC || system_error == EFBIG || system_error == EDQUOT;
}

bool is_no_permission(int system_error) {
  return system_error == EROFS || system_error == EACCES || system_error == EPERM;
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const noexcept {
  sqlite3_close(handle);
}

Database::Database(fs::path path, OpenMode mode) : path_(std::move(path)), mode_(mode) {
  if (mode_ == OpenMode::read_only) {
    open_for_reading();
    return;
  }
  open(path_.native(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  // SQLite falls back to reading alone where it may not write.
  if (sqlite3_db_readonly(handle(), "main") == 1) fail(SQLITE_READONLY);
}

void Database::execute(std::string const& sql) {
  int const result = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) fail(result);
}

void Database::open(std::string const& name, int flags) {
  sqlite3* opened = nullptr;
  int const result = sqlite3_open_v2(name.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(opened);
  if (result != SQLITE_OK) fail(result);
  sqlite3_extended_result_codes(opened, 1);
  sqlite3_busy_timeout(opened, static_cast<int>(kBusyTimeout.count()));
}

bool Database::has_log() const {
  std::error_code none;
  auto const bytes = fs::file_size(path_.native() + "-wal", none);
  return !none && bytes > 0;
}

// SQLite removes `-wal` and `-shm` only for a connection that may write. A log that a killed process
// left is not for a reader to settle, since the database may just be being copied.
//
// Reading in WAL mode shares `-shm`, which cannot be made on a read-only medium. There nobody writes
// either, and the database alone is the whole truth unless a log lies beside it.
void Database::open_for_reading() {
  if (std::error_code error; !fs::exists(path_, error) && !is_no_permission(error.value())) {
    throw Error(ErrorCode::store_missing, "there is no archive at " + path_.string(),
                "index a source first, or name another store");
  }
  open(path_.native(), has_log() ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  int const result = read_header();
  if (result == SQLITE_OK) return;
  int const primary = result & 0xff;
  if (primary != SQLITE_CANTOPEN && primary != SQLITE_READONLY) fail(result);

  if (has_log()) {
    throw Error(ErrorCode::store_unwritable,
                "the archive " + path_.string() + " was left by a killed process and cannot be settled here",
                "copy the store to where it can be written, or make it writable");
  }
  open(immutable_uri(path_), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  if (int const again = read_header(); again != SQLITE_OK) fail(again);
}

// Opening touches no file yet; the first look into the schema does.
int Database::read_header() const {
  return sqlite3_exec(handle(), "SELECT 1 FROM sqlite_schema", nullptr, nullptr, nullptr);
}

void Database::fail(int result) const {
  std::string const file = "the archive " + path_.string();
  int const system_error = handle_ ? sqlite3_system_errno(handle()) : 0;
  bool const said_by_library = handle_ && sqlite3_errcode(handle()) != SQLITE_OK;
  std::string reason = said_by_library ? sqlite3_errmsg(handle()) : sqlite3_errstr(result);
  int const primary = result & 0xff;
  bool const from_system = primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN;
  if (from_system && system_error != 0) reason += ": " + std::generic_category().message(system_error);

  bool const no_space = primary == SQLITE_IOERR && is_no_space(system_error);
  if (primary == SQLITE_FULL || no_space) {
    throw Error(ErrorCode::disk_full, "no space left to write " + file,
                "free some space and run the command again; the archive is as it was before");
  }
  bool const no_permission = primary == SQLITE_IOERR && is_no_permission(system_error);
  if (primary == SQLITE_READONLY || primary == SQLITE_CANTOPEN || primary == SQLITE_PERM || no_permission) {
    bool const writes = mode_ == OpenMode::read_write;
    throw Error(ErrorCode::store_unwritable,
                file + (writes ? " cannot be written: " : " cannot be opened: ") + reason,
                "check the permissions of the store's directory and the files in it");
  }
  if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED) {
    throw Error(ErrorCode::store_locked, file + " is in use by another process",
                "try again when it has finished");
  }
  if (primary == SQLITE_NOTADB || primary == SQLITE_CORRUPT || primary == SQLITE_IOERR) {
    throw Error(ErrorCode::store_damaged, file + " cannot be read: " + reason,
                "restore it from a copy, or index the sources into a new store");
  }
  throw Error(ErrorCode::internal, file + ": " + reason);
}

std::int64_t Row::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string Row::text(int column) const {
  auto const* const bytes = static_cast<char const*>(sqlite3_column_blob(statement_, column));
  auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return bytes == nullptr ? std::string() : std::string(bytes, size);
}

std::optional<Timestamp> Row::time(int column) const {
  if (is_null(column)) return std::nullopt;
  return Timestamp(std::chrono::seconds(integer(column)));
}

bool Row::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_finalize(statement);
}

Statement::ResetAtEnd::~ResetAtEnd() {
  sqlite3_reset(statement);
}

Statement::Statement(Database& database, std::string_view sql) : database_(database) {
  sqlite3_stmt* prepared = nullptr;
  int const result =
      sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &prepared, nullptr);
  statement_.reset(prepared);
  if (result != SQLITE_OK) database.fail(result);
}

void Statement::bind(int index, std::int64_t value) {
  if (int const result = sqlite3_bind_int64(statement_.get(), index, value); result != SQLITE_OK) {
    database_.fail(result);
  }
}

void Statement::bind(int index, std::string_view value) {
  // A null pointer would bind NULL.
  char const* const bytes = value.data() == nullptr ? "" : value.data();
  int const result =
      sqlite3_bind_text64(statement_.get(), index, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8);
  if (result != SQLITE_OK) database_.fail(result);
}

void Statement::bind(int index, std::optional<Timestamp> value) {
  if (value) {
    bind(index, static_cast<std::int64_t>(value->time_since_epoch().count()));
  } else {
    bind_null(index);
  }
}

void Statement::bind(int index, std::optional<std::int64_t> value) {
  if (value) {
    bind(index, *value);
  } else {
    bind_null(index);
  }
}

void Statement::bind_null(int index) {
  if (int const result = sqlite3_bind_null(statement_.get(), index); result != SQLITE_OK) {
    database_.fail(result);
  }
}

bool Statement::step() {
  int const result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  database_.fail(result);
}

std::int64_t read_number(Database& database, std::string const& sql) {
  std::int64_t value = 0;
  Statement(database, sql).first([&](Row const& row) { value = row.integer(0); });
  return value;
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  // After some errors SQLite has rolled back by itself.
  bool const open = sqlite3_get_autocommit(database_.handle()) == 0;
  if (open) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.execute("COMMIT");
}

std::string sqlite_version() {
  return sqlite3_libversion();
}

}  // namespace pressmark
