// Runs judged queries and sums up how well they were answered.
#include "searcher/evaluate/evaluate.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "common/url/url.h"

namespace pressmark {
namespace {

struct Place {
  std::string_view path;
  std::string_view anchor;
};

Place split_place(std::string_view place) {
  auto const hash = place.find('#');
  if (hash == std::string_view::npos) return {place, {}};
  return {place.substr(0, hash), place.substr(hash + 1)};
}

int best_grade(JudgedQuery const& judged) {
  int best = 0;
  for (auto const& [place, grade] : judged.relevant) best = std::max(best, grade);
  return best;
}

// The grade of a post is the best of its places.
int grade_of_post(JudgedQuery const& judged, std::string_view url) {
  int best = 0;
  for (auto const& [place, grade] : judged.relevant) {
    if (url_ends_with(url, split_place(place).path)) best = std::max(best, grade);
  }
  return best;
}

// The grades a perfect answer would show, best first: one per post.
std::vector<int> ideal_grades(JudgedQuery const& judged) {
  std::map<std::string_view, int> by_post;
  for (auto const& [place, grade] : judged.relevant) {
    auto& best = by_post[split_place(place).path];
    best = std::max(best, grade);
  }
  std::vector<int> grades;
  for (auto const& [post, grade] : by_post) grades.push_back(grade);
  std::sort(grades.rbegin(), grades.rend());
  return grades;
}

// Discounted cumulative gain with linear gain (Järvelin and Kekäläinen 2002).
double gain(std::vector<int> const& grades) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(grades.size(), kEvaluatedPosts); ++i) {
    sum += grades[i] / std::log2(static_cast<double>(i) + 2);
  }
  return sum;
}

bool judges_sections(JudgedQuery const& judged) {
  auto const best = best_grade(judged);
  return std::any_of(judged.relevant.begin(), judged.relevant.end(), [&](auto const& place) {
    return place.second == best && !split_place(place.first).anchor.empty();
  });
}

bool best_section_first(JudgedQuery const& judged, SearchResults const& results) {
  if (results.hits.empty() || results.hits.front().sections.empty()) return false;
  auto const& hit = results.hits.front();
  auto const best = best_grade(judged);
  return std::any_of(judged.relevant.begin(), judged.relevant.end(), [&](auto const& judgement) {
    auto const place = split_place(judgement.first);
    return judgement.second == best && url_ends_with(hit.url, place.path) &&
           (place.anchor.empty() || place.anchor == hit.sections.front().anchor);
  });
}

// Posts that are excluded are dropped from the answer.
SearchResults search_without(JudgedQuery const& judged, Searcher& searcher, Timestamp now) {
  SearchRequest request;
  request.query = judged.query;
  request.limit = std::min(kEvaluatedPosts + judged.excluded.size(), Searcher::kMaxWindow);
  auto results = searcher.search(request, now);
  std::erase_if(results.hits, [&](Hit const& hit) {
    return std::ranges::any_of(judged.excluded,
                               [&](auto const& place) { return url_ends_with(hit.url, place); });
  });
  if (results.hits.size() > kEvaluatedPosts) results.hits.resize(kEvaluatedPosts);
  return results;
}

QueryOutcome measure(JudgedQuery const& judged, SearchResults const& results) {
  QueryOutcome outcome{.id = judged.id, .query = judged.query, .kind = judged.kind};
  if (!results.hits.empty()) {
    auto const& hit = results.hits.front();
    outcome.first = hit.sections.empty() ? hit.url : hit.sections.front().url;
    if (outcome.first.empty()) outcome.first = hit.id;
  }
  if (judged.relevant.empty()) return outcome;
  outcome.has_answer = true;
  std::vector<int> grades;
  for (auto const& hit : results.hits) grades.push_back(grade_of_post(judged, hit.url));
  auto const is_right = [](int grade) { return grade > 0; };
  auto const ideal = ideal_grades(judged);
  outcome.ndcg10 = gain(grades) / std::max(gain(ideal), 1e-9);
  auto const right = std::ranges::find_if(grades, is_right);
  if (right != grades.end()) outcome.right_rank = static_cast<std::size_t>(right - grades.begin()) + 1;
  outcome.recall10 = static_cast<double>(std::ranges::count_if(grades, is_right)) /
                     static_cast<double>(std::min(ideal.size(), kEvaluatedPosts));
  outcome.post_first = !grades.empty() && grades.front() == ideal.front();
  outcome.judges_sections = judges_sections(judged);
  outcome.section_first = outcome.judges_sections && best_section_first(judged, results);
  return outcome;
}

// Sums over queries; the means are taken at the end.
void add(QualityFigures& figures, QueryOutcome const& outcome) {
  ++figures.queries;
  if (outcome.first.empty()) ++figures.zero_hits;
  if (!outcome.has_answer) return;
  figures.ndcg10 += outcome.ndcg10;
  if (outcome.right_rank > 0) figures.mrr += 1.0 / static_cast<double>(outcome.right_rank);
  figures.recall10 += outcome.recall10;
  if (outcome.post_first) ++figures.post_first;
  if (outcome.judges_sections) ++figures.with_sections;
  if (outcome.section_first) ++figures.section_first;
}

void take_means(QualityFigures& figures) {
  auto const queries = std::max<double>(1, static_cast<double>(figures.queries));
  for (auto* sum :
       {&figures.ndcg10, &figures.mrr, &figures.recall10, &figures.post_first, &figures.zero_hits}) {
    *sum /= queries;
  }
  figures.section_first /= std::max<double>(1, static_cast<double>(figures.with_sections));
}

// The name after "eq:" in a note; empty if there is none.
std::string group_of(std::string const& note) {
  auto const at = note.find("eq:");
  if (at == std::string::npos) return {};
  return note.substr(at + 3, note.find_first_of(" ;,", at) - at - 3);
}

std::string list_of(SearchResults const& results) {
  std::string list;
  for (auto const& hit : results.hits) list += hit.url + '\n';
  return list;
}

}  // namespace

QualityReport evaluate(Searcher& searcher, std::vector<JudgedQuery> const& judged, Timestamp now) {
  QualityReport report;
  std::map<std::string, std::string> list_of_group;
  for (auto const& query : judged) {
    auto const results = search_without(query, searcher, now);
    auto const& outcome = report.queries.emplace_back(measure(query, results));
    add(report.by_kind[query.kind], outcome);
    if (outcome.has_answer) add(report.all, outcome);
    if (auto const group = group_of(query.note); !group.empty()) {
      auto const [known, is_new] = list_of_group.emplace(group, list_of(results));
      if (!is_new && known->second != list_of(results)) report.unequal_groups.push_back(group);
    }
  }
  for (auto& [kind, figures] : report.by_kind) take_means(figures);
  take_means(report.all);
  return report;
}

}  // namespace pressmark
