// The first stage in Xapian, the second on its best candidates.
#include "searcher/match/reading.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

namespace pressmark {
namespace {

// A query of up to this many words wants all of them.
constexpr std::size_t kAllWordsLimit = 4;
// A query that is phrased as a sentence wants all words only if it has no more than these.
constexpr std::size_t kAllWordsOfSentence = 2;
// Where fewer posts than this have all words, posts that have most of them follow.
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
  return std::ranges::count_if(wanted, [](QueryNode const& node) { return is_plain_word(node); }) > 1;
}

ReadingMatcher::ReadingMatcher(SearchContext const& context) : context_(context), phrases_(context.time) {
  if (context.time.exists()) phrases_within_ = Xapian::Query(&phrases_);
  auto const& query = context.query;
  if (auto literals = required_literals(query.wanted); !literals.empty())
    literals_.emplace(std::move(literals), context.time);
  if (query.excluded.empty()) return;
  excluded_ =
      compile(context.planner.plan(query.excluded, context.database, context.time), WordPolicy::any_node);
}

ReadingAnswer ReadingMatcher::answer(std::vector<QueryNode> const& wanted) const {
  auto reading = plan(wanted);
  if (wanted.empty()) return list_posts(std::move(reading));
  bool const may_miss = may_miss_words(wanted);
  if (may_miss && is_long(reading.plan)) return match_by_coverage(std::move(reading));
  reading.words = compile(reading.plan, WordPolicy::all);
  if (!may_miss || !wants_filling(reading)) return match_all_words(std::move(reading));
  // The few posts that have all words, then those that have most.
  reading.all_words = reading.words;
  if (count_up_to(1, filtered(reading.all_words, context_.query.filters)) > 0)
    return match_by_coverage(std::move(reading));
  return {.reading = std::move(reading)};
}

ReadingAnswer ReadingMatcher::answer_by_coverage(std::vector<QueryNode> const& wanted) const {
  return match_by_coverage(plan(wanted));
}

bool ReadingMatcher::has_any(std::vector<QueryNode> const& wanted) const {
  auto const words =
      compile(context_.planner.plan(wanted, context_.database, context_.time), WordPolicy::all);
  return count_up_to(1, filtered(words, context_.query.filters)) > 0;
}

Facets ReadingMatcher::facets(ReadingAnswer const& answer) const {
  Facets facets;
  FacetCounter all;
  bool counted_all = false;
  auto const& filters = context_.query.filters;
  for (auto const dimension : kDimensions) {
    if (is_active(dimension, filters)) {
      FacetCounter counter;
      count(answer, without(dimension, filters), counter);
      if (context_.time.was_over()) return facets;
      counter.store(dimension, *context_.facet_names, facets);
    } else {
      if (!std::exchange(counted_all, true)) count(answer, filters, all);
      if (context_.time.was_over()) return facets;
      all.store(dimension, *context_.facet_names, facets);
    }
  }
  return facets;
}

Reading ReadingMatcher::plan(std::vector<QueryNode> const& wanted) const {
  return {.wanted = wanted, .plan = context_.planner.plan(wanted, context_.database, context_.time)};
}

Xapian::Query ReadingMatcher::compile(QueryPlan const& plan, WordPolicy policy) const {
  return compile_words(plan, policy, context_.weights.boosts, phrases_within_);
}

// Filters and exclusions around the words of the query.
Xapian::Query ReadingMatcher::filtered(Xapian::Query words, Filters const& filters) const {
  if (!excluded_.empty()) words = Xapian::Query(Xapian::Query::OP_AND_NOT, words, excluded_);
  // Not by the compiled filter: one that nothing can pass (a period that ends before it begins)
  // is an empty query, too.
  if (filters != Filters{}) words = {Xapian::Query::OP_FILTER, words, compile_filters(filters)};
  return words;
}

Xapian::Query ReadingMatcher::boosted(Xapian::Query const& words, QueryPlan const& plan) const {
  return add_boosts(words, plan, context_.exact_title, context_.weights.boosts, phrases_within_);
}

CandidateList ReadingMatcher::candidates(Xapian::Query const& words, MatchWindow const& window) const {
  TimedDocuments documents(context_.time);
  return first_stage_in_time(documents.timed(words), window, documents);
}

// The same with what adds to the weight of posts around it.
CandidateList ReadingMatcher::best_candidates(Xapian::Query const& words, QueryPlan const& plan,
                                              MatchWindow const& window) const {
  TimedDocuments documents(context_.time);
  return first_stage_in_time(boosted(documents.timed(words), plan), window, documents);
}

CandidateList ReadingMatcher::first_stage_in_time(Xapian::Query const& query, MatchWindow const& window,
                                                  TimedDocuments const& documents) const {
  if (context_.time.is_over()) return {};
  auto found = first_stage(context_.database, query, window, context_.weights, decider());
  // Where time was over a phrase that would have excluded the post may not have been looked for to the end.
  if (context_.time.was_over()) leave_out(documents.last_passed(), found);
  return found;
}

std::size_t ReadingMatcher::count_up_to(std::size_t most, Xapian::Query const& words) const {
  if (context_.time.is_over()) return 0;
  TimedDocuments documents(context_.time);
  return pressmark::count_up_to(most, context_.database, documents.timed(words), decider());
}

// No words: all posts that pass the filters, by date, newest first unless asked otherwise.
ReadingAnswer ReadingMatcher::list_posts(Reading reading) const {
  reading.words = Xapian::Query(std::string());
  auto window = context_.window;
  if (window.order != MatchOrder::oldest) window.order = MatchOrder::newest;
  auto const found = candidates(filtered(reading.words, context_.query.filters), window);
  ReadingAnswer answer{.reading = std::move(reading), .total = found.total, .exact_total = found.exact_total};
  take(found.candidates, answer);
  return answer;
}

// Filters do not count here: the same words are answered in the same way under any filter, so
// that facets say what choosing one would give.
bool ReadingMatcher::wants_filling(Reading const& reading) const {
  if (context_.window.order != MatchOrder::relevance) return false;
  auto const total = count_up_to(kEnough, filtered(reading.words, {}));
  return total > 0 && total < kEnough;
}

ReadingAnswer ReadingMatcher::match_all_words(Reading reading) const {
  auto const words = filtered(reading.words, context_.query.filters);
  auto const& window = context_.window;
  bool const is_ranked = window.order == MatchOrder::relevance;
  auto const found =
      is_ranked ? best_candidates(words, reading.plan, {.limit = kCandidates}) : candidates(words, window);
  ReadingAnswer answer{.reading = std::move(reading), .total = found.total, .exact_total = found.exact_total};
  if (!is_ranked) {
    take(found.candidates, answer);
    return answer;
  }
  auto const& plan = answer.reading.plan;
  if (window.offset < kCandidates) {
    auto ranked = second_stage(context_, plan, found.candidates);
    take_page(ranked, answer);
  }
  auto const end = window.offset + window.limit;
  if (end > kCandidates && found.candidates.size() == kCandidates) {
    auto const begin = std::max<std::size_t>(window.offset, kCandidates);
    take(best_candidates(words, plan, {MatchOrder::relevance, begin, end - begin}).candidates, answer);
  }
  return answer;
}

// Long questions, and short queries nothing has all words of: ranked by how much of the query a
// post has; what has too little is left out.
ReadingAnswer ReadingMatcher::match_by_coverage(Reading reading) const {
  reading.by_coverage = true;
  // In a long question a quoted title is one thing among others.
  reading.policy = is_long(reading.plan) ? WordPolicy::any_node : WordPolicy::any_word;
  reading.least_coverage = least_coverage(reading);
  reading.words = compile(reading.plan, reading.policy);
  auto ranking = rank_by_coverage(reading, context_.query.filters);
  ReadingAnswer answer{.reading = std::move(reading),
                       .total = ranking.posts.size(),
                       .exact_total = ranking.is_everything,
                       .all_words_total = ranking.complete,
                       .covering = documents_of(ranking.posts)};
  if (context_.window.order != MatchOrder::relevance) sort_by_date(ranking.posts);
  take_page(ranking.posts, answer);
  return answer;
}

ReadingMatcher::CoverageRanking ReadingMatcher::rank_by_coverage(Reading const& reading,
                                                                 Filters const& filters) const {
  CandidateList complete_posts;
  if (!reading.all_words.empty()) {
    complete_posts = best_candidates(filtered(reading.all_words, filters), reading.plan, {.limit = kEnough});
  }
  auto found =
      best_candidates(filtered(reading.words, filters), reading.plan, {.limit = kCoverageCandidates});
  bool const is_everything = found.total <= kCoverageCandidates;
  std::set<Xapian::docid> have_all;
  for (auto const& post : complete_posts.candidates) have_all.insert(post.document);
  auto not_found = have_all;
  for (auto const& post : found.candidates) not_found.erase(post.document);
  for (auto const& post : complete_posts.candidates) {
    if (not_found.contains(post.document)) found.candidates.push_back(post);
  }
  auto posts = second_stage(context_, reading.plan, found.candidates);
  std::erase_if(posts, [&](MatchedPost const& post) {
    bool const is_examined = !post.parts.units.empty();
    return is_examined && post.parts.coverage < reading.least_coverage && !have_all.contains(post.document);
  });
  std::stable_partition(posts.begin(), posts.end(),
                        [&](MatchedPost const& post) { return have_all.contains(post.document); });
  return {std::move(posts), complete_posts.total, is_everything};
}

// A short query of which a post has only half is answered badly; the longer a question, the
// more it says twice, or in words of its own.
double ReadingMatcher::least_coverage(Reading const& reading) const {
  auto const words = static_cast<double>(content_units(reading.plan));
  auto const& weights = context_.weights;
  auto const least =
      weights.relaxed_coverage * std::min(1.0, std::pow(2.0 / words, weights.relaxed_exponent));
  // Posts that follow those with all words should have most of them.
  return reading.all_words.empty() ? least : std::max(least, kMostOfQuery);
}

// A post without a date comes last in either order.
void ReadingMatcher::sort_by_date(std::vector<MatchedPost>& posts) const {
  bool const newest = context_.window.order == MatchOrder::newest;
  std::ranges::stable_sort(posts, [&](MatchedPost const& a, MatchedPost const& b) {
    if (!a.published || !b.published) return a.published.has_value() && !b.published;
    return newest ? *a.published > *b.published : *a.published < *b.published;
  });
}

void ReadingMatcher::count(ReadingAnswer const& answer, Filters const& filters, FacetCounter& counter) const {
  auto const& reading = answer.reading;
  if (reading.by_coverage) {
    auto const& posts = filters == context_.query.filters
                            ? answer.covering
                            : documents_of(rank_by_coverage(reading, filters).posts);
    for (auto const post : posts) counter.add(context_.database.get_document(post));
  } else if (!context_.time.is_over()) {
    TimedDocuments documents(context_.time);
    count_matches(context_.database, documents.timed(filtered(reading.words, filters)), counter, decider());
  }
}

void ReadingMatcher::take_page(std::vector<MatchedPost>& ranked, ReadingAnswer& answer) const {
  auto const& window = context_.window;
  auto const end = std::min(ranked.size(), window.offset + window.limit);
  for (auto i = std::min(window.offset, end); i < end; ++i) answer.posts.push_back(std::move(ranked[i]));
}

void ReadingMatcher::take(std::vector<Candidate> const& found, ReadingAnswer& answer) const {
  auto posts = examine(context_, answer.reading.plan, found);
  std::move(posts.begin(), posts.end(), std::back_inserter(answer.posts));
}

}  // namespace pressmark
