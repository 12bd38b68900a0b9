// Runs judged queries and sums up how well they were answered.
#include "searcher/evaluate/evaluate.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "common/base/url.h"

namespace pressmark {
namespace {

constexpr std::size_t kDepth = 10;

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
  for (std::size_t i = 0; i < std::min(grades.size(), kDepth); ++i) {
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

// Sums over queries; the means are taken at the end.
void add(QualityFigures& figures, JudgedQuery const& judged, SearchResults const& results) {
  ++figures.queries;
  if (results.hits.empty()) ++figures.zero_hits;
  if (judged.relevant.empty()) return;
  std::vector<int> grades;
  for (auto const& hit : results.hits) grades.push_back(grade_of_post(judged, hit.url));
  auto const ideal = ideal_grades(judged);
  figures.ndcg10 += gain(grades) / std::max(gain(ideal), 1e-9);
  auto const first = std::find_if(grades.begin(), grades.end(), [](int grade) { return grade > 0; });
  if (first != grades.end()) figures.mrr += 1.0 / static_cast<double>(first - grades.begin() + 1);
  auto const found = std::count_if(grades.begin(), grades.end(), [](int grade) { return grade > 0; });
  figures.recall10 += static_cast<double>(found) / static_cast<double>(std::min(ideal.size(), kDepth));
  if (!grades.empty() && grades.front() == ideal.front()) ++figures.post_first;
  if (judges_sections(judged)) {
    ++figures.with_sections;
    if (best_section_first(judged, results)) ++figures.section_first;
  }
}

void take_means(QualityFigures& figures) {
  auto const queries = std::max<double>(1, static_cast<double>(figures.queries));
  for (auto* sum :
       {&figures.ndcg10, &figures.mrr, &figures.recall10, &figures.post_first, &figures.zero_hits}) {
    *sum /= queries;
  }
  figures.section_first /= std::max<double>(1, static_cast<double>(figures.with_sections));
}

std::string describe_miss(JudgedQuery const& judged, SearchResults const& results) {
  auto text = judged.id + " [" + judged.kind + "] " + judged.query + " -> ";
  if (results.hits.empty()) return text + "nothing";
  auto const& hit = results.hits.front();
  return text + (hit.sections.empty() ? hit.url : hit.sections.front().url);
}

bool is_miss(JudgedQuery const& judged, SearchResults const& results) {
  if (judged.relevant.empty()) return !results.hits.empty();
  if (results.hits.empty()) return true;
  if (grade_of_post(judged, results.hits.front().url) < ideal_grades(judged).front()) return true;
  return judges_sections(judged) && !best_section_first(judged, results);
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
    SearchRequest request;
    request.query = query.query;
    request.limit = kDepth;
    auto const results = searcher.search(request, now);
    add(report.by_kind[query.kind], query, results);
    if (!query.relevant.empty()) add(report.all, query, results);
    if (is_miss(query, results)) report.missed.push_back(describe_miss(query, results));
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
