// What an index says about itself: written at the end of an update, read at the beginning of the next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <xapian.h>

#include "common/index/store_layout.h"
#include "indexer/archive/archive.h"

namespace pressmark {

// The generation CURRENT names; nothing if there is none, or CURRENT is damaged.
[[nodiscard]] std::optional<std::string> live_generation(StoreLayout const& layout);

struct LiveIndex {
  std::string generation;
  std::string format;  // index_format() when it was written
  std::string archive_uuid;
  std::int64_t change = 0;  // the archive's change number up to which it is
  std::size_t documents = 0;
};

// Nothing if there is no live generation, or none that can be read: the archive can replace it.
[[nodiscard]] std::optional<LiveIndex> inspect_live_index(StoreLayout const& layout);

// Writes into `database` the format, the languages of the posts in `whole`, and that it reflects the
// present state of `archive`. `whole` is `database`, or the databases that it will be merged with.
void write_metadata(Xapian::WritableDatabase& database, Xapian::Database const& whole,
                    Archive const& archive);

// Writes into `database` what the posts of `whole` repeat (repeated_shingles.h).
void write_boilerplate(Xapian::WritableDatabase& database, Xapian::Database const& whole);

// The same for a database of which posts changed, `smallest_id` the smallest of their ids, if any; only if
// it may be something else than before.
void update_boilerplate(Xapian::WritableDatabase& database, std::optional<std::string> const& smallest_id);

// Throws Error{gate_failed} unless `whole` holds one document for each live post of `archive`.
void require_every_post(Xapian::Database const& whole, Archive const& archive);

}  // namespace pressmark
