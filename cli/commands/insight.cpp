// `pressmark insight`: what readers searched.
#include "cli/commands/commands.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "common/base/error.h"
#include "common/url/url.h"
#include "present/reports/gap_feed.h"
#include "present/reports/insight_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

enum class InsightFormat { text, json, atom };

constexpr auto kInsightFormats = std::to_array<Choice<InsightFormat>>(
    {{"text", InsightFormat::text}, {"json", InsightFormat::json}, {"atom", InsightFormat::atom}});

struct InsightOptions {
  Settings settings;
  InsightRequest request;
  InsightFormat format = InsightFormat::text;
};

std::string rendered(QueryInsight const& insight, InsightOptions const& options, Timestamp now) {
  auto const& server = options.settings.configuration.server;
  switch (options.format) {
    case InsightFormat::json:
      return insight_json(insight) + '\n';
    case InsightFormat::atom:
      return gap_feed(insight, {server.title, without_last_slash(server.public_url)}, now);
    case InsightFormat::text:
      break;
  }
  return insight_text(insight);
}

// Why there is nothing to show, and what would change that.
void explain_nothing(QueryInsight const& insight, InsightOptions const& options, Context& context) {
  bool const asks_for_all = options.request.since.empty() && options.request.until.empty();
  if (insight.period) {
    context.err
        << "no query to show: each was too rare to be kept in words (threshold " << insight.threshold << ")\n"
        << "hint: a longer period has more; behind a proxy, readers are told apart by X-Forwarded-For\n";
  } else if (options.settings.configuration.insight.enabled) {
    context.err << (asks_for_all ? "no search has been counted yet\n"
                                 : "no search was counted in this period\n")
                << "hint: pressmark serve counts what readers search, and writes it down every minute\n";
  } else {
    context.err << "searches are not counted: the configuration says so\n"
                << "hint: set enabled = true in [insight], and have pressmark serve read it again: SIGHUP\n";
  }
}

int run(InsightOptions const& options, Context& context) {
  auto const& settings = options.settings;
  auto const insight = query_insight(settings.layout(), settings.weights, options.request, context.now);
  context.out << rendered(insight, options, context.now);
  if (!insight.most_searched.empty()) return kExitDone;
  explain_nothing(insight, options, context);
  return kExitNothingFound;
}

}  // namespace

int run_insight(Arguments const& arguments, Context& context) {
  InsightOptions options;
  Syntax syntax("insight", "[OPTION]...",
                "Tells what readers of pressmark serve searched: most often, without results, and\n"
                "with less than they asked for. Knows no readers, and no rare queries.");
  declare_period(syntax, options.request.since, options.request.until);
  syntax.count("--limit", kMaxListed, options.request.limit, "queries to show in a list");
  syntax.choice("--format", "FORMAT", kInsightFormats, options.format);
  syntax.example("pressmark insight --since 30d");
  syntax.example("pressmark insight --format atom >gaps.xml");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  options.settings = read_settings(syntax.given(), context.environment);
  options.request.threshold = options.settings.configuration.insight.threshold;
  return run(options, context);
}

}  // namespace pressmark
