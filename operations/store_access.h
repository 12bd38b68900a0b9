// What commands that change the archive have in common: they begin with one and end with the index.
#pragma once

#include "common/index/store_layout.h"
#include "indexer/archive/archive.h"
#include "indexer/write/index_writer.h"
#include "operations/index_report.h"

namespace pressmark {

// Throws Error{store_missing} where there is no archive, before a lock or a directory is made.
void require_archive(StoreLayout const& layout);

// Brings the index up to date and says so in `report`. Asked for even when no post changed: an
// earlier run may have died before it came here. The caller holds the StoreLock. Throws what
// update_index() throws.
void publish(StoreLayout const& layout, Archive const& archive, IndexReport& report,
             UpdateOptions const& options = {});

}  // namespace pressmark
