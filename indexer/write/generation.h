// Building a new generation of the index beside the live one, and making it live.
#pragma once

#include <optional>
#include <string>

#include "common/index/store_layout.h"
#include "indexer/archive/archive.h"
#include "indexer/write/index_writer.h"

namespace pressmark {

// Indexes the whole of `archive` into a generation with a number never used before, verifies it,
// lets the gate judge it, makes it durable and points CURRENT at it. Generations other than it and
// the one that was live are removed afterwards. Whatever is thrown before leaves the store as it
// was. Throws Xapian::Error, std::filesystem::filesystem_error and Error.
IndexUpdate publish_new_generation(StoreLayout const& layout, Archive const& archive,
                                   UpdateOptions const& options);

// Removes what runs that were killed left of their builds.
void remove_unfinished_builds(StoreLayout const& layout);

}  // namespace pressmark
