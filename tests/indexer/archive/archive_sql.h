// Reads the archive's file with SQL, without the class Archive.
#pragma once

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <memory>
#include <sqlite3.h>
#include <string>

namespace pressmark {

// Runs `statements`; all rows that they give, a line each, columns separated by '|'.
inline std::string sql(std::filesystem::path const& path, std::string const& statements) {
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };
  sqlite3* opened = nullptr;
  BOOST_TEST_REQUIRE(sqlite3_open(path.c_str(), &opened) == SQLITE_OK);
  std::unique_ptr<sqlite3, Close> const database(opened);
  std::string text;
  auto const append = [](void* into, int count, char** columns, char**) {
    auto& lines = *static_cast<std::string*>(into);
    if (!lines.empty()) lines += '\n';
    for (int column = 0; column < count; ++column) {
      if (column > 0) lines += '|';
      lines += columns[column] == nullptr ? "null" : columns[column];
    }
    return 0;
  };
  BOOST_TEST_REQUIRE(sqlite3_exec(opened, statements.c_str(), append, &text, nullptr) == SQLITE_OK);
  return text;
}

// Every row of every table.
inline std::string all_rows(std::filesystem::path const& path) {
  return sql(path, sql(path,
                       "SELECT 'SELECT ''' || name || ''', * FROM ' || name || ';' "
                       "FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
}

}  // namespace pressmark
