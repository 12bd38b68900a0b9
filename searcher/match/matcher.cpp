// Implements matching: the first stage in Xapian, the second on the best candidates.
#include "searcher/match/matcher.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "common/index/schema.h"
#include "searcher/query/query_compiler.h"

namespace pressmark {
namespace {

// Candidates the second stage looks at. Fixed, so that the order does not depend on the page.
constexpr Xapian::doccount kCandidates = 64;
// Of a query that is answered by coverage: its answer never holds more posts than this.
constexpr Xapian::doccount kCoverageCandidates = 128;
// Queries of up to so many words want all of them,
constexpr std::size_t kAllWordsLimit = 4;
// and are filled up with posts that have fewer where less than this have all.
constexpr std::size_t kEnough = 10;

std::size_t content_units(QueryPlan const& plan) {
  auto const content = static_cast<std::size_t>(std::count_if(
      plan.units.begin(), plan.units.end(), [](PlannedUnit const& unit) { return !unit.stop_word; }));
  return content > 0 ? content : plan.units.size();
}

class Matcher {
 public:
  Matcher(Xapian::Database const& database, Query const& query, QueryPlanner& planner,
          std::string const& exact_title, MatchWindow const& window, RankingWeights const& weights)
      : database_(database),
        query_(query),
        planner_(planner),
        exact_title_(exact_title),
        window_(window),
        weights_(weights) {
    if (query.excluded.empty()) return;
    auto const plan = planner.plan(query.excluded, database);
    excluded_ = compile_words(query.excluded, plan, WordPolicy::any_node, weights.boosts);
  }

  MatchResult run() {
    widen();
    if (window_.facet_names != nullptr) count_facets();
    return std::move(result_);
  }

 private:
  // The answer to the query as it stands, or to the first reading of the ladder that has one.
  void widen() {
    answer(query_.wanted);
    if (query_.wanted.empty()) return;
    auto const as_typed = result_.plan;
    if (result_.total == 0) try_reading(complete_last_word(query_.wanted), Relaxation::prefix);
    if (result_.total == 0) try_reading(correct_words(query_.wanted, as_typed, database_), Relaxation::typo);
    if (result_.total == 0 && content_units(as_typed) > 1 && may_miss_words(query_.wanted)) {
      result_.plan = as_typed;
      all_words_ = {};
      match_by_coverage(query_.wanted);
      note_missing_words();
      if (result_.total > 0) result_.relaxation = Relaxation::fewer_words;
    }
    if (result_.total == 0) {
      offer_known_words(as_typed);
      answer(query_.wanted);  // no reading helped: facets are of the query as it stands
    }
  }

  // Showing posts about half of a query would be junk; offering that half is not.
  void offer_known_words(QueryPlan const& as_typed) {
    if (as_typed.units.size() != query_.wanted.size()) return;
    std::vector<QueryNode> known;
    std::string text;
    for (std::size_t i = 0; i < query_.wanted.size(); ++i) {
      auto const& unit = as_typed.units[i];
      if (unit.stop_word || unit.frequency == 0 || unit.kind != NodeKind::word) continue;
      known.push_back(query_.wanted[i]);
      text += (text.empty() ? "" : " ") + unit.text;
    }
    if (known.empty() || known.size() == content_units(as_typed)) return;
    auto const plan = planner_.plan(known, database_);
    auto const words = compile_words(known, plan, WordPolicy::all, weights_.boosts);
    auto const found =
        first_stage(database_, complete(words, query_.filters), MatchOrder::relevance, 0, 1, weights_);
    if (found.total > 0) result_.offer = text;
  }

  // Filters and exclusions around the words of the query.
  [[nodiscard]] Xapian::Query complete(Xapian::Query words, Filters const& filters) const {
    if (!excluded_.empty()) words = Xapian::Query(Xapian::Query::OP_AND_NOT, words, excluded_);
    // Not by the compiled filter: one that nothing can pass (a period that ends before it begins)
    // is an empty query, too.
    if (filters == Filters{}) return words;
    return {Xapian::Query::OP_FILTER, words, compile_filters(filters)};
  }

  // No words: all posts that pass the filters, by date, newest first unless asked otherwise.
  void list_posts() {
    words_ = Xapian::Query(std::string());
    auto const oldest_first = window_.order == MatchOrder::oldest;
    take(candidates(complete(words_, query_.filters), oldest_first ? MatchOrder::oldest : MatchOrder::newest,
                    window_.offset, window_.limit));
  }

  // The answer to one reading of the query.
  void answer(std::vector<QueryNode> const& wanted) {
    result_.plan = planner_.plan(wanted, database_);
    by_coverage_ = false;
    all_words_ = {};
    if (wanted.empty())
      list_posts();
    else if (!may_miss_words(wanted))
      match_all_words(wanted);
    else if (content_units(result_.plan) > kAllWordsLimit)
      match_by_coverage(wanted);
    else if (wants_filling(wanted))
      match_and_fill(wanted);
    else
      match_all_words(wanted);
  }

  static bool may_miss_words(std::vector<QueryNode> const& wanted) {
    return std::count_if(wanted.begin(), wanted.end(), is_plain_word) > 1;
  }

  // Filters do not count here: the same words are answered in the same way under any filter, so
  // that facets say what choosing one would give.
  bool wants_filling(std::vector<QueryNode> const& wanted) {
    if (window_.order != MatchOrder::relevance) return false;
    words_ = compile_words(wanted, result_.plan, WordPolicy::all, weights_.boosts);
    auto const total =
        first_stage(database_, complete(words_, {}), MatchOrder::relevance, 0, 1, weights_).total;
    return total > 0 && total < kEnough;
  }

  // The few posts that have all words, then those that have most.
  void match_and_fill(std::vector<QueryNode> const& wanted) {
    all_words_ = compile_words(wanted, result_.plan, WordPolicy::all, weights_.boosts);
    if (candidates(complete(all_words_, query_.filters), MatchOrder::relevance, 0, 1).total == 0) return;
    match_by_coverage(wanted);
  }

  void try_reading(std::optional<RelaxedQuery> const& reading, Relaxation relaxation) {
    if (!reading) return;
    answer(reading->wanted);
    if (result_.total == 0) return;
    result_.relaxation = relaxation;
    result_.corrections = reading->corrections;
  }

  void match_all_words(std::vector<QueryNode> const& wanted) {
    words_ = compile_words(wanted, result_.plan, WordPolicy::all, weights_.boosts);
    auto const filtered = complete(words_, query_.filters);
    if (window_.order != MatchOrder::relevance) {
      take(candidates(filtered, window_.order, window_.offset, window_.limit));
      return;
    }
    auto const ranked = boosted(filtered);
    auto found = candidates(ranked, MatchOrder::relevance, 0, kCandidates);
    if (window_.offset < kCandidates) {
      rerank(found);
      take_page(window_.offset, window_.limit);
    }
    auto const end = window_.offset + window_.limit;
    if (end > kCandidates && found.candidates.size() == kCandidates) {
      auto const begin = std::max<std::size_t>(window_.offset, kCandidates);
      take(candidates(ranked, MatchOrder::relevance, begin, end - begin));
    }
  }

  // Long questions, and short queries nothing has all words of: ranked by how much of the query a
  // post has; what has too little is left out.
  void match_by_coverage(std::vector<QueryNode> const& wanted) {
    by_coverage_ = true;
    // In a long question a quoted title is one thing among others.
    auto const policy =
        content_units(result_.plan) > kAllWordsLimit ? WordPolicy::any_node : WordPolicy::any_word;
    words_ = compile_words(wanted, result_.plan, policy, weights_.boosts);
    rank_by_coverage(query_.filters);
    result_.exact_total = result_.total <= kCoverageCandidates;
    result_.total = ranked_.size();
    if (window_.order != MatchOrder::relevance) sort_by_date();
    take_page(window_.offset, window_.limit);
  }

  void rank_by_coverage(Filters const& filters) {
    CandidateList complete_posts;
    if (!all_words_.empty()) {
      complete_posts = candidates(boosted(complete(all_words_, filters)), MatchOrder::relevance, 0, kEnough);
    }
    result_.all_words_total = complete_posts.total;
    auto found =
        candidates(boosted(complete(words_, filters)), MatchOrder::relevance, 0, kCoverageCandidates);
    std::set<Xapian::docid> first;
    for (auto const& post : complete_posts.candidates) first.insert(post.document);
    for (auto const& post : found.candidates) first.erase(post.document);
    for (auto const& post : complete_posts.candidates) {
      if (first.contains(post.document)) found.candidates.push_back(post);
    }
    rerank(found);
    for (auto const& post : complete_posts.candidates) first.insert(post.document);
    auto const least = least_coverage();
    std::erase_if(ranked_, [&](MatchedPost const& post) {
      return post.parts.coverage < least && !first.contains(post.document);
    });
    std::stable_partition(ranked_.begin(), ranked_.end(),
                          [&](MatchedPost const& post) { return first.contains(post.document); });
  }

  // A short query of which a post has only half is answered badly; the longer a question, the
  // more it says twice, or in words of its own.
  [[nodiscard]] double least_coverage() const {
    auto const words = static_cast<double>(content_units(result_.plan));
    return weights_.relaxed_coverage * std::min(1.0, std::pow(2.0 / words, weights_.relaxed_exponent));
  }

  // Each kind of filter's groups are counted as if it were not set, so that a reader sees what
  // choosing another value would give.
  void count_facets() {
    auto const total = result_.total;
    auto const exact = result_.exact_total;
    FacetCounter all;
    bool counted_all = false;
    for (auto const kind : kFilterKinds) {
      if (is_active(kind, query_.filters)) {
        FacetCounter counter;
        count(without(kind, query_.filters), counter);
        counter.store(kind, *window_.facet_names, result_.facets);
      } else {
        if (!std::exchange(counted_all, true)) count(query_.filters, all);
        all.store(kind, *window_.facet_names, result_.facets);
      }
    }
    result_.total = total;
    result_.exact_total = exact;
  }

  void count(Filters const& filters, FacetCounter& counter) {
    if (by_coverage_) {
      rank_by_coverage(filters);
      for (auto const& post : ranked_) counter.add(database_.get_document(post.document));
    } else {
      count_matches(database_, complete(words_, filters), counter);
    }
  }

  [[nodiscard]] Xapian::Query boosted(Xapian::Query const& words) const {
    return add_boosts(words, result_.plan, exact_title_, weights_.boosts);
  }

  CandidateList candidates(Xapian::Query const& query, MatchOrder order, std::size_t offset,
                           std::size_t limit) {
    auto found = first_stage(database_, query, order, offset, limit, weights_);
    result_.total = found.total;
    result_.exact_total = found.exact_total;
    return found;
  }

  // The candidates with their occurrences and scores, in the order given.
  std::vector<MatchedPost> examine(CandidateList const& found) const {
    std::vector<Xapian::docid> documents;
    for (auto const& candidate : found.candidates) documents.push_back(candidate.document);
    std::sort(documents.begin(), documents.end());
    auto occurrences = find_occurrences(database_, result_.plan, documents);
    std::vector<MatchedPost> posts;
    posts.reserve(found.candidates.size());
    for (auto const& candidate : found.candidates) {
      auto const at =
          std::lower_bound(documents.begin(), documents.end(), candidate.document) - documents.begin();
      MatchedPost post;
      post.document = candidate.document;
      post.occurrences = std::move(occurrences[static_cast<std::size_t>(at)]);
      post.outline = unpack_outline(database_.get_document(candidate.document).get_value(slot::kOutline));
      post.parts = score_post(result_.plan, post.occurrences, post.outline, weights_);
      posts.push_back(std::move(post));
    }
    return posts;
  }

  void rerank(CandidateList const& found) {
    ranked_ = examine(found);
    double best = 1e-9;
    for (auto const& candidate : found.candidates) best = std::max(best, candidate.weight);
    double best_section = 1e-9;
    for (auto const& post : ranked_) best_section = std::max(best_section, post.parts.best_section);
    for (std::size_t i = 0; i < ranked_.size(); ++i) {
      auto& post = ranked_[i];
      post.score = weights_.first_stage * found.candidates[i].weight / best +
                   weights_.best_section * post.parts.best_section / best_section +
                   weights_.title * post.parts.title + weights_.coverage * post.parts.coverage;
      if (has_exact_title(post.document)) post.score += weights_.exact_title;
    }
    std::stable_sort(ranked_.begin(), ranked_.end(),
                     [](MatchedPost const& a, MatchedPost const& b) { return a.score > b.score; });
    double const top = ranked_.empty() || ranked_.front().score <= 0 ? 1 : ranked_.front().score;
    for (auto& post : ranked_) post.score /= top;
  }

  [[nodiscard]] bool has_exact_title(Xapian::docid document) const {
    if (exact_title_.empty()) return false;
    auto posting = database_.postlist_begin(exact_title_);
    posting.skip_to(document);
    return posting != database_.postlist_end(exact_title_) && *posting == document;
  }

  void sort_by_date() {
    auto const published = [&](MatchedPost const& post) {
      return database_.get_document(post.document).get_value(slot::kPublished);
    };
    bool const newest = window_.order == MatchOrder::newest;
    std::stable_sort(ranked_.begin(), ranked_.end(), [&](MatchedPost const& a, MatchedPost const& b) {
      return newest ? published(a) > published(b) : published(a) < published(b);
    });
    // The empty value of a post without a date sorts as the oldest.
    std::stable_partition(ranked_.begin(), ranked_.end(),
                          [&](MatchedPost const& post) { return !published(post).empty(); });
  }

  // Words that the best post of the page does without.
  void note_missing_words() {
    if (result_.posts.empty()) return;
    auto const& units = result_.plan.units;
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (!units[i].stop_word && !result_.posts.front().parts.units[i])
        result_.missing_words.push_back(units[i].text);
    }
  }

  void take_page(std::size_t offset, std::size_t limit) {
    auto const end = std::min(ranked_.size(), offset + limit);
    for (auto i = std::min(offset, end); i < end; ++i) result_.posts.push_back(std::move(ranked_[i]));
  }

  void take(CandidateList const& found) {
    auto posts = examine(found);
    std::move(posts.begin(), posts.end(), std::back_inserter(result_.posts));
  }

  Xapian::Database const& database_;
  Query const& query_;
  QueryPlanner& planner_;
  std::string const& exact_title_;
  MatchWindow const& window_;
  RankingWeights const& weights_;
  Xapian::Query excluded_;
  Xapian::Query all_words_;   // where an answer by coverage begins with the posts that have all words
  Xapian::Query words_;       // of the reading that was answered, without filters
  bool by_coverage_ = false;  // how it was answered
  std::vector<MatchedPost> ranked_;
  MatchResult result_;
};

}  // namespace

MatchResult match(Xapian::Database const& database, Query const& query, QueryPlanner& planner,
                  std::string const& exact_title, MatchWindow const& window, RankingWeights const& weights) {
  return Matcher(database, query, planner, exact_title, window, weights).run();
}

}  // namespace pressmark
