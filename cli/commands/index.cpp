// `pressmark index`: adds and updates posts.
#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/commands/index_output.h"
#include "cli/process/long_work.h"
#include "cli/syntax/mistyped_file.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "common/base/error.h"
#include "operations/change/job_settings.h"
#include "operations/index_sources.h"
#include "present/reports/index_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

struct IndexOptions {
  StoreLayout store;
  std::vector<std::string> sources;
  ConfiguredFetch fetch;
  ConfiguredLimits limits;
  ReportFormat format = ReportFormat::text;
};

int run(IndexOptions const& options, Context& context) {
  std::ranges::for_each(options.sources, refuse_mistyped_file);
  auto const report = [&] {
    LongWork work(context);
    IndexingOptions how{.update = {.progress = work.progress(), .should_stop = work.should_stop()},
                        .fetch = fetch_settings(options.fetch)};
    divide_memory(options.limits, how.update);
    auto done = index_sources(options.store, options.sources, InputLimits{}, context.now, how);
    work.finish(index_report_text(done));
    return done;
  }();
  print_report(report, options.format, context);
  if (report.failure) throw Error(*report.failure);
  bool const is_watched = context.out_is_terminal && context.err_is_terminal;
  if (options.format == ReportFormat::text && is_watched && report.posts > 0) {
    context.err << "next: pressmark search WORDS\n";
  }
  return kExitDone;
}

}  // namespace

int run_index(Arguments const& arguments, Context& context) {
  IndexOptions options;
  Syntax syntax("index", "[OPTION]... SOURCE...",
                "Adds posts, and updates those that changed. Posts that left a source stay.");
  syntax.operands("SOURCE", "a file, folder or web address of posts; - is standard input");
  declare_report_format(syntax, options.format);
  syntax.example("pressmark index feed.xml");
  syntax.example("pressmark index export.xml ~/blog/content");
  syntax.example("pressmark index https://example.org/feed.xml");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  options.sources = parsed.operands;
  if (options.sources.empty()) {
    throw Error(ErrorCode::usage, "index needs a SOURCE to read", "for example: pressmark index feed.xml");
  }
  auto const settings = read_settings(syntax.given(), context.environment);
  options.store = settings.layout();
  options.fetch = settings.configuration.job.fetch;
  options.limits = settings.configuration.job.limits;
  return run(options, context);
}

}  // namespace pressmark
