// Posts, word forms and metadata into one Xapian database.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>
#include <xapian.h>

#include "common/base/progress.h"
#include "indexer/archive/archive.h"
#include "indexer/write/document_builder.h"

namespace pressmark {

// Whom to tell of each row, and how many there will be.
struct RowProgress {
  std::size_t total = 0;
  ReportProgress report;  // may be empty
};

// Applies changes to `database`, which outlives it; whether they become visible is the caller's
// affair. Methods throw Xapian::Error, after which nothing pending can be relied upon.
class DocumentWriter {
 public:
  DocumentWriter(Xapian::WritableDatabase& database, RowProgress progress)
      : database_(database), progress_(std::move(progress)) {}

  // Adds the post, or replaces the document that has its id.
  void put(ArchivedPost const& archived);
  // Removes the post if the index has it.
  void remove(std::string const& id);
  // Writes the metadata: what the posts repeat, and which state of `archive` the index reflects. Throws
  // Error{gate_failed} if the database does not hold one document for each live post.
  void finish(Archive const& archive);

  [[nodiscard]] std::size_t put_count() const noexcept { return put_; }
  [[nodiscard]] std::size_t removed_count() const noexcept { return removed_; }
  [[nodiscard]] std::vector<std::string> take_problems() noexcept { return std::move(problems_); }

 private:
  void add_word_forms(BuiltDocument const& built);
  void note_change(std::string const& id);
  void update_boilerplate();
  void count_row();

  Xapian::WritableDatabase& database_;
  RowProgress progress_;
  DocumentBuilder builder_;
  std::unordered_set<std::string> known_forms_;
  std::vector<std::string> problems_;
  std::optional<std::string> smallest_changed_id_;
  std::size_t rows_ = 0;
  std::size_t put_ = 0;
  std::size_t removed_ = 0;
};

// Throws Error{gate_failed} unless `database` holds one document for each live post of `archive`.
void require_every_post(Xapian::Database const& database, Archive const& archive);

}  // namespace pressmark
