// Applying the archive's rows to the index.
#include "indexer/write/document_writer.h"

#include <string_view>
#include <utility>

#include "common/base/error.h"
#include "common/index/boilerplate.h"
#include "common/index/schema.h"
#include "common/index/store_layout.h"
#include "indexer/write/repeated_shingles.h"

namespace pressmark {
namespace {

// Beyond these the forms seen are forgotten, which costs no more than writing some again.
constexpr std::size_t kMostKnownForms = 200'000;

// The languages that posts in `database` have, pending ones included.
std::string languages_of(Xapian::Database const& database) {
  std::string const prefix(field_info(Field::language).prefix);
  std::string languages;
  for (auto it = database.allterms_begin(prefix); it != database.allterms_end(prefix); ++it) {
    if (!languages.empty()) languages.push_back(',');
    languages.append(*it, prefix.size());
  }
  return languages;
}

}  // namespace

void DocumentWriter::put(ArchivedPost const& archived) {
  auto const built = builder_.build(archived);
  database_.replace_document(built.id_term, built.document);
  add_word_forms(built);
  note_change(archived.id);
  auto const& post = archived.post;
  for (auto const& problem : built.problems) {
    problems_.push_back((post.url.empty() ? post.guid : post.url) + ": " + problem);
  }
  ++put_;
  count_row();
}

void DocumentWriter::remove(std::string const& id) {
  count_row();
  auto const id_term = key_term(Field::id, id);
  if (!database_.term_exists(id_term)) return;
  database_.delete_document(id_term);
  note_change(id);
  ++removed_;
}

void DocumentWriter::count_row() {
  ++rows_;
  if (progress_.report) progress_.report({"indexing", rows_, progress_.total});
}

void DocumentWriter::add_word_forms(BuiltDocument const& built) {
  if (known_forms_.size() > kMostKnownForms) known_forms_.clear();
  for (auto const& [stem, word] : built.word_forms) {
    if (known_forms_.insert(stem + ' ' + word).second) database_.add_synonym(stem, word);
  }
}

void DocumentWriter::note_change(std::string const& id) {
  if (!smallest_changed_id_ || id < *smallest_changed_id_) smallest_changed_id_ = id;
}

// What was found before holds as long as the sample it was found in does.
void DocumentWriter::update_boilerplate() {
  std::string const key(metadata::kBoilerplate);
  auto const known = unpack_boilerplate(database_.get_metadata(key));
  if (known && !(smallest_changed_id_ && concerns_sample(*known, *smallest_changed_id_))) return;
  database_.set_metadata(key, pack_boilerplate(find_boilerplate(database_)));
}

void DocumentWriter::finish(Archive const& archive) {
  require_every_post(database_, archive);
  update_boilerplate();
  auto const set = [&](std::string_view key, std::string const& value) {
    database_.set_metadata(std::string(key), value);
  };
  set(metadata::kGenerator, "pressmark");
  set(metadata::kFormat, index_format());
  set(metadata::kLanguages, languages_of(database_));
  set(metadata::kArchive, archive.uuid());
  set(metadata::kChange, std::to_string(archive.last_change()));
}

void require_every_post(Xapian::Database const& database, Archive const& archive) {
  if (database.get_doccount() == archive.size()) return;
  throw Error(ErrorCode::gate_failed,
              "the index would hold " + std::to_string(database.get_doccount()) + " posts, the archive has " +
                  std::to_string(archive.size()),
              kRebuildHint);
}

}  // namespace pressmark
