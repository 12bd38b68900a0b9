// `pressmark import`: exported posts back into the store.
#include "cli/commands.h"
#include "cli/long_work.h"
#include "cli/mistyped_file.h"
#include "cli/output.h"
#include "indexer/source/source.h"
#include "operations/import_posts.h"
#include "present/reports/index_report.h"
#include "present/status.h"

namespace pressmark {

int run_command(ImportOptions const& options, Context& context) {
  refuse_mistyped_file(options.file);
  auto const report = [&] {
    LongWork work(context);
    auto const lines = open_pipe(options.file, work.should_stop());
    auto done = import_posts(options.store, *lines, source_name(options.file), context.now, work.progress(),
                             work.should_stop());
    work.finish(index_report_text(done));
    return done;
  }();
  print_report(report, options.format, context);
  return kExitDone;
}

}  // namespace pressmark
