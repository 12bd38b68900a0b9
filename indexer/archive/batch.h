// One source's posts into the archive.
#pragma once

#include <span>
#include <string>

#include "indexer/archive/archive.h"
#include "indexer/archive/database.h"

namespace pressmark {

// Archive::apply(). One transaction.
ChangeCounts apply_batch(Database& database, std::string const& source, std::span<Post const> posts,
                         Timestamp now);

}  // namespace pressmark
