// Word positions to scores, and freshness against the newest post.
#include "searcher/match/second_stage.h"

#include <algorithm>
#include <cmath>

#include "common/index/schema.h"
#include "common/text/fold.h"

namespace pressmark {
namespace {

bool has_term(Xapian::Database const& database, std::string const& term, Xapian::docid document) {
  if (term.empty()) return false;
  auto posting = database.postlist_begin(term);
  auto const end = database.postlist_end(term);
  if (posting == end) return false;
  posting.skip_to(document);
  return posting != end && *posting == document;
}

std::optional<Timestamp> published_of(std::string const& value) {
  if (value.empty()) return std::nullopt;
  return Timestamp{std::chrono::seconds{std::llround(Xapian::sortable_unserialise(value))}};
}

// How new posts are, 1 for the newest of the index. Not against the clock: the same version of the
// index gives the same order on any day.
class Freshness {
 public:
  Freshness(Xapian::Database const& database, RankingWeights const& weights)
      : database_(database),
        newest_(
            seconds(published_of(database.get_value_upper_bound(slot::kPublished)).value_or(Timestamp{}))),
        half_life_(weights.freshness_half_life * 86'400) {
    for (auto const& name : weights.evergreen)
      evergreen_.push_back(key_term(Field::category, name_key(name)));
  }

  // 0 for a post without a date.
  [[nodiscard]] double of(MatchedPost const& post) const {
    for (auto const& category : evergreen_) {
      if (has_term(database_, category, post.document)) return 1;
    }
    return post.published ? std::exp2((seconds(*post.published) - newest_) / half_life_) : 0;
  }

 private:
  static double seconds(Timestamp time) { return static_cast<double>(time.time_since_epoch().count()); }

  Xapian::Database const& database_;
  double newest_;
  double half_life_;  // seconds
  std::vector<std::string> evergreen_;
};

}  // namespace

std::vector<MatchedPost> examine(SearchContext const& context, QueryPlan const& plan,
                                 std::vector<Candidate> const& candidates) {
  auto const& database = context.database;
  auto& time = context.time;
  std::vector<Xapian::docid> documents;
  for (auto const& candidate : candidates) documents.push_back(candidate.document);
  std::sort(documents.begin(), documents.end());
  auto occurrences = find_occurrences(database, plan, documents, time);
  auto const mentions = find_part_mentions(database, plan, documents, time);
  std::vector<MatchedPost> posts;
  posts.reserve(candidates.size());
  for (auto const& candidate : candidates) {
    auto const at =
        std::lower_bound(documents.begin(), documents.end(), candidate.document) - documents.begin();
    auto& post = posts.emplace_back();
    post.document = candidate.document;
    if (time.is_over_at_step()) continue;
    post.occurrences = std::move(occurrences[static_cast<std::size_t>(at)]);
    auto const document = database.get_document(candidate.document);
    post.published = published_of(document.get_value(slot::kPublished));
    post.outline = unpack_outline(document.get_value(slot::kOutline));
    post.parts = score_post(plan, post.occurrences, mentions[static_cast<std::size_t>(at)], post.outline,
                            context.weights);
  }
  return posts;
}

std::vector<MatchedPost> second_stage(SearchContext const& context, QueryPlan const& plan,
                                      std::vector<Candidate> const& candidates) {
  auto const& weights = context.weights;
  auto posts = examine(context, plan, candidates);
  double best = 1e-9;
  for (auto const& candidate : candidates) best = std::max(best, candidate.weight);
  if (context.time.was_over()) {
    for (std::size_t i = 0; i < posts.size(); ++i) posts[i].score = candidates[i].weight / best;
    return posts;
  }
  double best_section = 1e-9;
  for (auto const& post : posts) best_section = std::max(best_section, post.parts.best_section);
  Freshness const freshness(context.database, weights);
  for (std::size_t i = 0; i < posts.size(); ++i) {
    auto& post = posts[i];
    auto const is_title = has_term(context.database, context.exact_title, post.document) ? 1.0 : 0.0;
    post.score_parts = {{"first stage", candidates[i].weight / best, weights.first_stage},
                        {"best section", post.parts.best_section / best_section, weights.best_section},
                        {"title", post.parts.title, weights.title},
                        {"near title", post.parts.near_title, weights.near_title},
                        {"coverage", post.parts.coverage, weights.coverage},
                        {"freshness", freshness.of(post), weights.freshness},
                        {"exact title", is_title, weights.exact_title}};
    post.score = add_up(post.score_parts);
  }
  std::stable_sort(posts.begin(), posts.end(),
                   [](MatchedPost const& a, MatchedPost const& b) { return a.score > b.score; });
  double const top = posts.empty() || posts.front().score <= 0 ? 1 : posts.front().score;
  for (auto& post : posts) post.score /= top;
  return posts;
}

}  // namespace pressmark
