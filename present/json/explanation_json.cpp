// Builds the JSON answer from an explanation.
#include "present/json/explanation_json.h"

#include <cmath>
#include <utility>

#include "present/json/json.h"
#include "present/relaxation_name.h"

namespace pressmark {

namespace {

// Changes when a member changes its meaning or goes away; new members do not count.
constexpr int kExplanationFormat = 1;

double rounded(double number) {
  return std::round(number * 1e4) / 1e4;
}

// As in the answer of a search, which has null for the first.
std::string reading_name(Relaxation relaxation) {
  auto const name = relaxation_name(relaxation);
  return name.empty() ? "as-typed" : name;
}

char const* kind_name(ObstacleKind kind) {
  switch (kind) {
    case ObstacleKind::word:
      return "word";
    case ObstacleKind::category:
      return "category";
    case ObstacleKind::author:
      return "author";
    case ObstacleKind::site:
      return "site";
    case ObstacleKind::language:
      return "language";
    case ObstacleKind::date:
      return "date";
    case ObstacleKind::literal:
      return "literal";
    case ObstacleKind::coverage:
      return "coverage";
    case ObstacleKind::candidates:
      return "candidates";
    case ObstacleKind::window:
      return "window";
    case ObstacleKind::unreadable:
      break;
  }
  return "unreadable";
}

Json parts_json(std::vector<ScorePart> const& parts) {
  auto array = Json::array();
  for (auto const& part : parts) {
    array.push_back({{"name", part.name},
                     {"value", rounded(part.value)},
                     {"weight", part.weight},
                     {"score", rounded(part.contribution())}});
  }
  return array;
}

Json words_json(std::vector<ExplainedWord> const& words) {
  auto array = Json::array();
  for (auto const& word : words) {
    auto forms = Json::array();
    for (auto const& form : word.forms) {
      auto fields = Json::object();
      for (auto const& [field, count] : form.counts) fields[std::string(field)] = count;
      forms.push_back({{"text", form.text}, {"kind", form.kind}, {"fields", std::move(fields)}});
    }
    array.push_back({{"text", word.text},
                     {"setAside", word.set_aside},
                     {"posts", word.posts},
                     {"weight", rounded(word.weight)},
                     {"forms", std::move(forms)},
                     {"defined", word.defined},
                     {"near", word.near}});
  }
  return array;
}

Json ranked_json(RankedPost const& post) {
  return {{"rank", post.rank},
          {"url", post.url},
          {"title", post.title},
          {"_rankingScore", rounded(post.score)},
          {"hasAllWords", post.has_all_words},
          {"sum", rounded(add_up(post.parts))},
          {"parts", parts_json(post.parts)}};
}

Json sections_json(std::vector<ExplainedSection> const& sections) {
  auto array = Json::array();
  for (auto const& section : sections) {
    auto factors = Json::array();
    for (auto const& factor : section.factors) {
      factors.push_back({{"name", factor.name}, {"value", rounded(factor.value)}});
    }
    array.push_back({{"heading", section.heading},
                     {"url", section.url},
                     {"askedFor", section.asked_for},
                     {"score", rounded(section.score)},
                     {"parts", parts_json(section.parts)},
                     {"factors", std::move(factors)}});
  }
  return array;
}

Json obstacles_json(std::vector<Obstacle> const& obstacles) {
  auto array = Json::array();
  for (auto const& obstacle : obstacles) {
    array.push_back({{"kind", kind_name(obstacle.kind)},
                     {"excluded", obstacle.excluded},
                     {"asked", obstacle.asked},
                     {"found", obstacle.found},
                     {"value", rounded(obstacle.value)},
                     {"limit", rounded(obstacle.limit)}});
  }
  return array;
}

}  // namespace

std::string explanation_json(Explanation const& explanation) {
  bool const is_found = explanation.rank > 0;
  auto first_stage = Json::array();
  for (auto const& part : explanation.first_stage) {
    first_stage.push_back({{"name", part.name}, {"score", rounded(part.score)}});
  }
  auto above = Json::array();
  for (auto const& post : explanation.above) above.push_back(ranked_json(post));
  auto tried = Json::array();
  for (auto const reading : explanation.tried) tried.push_back(reading_name(reading));
  auto warnings = Json::array();
  for (auto const& warning : explanation.warnings) warnings.push_back({{"message", warning.message}});
  return json_text(
      {{"format", kExplanationFormat},
       {"query", explanation.query},
       {"id", explanation.id},
       {"url", explanation.url},
       {"title", explanation.title},
       {"rank", is_found ? Json(explanation.rank) : Json(nullptr)},
       {"estimatedTotalHits", explanation.total},
       {"exactTotal", explanation.exact_total},
       {"allWordsHits", explanation.all_words_total > 0 ? Json(explanation.all_words_total) : Json(nullptr)},
       {"byDate", explanation.by_date},
       {"reading", reading_name(explanation.relaxation)},
       {"tried", std::move(tried)},
       {"correctedQuery", explanation.corrected_query ? Json(*explanation.corrected_query) : Json(nullptr)},
       {"didYouMean", explanation.did_you_mean ? Json(*explanation.did_you_mean) : Json(nullptr)},
       {"obstacles", obstacles_json(explanation.obstacles)},
       {"words", words_json(explanation.words)},
       {"score", is_found ? ranked_json(explanation.ranked) : Json(nullptr)},
       {"firstStage", std::move(first_stage)},
       {"sections", sections_json(explanation.sections)},
       {"above", std::move(above)},
       {"warnings", std::move(warnings)},
       {"version", explanation.version}},
      2);
}

}  // namespace pressmark
