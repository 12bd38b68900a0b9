// Queries were typed by strangers: people see them in printable form only.
#include "present/reports/insight_report.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

#include "common/strings/text_list.h"
#include "present/json/json.h"
#include "present/text/wrap.h"

namespace pressmark {

namespace {

double share_of(AskedQuery const& asked, QueryInsight const& insight) {
  return static_cast<double>(asked.readers) / static_cast<double>(insight.readers);
}

std::string period_text(Day first, Day last) {
  return first == last ? " on " + format_day(first)
                       : " from " + format_day(first) + " to " + format_day(last);
}

std::string answer_text(AskedQuery const& asked) {
  switch (asked.outcome) {
    case SearchOutcome::nothing:
      return "nothing found";
    case SearchOutcome::prefix:
      return counted(asked.posts, "post") + " with the last word as a beginning";
    case SearchOutcome::fewer_words:
      return counted(asked.posts, "post") + " with fewer words";
    case SearchOutcome::typo:
    case SearchOutcome::found:
      break;
  }
  if (asked.corrected.empty()) return counted(asked.posts, "post");
  return counted(asked.posts, "post") + " for " + printable_text(asked.corrected);
}

std::string list_text(std::string_view heading, std::vector<AskedQuery> const& list,
                      QueryInsight const& insight) {
  if (list.empty()) return {};
  auto text = '\n' + std::string(heading) + '\n';
  for (auto const& asked : list) {
    std::array<char, 48> figures{};
    std::snprintf(figures.data(), figures.size(), "%6zu %5.1f %%  ", asked.readers,
                  100 * share_of(asked, insight));
    text += figures.data() + printable_text(asked.query) + "  (" + answer_text(asked) + ")\n";
  }
  return text;
}

Json list_json(std::vector<AskedQuery> const& list, QueryInsight const& insight) {
  constexpr double kDigits = 10'000;
  auto queries = Json::array();
  for (auto const& asked : list) {
    queries.push_back({{"query", asked.query},
                       {"searches", asked.readers},
                       {"share", std::round(share_of(asked, insight) * kDigits) / kDigits},
                       {"outcome", outcome_name(asked.outcome)},
                       {"posts", asked.posts},
                       {"correctedQuery", json_text_or_null(asked.corrected)},
                       {"lastAsked", format_day(asked.last)}});
  }
  return queries;
}

}  // namespace

std::string insight_text(QueryInsight const& insight) {
  if (!insight.period) return {};
  auto text = counted(insight.readers, "search", "searches") +
              period_text(insight.period->first, insight.period->second);
  if (insight.rare > 0) {
    text += ", " + std::to_string(insight.rare) + " of them not shown: of rare queries (threshold " +
            std::to_string(insight.threshold) + ")";
  }
  return text + '\n' + list_text("Most searched", insight.most_searched, insight) +
         list_text("No results", insight.without_results, insight) +
         list_text("Relaxed", insight.relaxed, insight) + list_text("Corrected", insight.corrected, insight);
}

std::string insight_json(QueryInsight const& insight) {
  auto const& period = insight.period;
  return json_text({{"format", 1},
                    {"firstDay", period ? Json(format_day(period->first)) : Json(nullptr)},
                    {"lastDay", period ? Json(format_day(period->second)) : Json(nullptr)},
                    {"searches", insight.readers},
                    {"rare", insight.rare},
                    {"threshold", insight.threshold},
                    {"mostSearched", list_json(insight.most_searched, insight)},
                    {"noResults", list_json(insight.without_results, insight)},
                    {"relaxed", list_json(insight.relaxed, insight)},
                    {"corrected", list_json(insight.corrected, insight)}},
                   2);
}

}  // namespace pressmark
