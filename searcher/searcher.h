// The search side's facade: a query in, results out.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/base/time_limit.h"
#include "common/date/date_range.h"
#include "common/index/store_layout.h"
#include "searcher/match/ranking_weights.h"
#include "searcher/query/condition.h"
#include "searcher/query/word_reading.h"
#include "searcher/results/explanation.h"
#include "searcher/results/search_results.h"
#include "searcher/results/sort_order.h"
#include "searcher/results/suggestions.h"

namespace pressmark {

class IndexReader;

// A search as a person asks for it. Filters of one kind widen each other, filters of different
// kinds narrow; those written in the query count too.
struct SearchRequest {
  std::string query;
  std::vector<std::string> categories;
  std::vector<std::string> authors;
  std::vector<std::string> sites;
  std::vector<std::string> languages;
  std::string since;  // a date as parse_date_range() reads it; empty for no bound
  std::string until;
  std::optional<Condition> condition;  // beside the filters; an explanation tells nothing of it
  WordReading words;
  SortOrder sort = SortOrder::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  std::size_t max_sections = 3;     // per post
  std::size_t snippet_bytes = 220;  // of a fragment, about
  std::size_t fragments = 1;        // pieces of a section's text in its snippet, at most
  bool facets = false;
  std::optional<Deadline> deadline;  // nothing: it takes as long as it takes
};

// What a searcher finds in its store at the moment.
struct IndexState {
  std::string version;  // the version that answers would have
  std::size_t posts = 0;
  std::optional<Timestamp> written;  // when that version of the index was
};

// Searches one store. Not thread-safe: one per thread; it follows the store as the index changes.
class Searcher {
 public:
  // Throws Error{store_missing}, Error{store_newer} or Error{store_damaged}.
  explicit Searcher(StoreLayout layout, RankingWeights const& weights = {});
  // Searches what `reader` reads.
  Searcher(IndexReader reader, RankingWeights const& weights);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  // `now` is what relative dates count from. At the request's deadline it stops: the results are what was
  // found until then, and marked as partial. What goes on is reading a new index's names for facets and
  // the titles of the hits, some µs for each post, and preparing a match: some 10 ms for thousands of terms.
  // Never fails for what is in the query text; throws Error{usage} for request members that make no sense (a
  // date that is none, offset + limit above kMaxWindow) and Error{store_damaged}.
  [[nodiscard]] SearchResults search(SearchRequest const& request, Timestamp now);

  // Why the post called `name` (find_post()) stands where it does in the answer to `request`, or
  // why it is not in it; pages and deadline do not count. Fails as search() does, and with Error{usage} if no
  // post is called so, or several are.
  [[nodiscard]] Explanation explain(SearchRequest const& request, std::string const& name, Timestamp now);

  // Completions for what a reader has typed so far; never fails for what that is.
  [[nodiscard]] Suggestions suggest(std::string const& typed);

  // The sites of the posts, by name, with their numbers of posts.
  [[nodiscard]] FacetCounts sites();

  // Costs a fraction of a search. Throws Error{store_missing}, Error{store_newer}, Error{store_damaged}.
  [[nodiscard]] IndexState state();

  static constexpr std::size_t kMaxWindow = 10'000;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressmark
