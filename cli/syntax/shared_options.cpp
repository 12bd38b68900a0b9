// Options are declared here once, so that they mean the same in every command.
#include "cli/syntax/shared_options.h"

#include <algorithm>
#include <array>

namespace pressmark {

namespace {

constexpr auto kReportFormats =
    std::to_array<Choice<ReportFormat>>({{"text", ReportFormat::text}, {"json", ReportFormat::json}});
constexpr auto kColors = std::to_array<Choice<ColorChoice>>(
    {{"auto", ColorChoice::automatic}, {"always", ColorChoice::always}, {"never", ColorChoice::never}});
constexpr auto kSortChoices = [] {
  std::array<Choice<SortOrder>, kSortOrders.size()> choices{};
  std::ranges::transform(kSortOrders, choices.begin(),
                         [](NamedSortOrder const& one) { return Choice<SortOrder>{one.name, one.order}; });
  return choices;
}();

}  // namespace

void declare_report_format(Syntax& syntax, ReportFormat& format) {
  syntax.choice("--format", "FORMAT", kReportFormats, format);
}

void declare_color(Syntax& syntax, ColorChoice& color) {
  syntax.choice("--color", "WHEN", kColors, color);
}

void declare_period(Syntax& syntax, std::string& since, std::string& until) {
  syntax.value("--since", "D", since, "");
  syntax.value("--until", "D", until, "days, both included: 2026, 2026-03, 2026-03-14, 7d, 1y");
}

void declare_request(Syntax& syntax, SearchRequest& request) {
  syntax.values("--category", "C", request.categories, "posts in this category; repeat for any of several");
  syntax.values("--author", "A", request.authors, "posts by this author");
  syntax.values("--site", "S", request.sites, "posts of this site");
  syntax.values("--lang", "L", request.languages, "posts in this language, as in en");
  declare_period(syntax, request.since, request.until);
  syntax.choice("--sort", "ORDER", kSortChoices, request.sort);
}

std::string joined_words(Arguments const& words) {
  std::string text;
  for (auto const& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

Arguments mistyped_options(Syntax const& syntax, ParsedArguments const& parsed) {
  Arguments warnings;
  for (auto const& word : parsed.doubtful) {
    auto const hint = syntax.nearest_option(word);
    if (!hint.empty()) warnings.push_back(word + " is taken for a word of the query; " + hint);
  }
  return warnings;
}

}  // namespace pressmark
