// The members that the reports of index and reindex have in common.
#pragma once

#include "operations/change/index_report.h"
#include "present/json/json.h"

namespace pressmark {

[[nodiscard]] Json index_report_object(IndexReport const& report);

}  // namespace pressmark
