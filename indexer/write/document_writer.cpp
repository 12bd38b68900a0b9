// The flush threshold and where it comes from, transactions, and applying the archive's rows.
#include "indexer/write/document_writer.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "common/base/files.h"
#include "common/index/schema.h"

namespace pressmark {
namespace {

// What pending postings take for each byte of the archive: 7,243 posts of 28 MB of text took 25 s and
// 146 MB in all with 4 MiB of the archive pending, 26 s and 287 MB with 16 MiB, 29 s and 624 MB with 64 MiB.
constexpr std::uintmax_t kMemoryPerByte = 10;
constexpr std::uintmax_t kFewestPending = 10;
constexpr std::uintmax_t kMostPending = 10'000;  // Xapian's default

// Beyond these the forms seen are forgotten, which costs no more than writing some again.
constexpr std::size_t kMostKnownForms = 200'000;

}  // namespace

unsigned posts_per_flush(StoreLayout const& layout, std::size_t posts, std::size_t memory_bytes) {
  auto const mean_bytes = size_on_disk(layout.archive()) / std::max<std::size_t>(posts, 1) + 1;
  return static_cast<unsigned>(
      std::clamp(memory_bytes / kMemoryPerByte / mean_bytes, kFewestPending, kMostPending));
}

Xapian::WritableDatabase open_for_writing(std::filesystem::path const& path, int flags,
                                          unsigned posts_per_flush) {
  ::setenv("XAPIAN_FLUSH_THRESHOLD", std::to_string(posts_per_flush).c_str(), 1);
  return Xapian::WritableDatabase(path.string(), flags);
}

IndexTransaction::IndexTransaction(Xapian::WritableDatabase& database) : database_(database) {
  database_.begin_transaction();
}

IndexTransaction::~IndexTransaction() {
  if (!is_open_) return;
  try {
    database_.cancel_transaction();
  } catch (Xapian::Error const&) {
    // Nothing was committed; what caused this is on its way already.
  }
}

void IndexTransaction::commit() {
  database_.commit_transaction();
  is_open_ = false;
}

void DocumentWriter::put(BuiltDocument const& built) {
  database_.replace_document(built.id_term, built.document);
  add_word_forms(built);
  note_change(built.id);
  for (auto const& problem : built.problems) problems_.push_back(built.name + ": " + problem);
  ++put_;
}

void DocumentWriter::remove(std::string const& id) {
  auto const id_term = key_term(Field::id, id);
  if (!database_.term_exists(id_term)) return;
  database_.delete_document(id_term);
  note_change(id);
  ++removed_;
}

void DocumentWriter::add_word_forms(BuiltDocument const& built) {
  if (known_forms_.size() > kMostKnownForms) known_forms_.clear();
  for (auto const& [stem, word] : built.word_forms) {
    if (known_forms_.insert(stem + ' ' + word).second) database_.add_synonym(stem, word);
  }
}

void DocumentWriter::note_change(std::string const& id) {
  if (!smallest_id_ || id < *smallest_id_) smallest_id_ = id;
}

}  // namespace pressmark
