// What an index says about itself.
#pragma once

#include <optional>
#include <string>
#include <xapian.h>

#include "indexer/archive/archive.h"

namespace pressmark {

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
