// Reading the metadata of the live generation.
#include "indexer/write/live_index.h"

#include <string_view>
#include <xapian.h>

#include "common/base/error.h"
#include "common/base/number_text.h"
#include "common/index/schema.h"

namespace pressmark {
namespace {

std::int64_t number_in(std::string const& text) {
  return leading_number<std::int64_t>(text).value_or(0);
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

}  // namespace pressmark
