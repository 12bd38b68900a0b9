// A generation of the index, opened for reading, that follows the store as it changes.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/index/index_errors.h"
#include "common/index/store_layout.h"

namespace pressmark {

// What the index says about itself.
struct IndexInfo {
  std::string generation;
  std::string format;                  // schema, analyzer, extraction and stemmer versions
  std::vector<std::string> languages;  // primary subtags of its posts
  std::string version;                 // changes with every published change: generation and revision
};

// Not thread-safe: each thread opens its own (an open costs some 10 µs).
class IndexReader {
 public:
  // Opens the live generation. Throws Error{store_missing} where there is none,
  // Error{store_newer} where a later Pressmark wrote it, Error{store_damaged}.
  explicit IndexReader(StoreLayout layout);

  // Runs `operation(database, info)` on an up-to-date view: follows CURRENT to a new generation,
  // and starts again, at most kMaxAttempts times, when a writer overtook the view while it ran.
  // The whole request, results copied to plain values, belongs in one operation.
  template <typename Operation>
  auto read(Operation&& operation) {
    return with_index_errors([&] {
      refresh();
      for (int attempt = 1;; ++attempt) {
        try {
          return operation(std::as_const(database_), std::as_const(info_));
        } catch (Xapian::DatabaseModifiedError const&) {
          if (attempt == kMaxAttempts) throw;
          reopen();
        }
      }
    });
  }

 private:
  static constexpr int kMaxAttempts = 5;
  void open(std::string const& generation);
  void refresh();
  void reopen();
  void load_info(std::string const& generation);

  StoreLayout layout_;
  Xapian::Database database_;
  IndexInfo info_;
};

}  // namespace pressmark
