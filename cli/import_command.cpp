// `pressmark import`: exported posts back into the store.
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "cli/commands.h"
#include "cli/long_work.h"
#include "cli/mistyped_file.h"
#include "cli/output.h"
#include "common/base/error.h"
#include "operations/import_posts.h"
#include "present/reports/index_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

IndexReport import_file(StoreLayout const& store, std::string const& name, Timestamp now, LongWork& work) {
  refuse_mistyped_file(name);
  std::error_code unknown;
  if (std::filesystem::is_directory(name, unknown)) {
    throw Error(ErrorCode::source_missing, "cannot read " + name + ": it is a directory",
                "name a file in it");
  }
  errno = 0;
  std::ifstream file(name, std::ios::binary);
  if (!file) {
    throw Error(ErrorCode::source_missing,
                "cannot read " + name + ": " + std::generic_category().message(errno));
  }
  return import_posts(store, file, name, now, work.progress(), work.should_stop());
}

}  // namespace

int run_command(ImportOptions const& options, Context& context) {
  auto const report = [&] {
    LongWork work(context);
    auto done = options.file == "-" ? import_posts(options.store, context.in, "standard input", context.now,
                                                   work.progress(), work.should_stop())
                                    : import_file(options.store, options.file, context.now, work);
    work.finish(index_report_text(done));
    return done;
  }();
  print_report(report, options.format, context);
  return kExitDone;
}

}  // namespace pressmark
