// What one search is answered for, and from what.
#pragma once

#include <string>
#include <xapian.h>

#include "common/base/time_limit.h"
#include "searcher/match/first_stage.h"
#include "searcher/match/ranking_weights.h"
#include "searcher/query/query.h"
#include "searcher/query/query_plan.h"

namespace pressmark {

class NameTable;

// Keeps references, all of which must outlive it. Belongs to one thread, as its planner does.
struct SearchContext {
  Xapian::Database const& database;
  RankingWeights const& weights;
  QueryPlanner& planner;
  Query const& query;
  // The key term of the title that the query would be (Field::title_exact), empty if no post has it.
  std::string const& exact_title;
  MatchWindow window;
  // Facets are counted if these names are given.
  NameTable const* facet_names = nullptr;
  TimeLimit& time;
};

}  // namespace pressmark
