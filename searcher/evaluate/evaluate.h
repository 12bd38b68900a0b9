// How well judged queries are answered.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
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
  std::string note;                   // "eq:NAME": the queries of a group must give the same list
  std::vector<std::string> excluded;  // ends of URLs: posts that do not count, as if the store lacked them
};

// How one query was answered, looked at as deep as kEvaluatedPosts.
struct QueryOutcome {
  std::string id;
  std::string query;
  std::string kind;
  std::string first;  // URL of the section or post that came first, else its id; empty if nothing was found
  bool has_answer = false;     // some post is judged to answer it; without, nothing below is measured
  double ndcg10 = 0;           // of posts, linear gain
  std::size_t right_rank = 0;  // of the first post that answers, from 1; 0 if there is none
  double recall10 = 0;
  bool post_first = false;  // the first post is one of the best judged
  bool judges_sections = false;
  bool section_first = false;  // the first section is one judged best

  [[nodiscard]] bool is_miss() const {
    if (!has_answer) return !first.empty();
    return !post_first || (judges_sections && !section_first);
  }
};

inline constexpr std::size_t kEvaluatedPosts = 10;

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
  std::vector<QueryOutcome> queries;  // as judged, in their order
  std::map<std::string, QualityFigures> by_kind;
  QualityFigures all;                       // over queries that have a judged answer
  std::vector<std::string> unequal_groups;  // eq: groups whose lists differ
};

// Reads judgements: tab-separated qid, query, kind, relevant (`path[#anchor]=grade`, comma
// separated), note; a header line is skipped. Throws Error{source_missing} or Error{bad_source}.
[[nodiscard]] std::vector<JudgedQuery> read_judgements(std::filesystem::path const& file);

// Reads TREC queries (id, tab, text) and qrels (query, 0, document, grade); `document` is the end of a URL.
[[nodiscard]] std::vector<JudgedQuery> read_trec(std::filesystem::path const& queries,
                                                 std::filesystem::path const& qrels);

// Puts the documents of `file`, lines of a query's id, a tab or space and the end of a URL, into what is
// excluded for the query. Queries that are not judged do not matter. Throws Error{source_missing} or
// Error{bad_source}.
void read_exclusions(std::filesystem::path const& file, std::vector<JudgedQuery>& judged);

// Asks every query. Throws what Searcher::search() throws.
[[nodiscard]] QualityReport evaluate(Searcher& searcher, std::vector<JudgedQuery> const& judged,
                                     Timestamp now);

}  // namespace pressmark
