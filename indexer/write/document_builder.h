// A post to a Xapian document, by the field table.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>
#include <xapian.h>

#include "indexer/archive/archive.h"

namespace pressmark {

// A document with what has to be known beside it.
struct BuiltDocument {
  Xapian::Document document;
  std::string id;        // the post's
  std::string id_term;   // replace_document() key
  std::string name;      // of the post, to people: its address, else its guid
  std::string language;  // primary subtag it was analysed with
  // Stem terms with the folded words that have them, for the index's table of word forms.
  std::vector<std::pair<std::string, std::string>> word_forms;
  std::vector<std::string> problems;  // what of the post was left out
};

// How much of a post's text is indexed and shown; the rest is left out.
inline constexpr std::size_t kMaxPostBytes = std::size_t{16} << 20;

// Depends on the post alone, so that an updated index equals a rebuilt one. Takes any content:
// terms never exceed Xapian's limits, positions stay below 2^31. Not thread-safe: one per thread,
// reused to keep its caches.
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

// The versions of schema, analyzer, extraction and record, as "1.1.1.1": an index of another format
// is rebuilt before it is updated.
[[nodiscard]] std::string index_format();

}  // namespace pressmark
