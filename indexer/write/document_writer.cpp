// Applying the archive's rows to the index.
#include "indexer/write/document_writer.h"

#include "common/index/schema.h"

namespace pressmark {
namespace {

// Beyond these the forms seen are forgotten, which costs no more than writing some again.
constexpr std::size_t kMostKnownForms = 200'000;

}  // namespace

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
