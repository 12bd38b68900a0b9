// Posts that moved to another domain or got another permalink.
#pragma once

#include <string>

#include "indexer/archive/database/database.h"
#include "indexer/archive/job/job_log.h"
#include "indexer/archive/model/changes.h"

namespace pressmark {

// Archive::move(). One transaction.
Moved move_posts(Database& database, JobLog& jobs, std::string const& from, std::string const& to,
                 Timestamp now);

}  // namespace pressmark
