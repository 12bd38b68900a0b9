// Metadata entries of the index, from its documents and the archive, and back.
#include "indexer/write/index_state.h"

#include <string_view>

#include "common/base/error.h"
#include "common/index/boilerplate.h"
#include "common/index/schema.h"
#include "common/strings/number_text.h"
#include "indexer/write/document_builder.h"
#include "indexer/write/repeated_shingles.h"

namespace pressmark {
namespace {

std::int64_t number_in(std::string const& text) {
  return leading_number<std::int64_t>(text).value_or(0);
}

std::string languages_of(Xapian::Database const& whole) {
  std::string const prefix(field_info(Field::language).prefix);
  std::string languages;
  for (auto it = whole.allterms_begin(prefix); it != whole.allterms_end(prefix); ++it) {
    if (!languages.empty()) languages.push_back(',');
    languages.append(*it, prefix.size());
  }
  return languages;
}

}  // namespace

std::optional<std::string> live_generation(StoreLayout const& layout) {
  try {
    return current_generation(layout);
  } catch (Error const&) {
    return std::nullopt;
  }
}

std::optional<LiveIndex> inspect_live_index(StoreLayout const& layout) {
  auto const generation = live_generation(layout);
  if (!generation) return std::nullopt;
  try {
    Xapian::Database const database(layout.generation(*generation).string());
    auto const get = [&](std::string_view key) { return database.get_metadata(std::string(key)); };
    return LiveIndex{.generation = *generation,
                     .format = get(metadata::kFormat),
                     .archive_uuid = get(metadata::kArchive),
                     .change = number_in(get(metadata::kChange)),
                     .documents = database.get_doccount()};
  } catch (Xapian::DatabaseError const&) {
    return std::nullopt;
  }
}

void write_metadata(Xapian::WritableDatabase& database, Xapian::Database const& whole,
                    Archive const& archive) {
  auto const set = [&](std::string_view key, std::string const& value) {
    database.set_metadata(std::string(key), value);
  };
  set(metadata::kGenerator, "pressmark");
  set(metadata::kFormat, index_format());
  set(metadata::kLanguages, languages_of(whole));
  set(metadata::kArchive, archive.uuid());
  set(metadata::kChange, std::to_string(archive.last_change()));
}

void write_boilerplate(Xapian::WritableDatabase& database, Xapian::Database const& whole) {
  database.set_metadata(std::string(metadata::kBoilerplate), pack_boilerplate(find_boilerplate(whole)));
}

// What was found before holds as long as the sample it was found in does.
void update_boilerplate(Xapian::WritableDatabase& database, std::optional<std::string> const& smallest_id) {
  auto const known = unpack_boilerplate(database.get_metadata(std::string(metadata::kBoilerplate)));
  if (known && !(smallest_id && concerns_sample(*known, *smallest_id))) return;
  write_boilerplate(database, database);
}

void require_every_post(Xapian::Database const& whole, Archive const& archive) {
  if (whole.get_doccount() == archive.size()) return;
  throw Error(ErrorCode::gate_failed,
              "the index would hold " + std::to_string(whole.get_doccount()) + " posts, the archive has " +
                  std::to_string(archive.size()),
              kRebuildHint);
}

}  // namespace pressmark
