// A post to a Xapian document, by the field table.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "indexer/archive/archive.h"

namespace pressmark {

// A document with what has to be known beside it.
struct BuiltDocument {
  Xapian::Document document;
  std::string id_term;   // replace_document() key
  std::string language;  // primary subtag it was analysed with
  // Stem terms with the folded words they stand for, for the index's table of word forms.
  std::vector<std::pair<std::string, std::string>> word_forms;
};

// Depends on the post alone, so that an updated index equals a rebuilt one. Terms never exceed
// Xapian's limits. Not thread-safe: one per thread, reused to keep its caches.
class DocumentBuilder {
 public:
  DocumentBuilder();
  ~DocumentBuilder();
  DocumentBuilder(DocumentBuilder&&) noexcept;
  DocumentBuilder& operator=(DocumentBuilder&&) noexcept;
  [[nodiscard]] BuiltDocument build(ArchivedPost const& archived);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Schema, analyzer, extraction and stemmer versions in one string: an index of another format is
// rebuilt before it is updated.
[[nodiscard]] std::string index_format();

}  // namespace pressmark
