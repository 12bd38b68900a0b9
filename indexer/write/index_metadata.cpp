// Metadata entries of the index, from its documents and the archive.
#include "indexer/write/index_metadata.h"

#include <string_view>

#include "common/base/error.h"
#include "common/index/boilerplate.h"
#include "common/index/schema.h"
#include "common/index/store_layout.h"
#include "indexer/write/document_builder.h"
#include "indexer/write/repeated_shingles.h"

namespace pressmark {
namespace {

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
