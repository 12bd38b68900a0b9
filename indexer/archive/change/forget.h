// Taking posts out of the archive for good.
#pragma once

#include <span>
#include <string>

#include "indexer/archive/database/database.h"
#include "indexer/archive/job/job_log.h"
#include "indexer/archive/model/changes.h"

namespace pressmark {

// Archive::forget(). One transaction.
Forgotten forget_posts(Database& database, JobLog& jobs, std::span<std::string const> names, Timestamp now);

}  // namespace pressmark
