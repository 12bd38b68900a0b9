// How well judged queries are answered.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "searcher/searcher.h"

namespace pressmark {

// A query with the places that answer it. A place is the end of a post's URL, optionally with
// "#anchor"; grades run from 1 to 3.
struct JudgedQuery {
  std::string id;
  std::string query;
  std::string kind;
  std::vector<std::pair<std::string, int>> relevant;
  std::string note;  // "eq:NAME": the queries of a group must give the same list
};

// Figures over the queries of one kind, each 0 to 1 and a mean over the queries it applies to.
struct QualityFigures {
  std::size_t queries = 0;
  double ndcg10 = 0;  // of posts, linear gain
  double mrr = 0;
  double recall10 = 0;
  double post_first = 0;     // share of queries whose first post is one of the best judged
  double section_first = 0;  // share, of those with a judged section, whose first section is one judged best
  std::size_t with_sections = 0;
  double zero_hits = 0;
};

struct QualityReport {
  std::map<std::string, QualityFigures> by_kind;
  QualityFigures all;                       // over queries that have a judged answer
  std::vector<std::string> unequal_groups;  // eq: groups whose lists differ
  std::vector<std::string> missed;          // "kind  query  → what came first" for the worst
};

// Reads judgements: tab-separated qid, query, kind, relevant (`path[#anchor]=grade`, comma
// separated), note; a header line is skipped. Throws Error{source_missing} or Error{bad_source}.
[[nodiscard]] std::vector<JudgedQuery> read_judgements(std::filesystem::path const& file);

// Reads TREC queries (id, tab, text) and qrels (query, 0, document, grade); `document` is the end of a URL.
[[nodiscard]] std::vector<JudgedQuery> read_trec(std::filesystem::path const& queries,
                                                 std::filesystem::path const& qrels);

[[nodiscard]] QualityReport evaluate(Searcher& searcher, std::vector<JudgedQuery> const& judged,
                                     Timestamp now);

}  // namespace pressmark
