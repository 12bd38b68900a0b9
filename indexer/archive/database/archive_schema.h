// The tables of an archive, their version, and what marks a file as ours.
#pragma once

#include "indexer/archive/database/database.h"

namespace pressmark {

// Makes an archive of an empty file, in one transaction; does nothing to an existing one.
void create_schema(Database& database);

// Throws Error{store_missing} for a file without any table, Error{store_damaged} for a database
// of something else, Error{store_newer} for tables of a later version.
void check_schema(Database& database);

}  // namespace pressmark
