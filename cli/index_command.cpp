// `pressmark index`: adds and updates posts.
#include <algorithm>

#include "cli/commands.h"
#include "cli/long_work.h"
#include "cli/mistyped_file.h"
#include "cli/output.h"
#include "operations/change/job_settings.h"
#include "operations/index_sources.h"
#include "present/reports/index_report.h"
#include "present/status.h"

namespace pressmark {

int run_command(IndexOptions const& options, Context& context) {
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

}  // namespace pressmark
