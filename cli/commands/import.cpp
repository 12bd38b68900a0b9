// `pressmark import`: exported posts back into the store.
#include "cli/commands/commands.h"
#include "cli/commands/index_output.h"
#include "cli/process/long_work.h"
#include "cli/syntax/mistyped_file.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "common/base/error.h"
#include "indexer/source/source.h"
#include "operations/import_posts.h"
#include "present/reports/index_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

struct ImportOptions {
  StoreLayout store;
  std::string file;  // "-" for standard input
  ReportFormat format = ReportFormat::text;
};

int run(ImportOptions const& options, Context& context) {
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

}  // namespace

int run_import(Arguments const& arguments, Context& context) {
  ImportOptions options;
  Syntax syntax("import", "[OPTION]... FILE",
                "Takes back what pressmark export wrote. Posts keep their ids, and\n"
                "replace those of the same ids in the store.");
  syntax.operands("FILE", "JSON Lines; - is standard input");
  declare_report_format(syntax, options.format);
  syntax.example("pressmark import posts.jsonl");
  syntax.example("pressmark export | pressmark import --store copy -");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  if (parsed.operands.size() != 1) {
    throw Error(ErrorCode::usage, "import needs one FILE to read",
                "for example: pressmark import posts.jsonl");
  }
  options.file = parsed.operands.front();
  options.store = read_settings(syntax.given(), context.environment).layout();
  return run(options, context);
}

}  // namespace pressmark
