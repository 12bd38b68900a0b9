// Taking posts out of the archive.
#pragma once

#include <span>
#include <string>

#include "indexer/archive/archive.h"
#include "indexer/archive/database.h"

namespace pressmark {

// Archive::remove(). One transaction.
std::size_t remove_posts(Database& database, std::span<std::string const> ids, Timestamp now);

// Archive::forget(). One transaction.
std::size_t forget_posts(Database& database, std::span<std::string const> urls, Timestamp now);

}  // namespace pressmark
