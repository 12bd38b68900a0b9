// Posts that come back as the archive once gave them out.
#pragma once

#include "indexer/archive/database/database.h"
#include "indexer/archive/job/job_log.h"
#include "indexer/archive/model/archived_post.h"
#include "indexer/archive/model/change_counts.h"

namespace pressmark {

// Archive::restore(). One transaction.
ChangeCounts restore_posts(Database& database, JobLog& jobs, NextPost const& next, Timestamp now);

}  // namespace pressmark
