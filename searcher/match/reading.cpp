// Implements the answer to one reading: the first stage in Xapian, the second on its best candidates.
#include "searcher/match/reading.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

namespace pressmark {
namespace {

// Queries of up to so many words want all of them,
constexpr std::size_t kAllWordsLimit = 4;
// and up to so many if they are phrased as a sentence,
constexpr std::size_t kAllWordsOfSentence = 2;
// and are filled up with posts that have fewer where less than this have all.
constexpr std::size_t kEnough = 10;
// What counts as most of a query, by the weight of its words.
constexpr double kMostOfQuery = 0.4;

// Long queries are ranked by how much of them a post has.
bool is_long(QueryPlan const& plan) {
  return content_units(plan) > (is_sentence(plan) ? kAllWordsOfSentence : kAllWordsLimit);
}

void leave_out(Xapian::docid document, CandidateList& found) {
  auto const is_it = [&](Candidate const& candidate) { return candidate.document == document; };
  found.total -= std::erase_if(found.candidates, is_it);
}

std::vector<Xapian::docid> documents_of(std::vector<MatchedPost> const& posts) {
  std::vector<Xapian::docid> documents;
  for (auto const& post : posts) documents.push_back(post.document);
  return documents;
}

}  // namespace

bool may_miss_words(std::vector<QueryNode> const& wanted) {
  return std::count_if(wanted.begin(), wanted.end(), is_plain_word) > 1;
}

ReadingMatcher::ReadingMatcher(Xapian::Database const& database, Query const& query, QueryPlanner& planner,
                               std::string const& exact_title, MatchWindow const& window,
                               RankingWeights const& weights, TimeLimit& time)
    : database_(database),
      query_(query),
      planner_(planner),
      exact_title_(exact_title),
      window_(window),
      weights_(weights),
      time_(time),
      documents_(time),
      phrases_(time) {
  if (time.exists()) phrases_within_ = Xapian::Query(&phrases_);
  if (auto literals = required_literals(query.wanted); !literals.empty())
    literals_.emplace(std::move(literals), time);
  if (query.excluded.empty()) return;
  excluded_ = compile(query.excluded, planner.plan(query.excluded, database, time), WordPolicy::any_node);
}

ReadingAnswer ReadingMatcher::answer(std::vector<QueryNode> const& wanted) {
  begin(wanted);
  if (wanted.empty()) {
    list_posts();
    return std::move(answer_);
  }
  bool const may_miss = may_miss_words(wanted);
  if (may_miss && is_long(plan_)) {
    match_by_coverage();
    return std::move(answer_);
  }
  words_ = compile(wanted, answer_.plan, WordPolicy::all);
  if (may_miss && wants_filling()) {
    // The few posts that have all words, then those that have most.
    all_words_ = words_;
    if (count_up_to(1, complete(all_words_, query_.filters)) > 0) match_by_coverage();
  } else {
    match_all_words();
  }
  return std::move(answer_);
}

ReadingAnswer ReadingMatcher::answer_by_coverage(std::vector<QueryNode> const& wanted) {
  begin(wanted);
  match_by_coverage();
  return std::move(answer_);
}

bool ReadingMatcher::has_any(std::vector<QueryNode> const& wanted) {
  auto const words = compile(wanted, planner_.plan(wanted, database_, time_), WordPolicy::all);
  return count_up_to(1, complete(words, query_.filters)) > 0;
}

Facets ReadingMatcher::facets() {
  Facets facets;
  FacetCounter all;
  bool counted_all = false;
  for (auto const kind : kFilterKinds) {
    if (is_active(kind, query_.filters)) {
      FacetCounter counter;
      count(without(kind, query_.filters), counter);
      if (time_.was_over()) return facets;
      counter.store(kind, *window_.facet_names, facets);
    } else {
      if (!std::exchange(counted_all, true)) count(query_.filters, all);
      if (time_.was_over()) return facets;
      all.store(kind, *window_.facet_names, facets);
    }
  }
  return facets;
}

void ReadingMatcher::begin(std::vector<QueryNode> const& wanted) {
  wanted_ = wanted;
  plan_ = planner_.plan(wanted, database_, time_);
  answer_ = {};
  answer_.plan = plan_;
  answer_.wanted = wanted;
  all_words_ = {};
  words_ = {};
  by_coverage_ = false;
}

Xapian::Query ReadingMatcher::compile(std::vector<QueryNode> const& nodes, QueryPlan const& plan,
                                      WordPolicy policy) const {
  return compile_words(nodes, plan, policy, weights_.boosts, phrases_within_);
}

// Filters and exclusions around the words of the query.
Xapian::Query ReadingMatcher::complete(Xapian::Query words, Filters const& filters) const {
  if (!excluded_.empty()) words = Xapian::Query(Xapian::Query::OP_AND_NOT, words, excluded_);
  // Not by the compiled filter: one that nothing can pass (a period that ends before it begins)
  // is an empty query, too.
  if (filters != Filters{}) words = {Xapian::Query::OP_FILTER, words, compile_filters(filters)};
  return documents_.timed(words);
}

Xapian::Query ReadingMatcher::boosted(Xapian::Query const& words) const {
  return add_boosts(words, plan_, exact_title_, weights_.boosts, phrases_within_);
}

CandidateList ReadingMatcher::candidates(Xapian::Query const& query, MatchOrder order, std::size_t offset,
                                         std::size_t limit) const {
  if (time_.is_over()) return {};
  auto found = first_stage(database_, query, order, offset, limit, weights_, decider());
  // Where time was over a phrase that would have excluded the post may not have been looked for to the end.
  if (time_.was_over()) leave_out(documents_.last_passed(), found);
  return found;
}

std::size_t ReadingMatcher::count_up_to(std::size_t most, Xapian::Query const& query) const {
  return time_.is_over() ? 0 : pressmark::count_up_to(most, database_, query, decider());
}

// No words: all posts that pass the filters, by date, newest first unless asked otherwise.
void ReadingMatcher::list_posts() {
  words_ = Xapian::Query(std::string());
  auto const order = window_.order == MatchOrder::oldest ? MatchOrder::oldest : MatchOrder::newest;
  auto const found = candidates(complete(words_, query_.filters), order, window_.offset, window_.limit);
  count_total(found);
  take(found.candidates);
}

// Filters do not count here: the same words are answered in the same way under any filter, so
// that facets say what choosing one would give.
bool ReadingMatcher::wants_filling() const {
  if (window_.order != MatchOrder::relevance) return false;
  auto const total = count_up_to(kEnough, complete(words_, {}));
  return total > 0 && total < kEnough;
}

void ReadingMatcher::match_all_words() {
  auto const filtered = complete(words_, query_.filters);
  if (window_.order != MatchOrder::relevance) {
    auto const found = candidates(filtered, window_.order, window_.offset, window_.limit);
    count_total(found);
    take(found.candidates);
    return;
  }
  auto const query = boosted(filtered);
  auto const found = candidates(query, MatchOrder::relevance, 0, kCandidates);
  count_total(found);
  if (window_.offset < kCandidates) {
    auto ranked = second_stage(database_, plan_, found.candidates, exact_title_, weights_, time_);
    take_page(ranked);
  }
  auto const end = window_.offset + window_.limit;
  if (end > kCandidates && found.candidates.size() == kCandidates) {
    auto const begin = std::max<std::size_t>(window_.offset, kCandidates);
    take(candidates(query, MatchOrder::relevance, begin, end - begin).candidates);
  }
}

// Long questions, and short queries nothing has all words of: ranked by how much of the query a
// post has; what has too little is left out.
void ReadingMatcher::match_by_coverage() {
  by_coverage_ = true;
  // In a long question a quoted title is one thing among others.
  answer_.policy = is_long(plan_) ? WordPolicy::any_node : WordPolicy::any_word;
  answer_.least_coverage = least_coverage();
  words_ = compile(wanted_, plan_, answer_.policy);
  auto ranking = rank_by_coverage(query_.filters);
  answer_.total = ranking.posts.size();
  answer_.exact_total = ranking.is_everything;
  answer_.all_words_total = ranking.complete;
  covering_ = documents_of(ranking.posts);
  if (window_.order != MatchOrder::relevance) sort_by_date(ranking.posts);
  take_page(ranking.posts);
}

ReadingMatcher::CoverageRanking ReadingMatcher::rank_by_coverage(Filters const& filters) const {
  CandidateList complete_posts;
  if (!all_words_.empty()) {
    complete_posts = candidates(boosted(complete(all_words_, filters)), MatchOrder::relevance, 0, kEnough);
  }
  auto found = candidates(boosted(complete(words_, filters)), MatchOrder::relevance, 0, kCoverageCandidates);
  bool const is_everything = found.total <= kCoverageCandidates;
  std::set<Xapian::docid> have_all;
  for (auto const& post : complete_posts.candidates) have_all.insert(post.document);
  auto not_found = have_all;
  for (auto const& post : found.candidates) not_found.erase(post.document);
  for (auto const& post : complete_posts.candidates) {
    if (not_found.contains(post.document)) found.candidates.push_back(post);
  }
  auto posts = second_stage(database_, plan_, found.candidates, exact_title_, weights_, time_);
  auto const least = least_coverage();
  std::erase_if(posts, [&](MatchedPost const& post) {
    bool const is_examined = !post.parts.units.empty();
    return is_examined && post.parts.coverage < least && !have_all.contains(post.document);
  });
  std::stable_partition(posts.begin(), posts.end(),
                        [&](MatchedPost const& post) { return have_all.contains(post.document); });
  return {std::move(posts), complete_posts.total, is_everything};
}

// A short query of which a post has only half is answered badly; the longer a question, the
// more it says twice, or in words of its own.
double ReadingMatcher::least_coverage() const {
  auto const words = static_cast<double>(content_units(plan_));
  auto const least =
      weights_.relaxed_coverage * std::min(1.0, std::pow(2.0 / words, weights_.relaxed_exponent));
  // Behind posts that have all words, those that follow should have most of them.
  return all_words_.empty() ? least : std::max(least, kMostOfQuery);
}

void ReadingMatcher::sort_by_date(std::vector<MatchedPost>& posts) const {
  bool const newest = window_.order == MatchOrder::newest;
  std::stable_sort(posts.begin(), posts.end(), [&](MatchedPost const& a, MatchedPost const& b) {
    return newest ? a.published > b.published : a.published < b.published;
  });
  // The empty value of a post without a date sorts as the oldest.
  std::stable_partition(posts.begin(), posts.end(),
                        [](MatchedPost const& post) { return !post.published.empty(); });
}

void ReadingMatcher::count(Filters const& filters, FacetCounter& counter) const {
  if (by_coverage_) {
    auto const& posts = filters == query_.filters ? covering_ : documents_of(rank_by_coverage(filters).posts);
    for (auto const post : posts) counter.add(database_.get_document(post));
  } else if (!time_.is_over()) {
    count_matches(database_, complete(words_, filters), counter, decider());
  }
}

void ReadingMatcher::count_total(CandidateList const& found) {
  answer_.total = found.total;
  answer_.exact_total = found.exact_total;
}

void ReadingMatcher::take_page(std::vector<MatchedPost>& ranked) {
  auto const end = std::min(ranked.size(), window_.offset + window_.limit);
  for (auto i = std::min(window_.offset, end); i < end; ++i) answer_.posts.push_back(std::move(ranked[i]));
}

void ReadingMatcher::take(std::vector<Candidate> const& found) {
  auto posts = examine(database_, plan_, found, weights_, time_);
  std::move(posts.begin(), posts.end(), std::back_inserter(answer_.posts));
}

}  // namespace pressmark
