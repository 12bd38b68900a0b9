// Posts that come back as the archive once gave them out.
#pragma once

#include "indexer/archive/archive.h"
#include "indexer/archive/database.h"
#include "indexer/archive/job_log.h"

namespace pressmark {

// Archive::restore(). One transaction.
ChangeCounts restore_posts(Database& database, JobLog& jobs, NextPost const& next, Timestamp now);

}  // namespace pressmark
