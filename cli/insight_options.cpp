// The options of the command that tells what readers searched.
#include "cli/command_options.h"
#include "cli/settings.h"
#include "common/base/error.h"

namespace pressmark {

namespace {

constexpr std::size_t kMaxLimit = 1'000;

constexpr auto kFormats = std::to_array<Choice<InsightFormat>>(
    {{"text", InsightFormat::text}, {"json", InsightFormat::json}, {"atom", InsightFormat::atom}});

}  // namespace

Options insight_options(Arguments const& arguments, Environment const& environment) {
  InsightOptions options;
  Syntax syntax("insight", "[OPTION]...",
                "Tells what readers of pressmark serve searched: most often, without results, and\n"
                "with less than they asked for. Knows no readers, and no rare queries.");
  syntax.value("--since", "D", options.request.since, "");
  syntax.value("--until", "D", options.request.until,
               "days, both included: 2026, 2026-03, 2026-03-14, 7d, 1y");
  syntax.count("--limit", kMaxLimit, options.request.limit, "queries to show in a list");
  syntax.choice("--format", "FORMAT", kFormats, options.format);
  syntax.example("pressmark insight --since 30d");
  syntax.example("pressmark insight --format atom >gaps.xml");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  options.settings = read_settings(syntax.given(), environment);
  options.request.threshold = options.settings.configuration.insight.threshold;
  return options;
}

}  // namespace pressmark
