// SQLite as the archive uses it: a connection, statements and transactions. The only door to
// the library; its errors leave as Error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/time.h"

struct sqlite3;
struct sqlite3_stmt;

namespace pressmark {

// read_write creates the file if need be; its directory must exist.
// read_only is for who does not write: SQLite itself could.
enum class OpenMode { read_only, read_write };

// One connection. Not thread-safe.
class Database {
 public:
  // Throws Error{store_missing} for read_only where there is no file.
  Database(std::filesystem::path path, OpenMode mode);

  // Runs statements that take no values and give no rows.
  void execute(std::string const& sql);

  [[nodiscard]] sqlite3* handle() const noexcept { return handle_.get(); }
  [[nodiscard]] std::filesystem::path const& path() const noexcept { return path_; }

  // Throws the Error for an SQLite result code.
  [[noreturn]] void fail(int result) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const noexcept;
  };
  void open(std::string const& name, int flags);
  void open_for_reading();
  [[nodiscard]] bool has_log() const;  // with changes that the file may lack
  [[nodiscard]] int read_header() const;

  std::filesystem::path path_;
  OpenMode mode_;
  std::unique_ptr<sqlite3, Close> handle_;
};

// The current row of a running statement; columns count from 0.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::size_t count(int column) const { return static_cast<std::size_t>(integer(column)); }
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::optional<Timestamp> time(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  sqlite3_stmt* statement_;
};

// A prepared statement. Every call binds `values` to ?1, ?2, … and leaves the statement reset,
// so that none holds a transaction open. The Database must outlive it.
class Statement {
 public:
  Statement(Database& database, std::string_view sql);

  template <typename... Values>
  void run(Values const&... values) {
    each([](Row const&) {}, values...);
  }

  // Calls `read(row)` for the first row; false if there is none.
  template <typename Read, typename... Values>
  bool first(Read&& read, Values const&... values) {
    bind_all(values...);
    ResetAtEnd const reset{statement_.get()};
    if (!step()) return false;
    read(Row(statement_.get()));
    return true;
  }

  // True if there is any row.
  template <typename... Values>
  bool any(Values const&... values) {
    return first([](Row const&) {}, values...);
  }

  // Calls `on_row(row)` for every row as it is found.
  template <typename OnRow, typename... Values>
  void each(OnRow&& on_row, Values const&... values) {
    bind_all(values...);
    ResetAtEnd const reset{statement_.get()};
    while (step()) on_row(Row(statement_.get()));
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };
  struct ResetAtEnd {
    sqlite3_stmt* statement;
    ~ResetAtEnd();
  };

  template <typename... Values>
  void bind_all(Values const&... values) {
    int index = 0;
    (bind(++index, values), ...);
  }
  void bind(int index, std::int64_t value);
  void bind(int index, std::string_view value);  // not copied: lives as long as the call
  void bind(int index, std::optional<Timestamp> value);
  void bind(int index, std::optional<std::int64_t> value);
  void bind_null(int index);
  bool step();

  Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// The version of the library, such as "3.40.1".
[[nodiscard]] std::string sqlite_version();

// The number in the one row that `sql` gives.
[[nodiscard]] std::int64_t read_number(Database& database, std::string const& sql);

// Holds the right to write from construction on; rolls back at destruction unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(Transaction const&) = delete;
  Transaction& operator=(Transaction const&) = delete;
  void commit();

 private:
  Database& database_;
};

}  // namespace pressmark
