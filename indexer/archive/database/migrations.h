// From the tables of earlier versions to the present ones: the only place that knows the former.
#pragma once

#include <cstdint>

#include "indexer/archive/database/database.h"

namespace pressmark {

// Stands in the file's user_version; whoever changes the tables raises it and adds a migration.
inline constexpr std::int64_t kArchiveVersion = 2;

// The version of the tables in an archive.
[[nodiscard]] std::int64_t archive_version(Database& database);

// Brings an archive to the present version, in one transaction; does nothing to one that has it.
// Before foreign keys are enforced on the connection.
void migrate(Database& database);

// Makes an archive of an earlier version, which is not written to, readable as if it were of the
// present one: views that last as long as the connection stand before its tables.
void present_as_current(Database& database);

}  // namespace pressmark
