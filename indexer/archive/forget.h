// Taking posts out of the archive for good.
#pragma once

#include <span>
#include <string>

#include "indexer/archive/archive.h"
#include "indexer/archive/database.h"

namespace pressmark {

// Archive::forget(). One transaction.
Forgotten forget_posts(Database& database, std::span<std::string const> names, Timestamp now);

}  // namespace pressmark
