// A generation of the index, opened for reading, that follows the store as it changes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>
#include <xapian.h>

#include "common/base/error.h"
#include "common/base/time.h"
#include "common/index/index_errors.h"
#include "common/index/store_layout.h"

namespace pressmark {

// The figures and names that the index keeps about itself.
struct IndexInfo {
  std::string generation;
  std::string format;                  // schema, analyzer, extraction and record versions
  std::vector<std::string> languages;  // primary subtags of its posts
  std::string version;                 // changes with every published change: generation and revision
  std::optional<Timestamp> written;    // when that version was; nothing for a database that was given
};

// Not thread-safe: each thread opens its own (an open costs some 10 µs).
class IndexReader {
 public:
  // Opens the live generation. Throws Error{store_missing} where there is none that this version
  // can search (no index yet, or one of an earlier schema), Error{store_newer} where a later
  // Pressmark wrote it, Error{store_damaged}.
  explicit IndexReader(StoreLayout layout);

  // Reads `database` as it is, pending changes of a writer included, and follows nothing. It must not
  // be written to meanwhile. Throws as above.
  explicit IndexReader(Xapian::Database database);

  // Runs `operation(database, info)` on an up-to-date view: follows CURRENT to a new generation,
  // and starts again, at most kMaxAttempts times, when a writer overtook the view while it ran.
  // The whole request, results copied to plain values, belongs in one operation.
  template <typename Operation>
  auto read(Operation&& operation) {
    return with_index_errors([&] {
      for (int attempt = 1;; ++attempt) {
        try {
          refresh();
          return operation(std::as_const(database_), std::as_const(info_));
        } catch (Xapian::DatabaseModifiedError const&) {
          if (attempt == kMaxAttempts) throw;
        }
      }
    });
  }

 private:
  static constexpr int kMaxAttempts = 5;

  // What CURRENT was when it was last read; another file, time or size means another generation.
  struct PointerStamp {
    std::uint64_t inode = 0;
    std::int64_t modified_ns = 0;
    std::int64_t bytes = 0;
    friend bool operator==(PointerStamp const&, PointerStamp const&) = default;
  };

  void refresh();
  void open_live();
  void load_info(std::string const& generation);
  [[nodiscard]] std::optional<Timestamp> written(std::string const& generation) const;
  [[nodiscard]] PointerStamp stamp_of_current() const;

  std::optional<StoreLayout> layout_;  // nothing for a database that was given
  PointerStamp stamp_;
  Xapian::Database database_;
  IndexInfo info_;
};

// The library that stores the index, with its version: "Xapian 1.4.22".
[[nodiscard]] std::string index_library();

}  // namespace pressmark
