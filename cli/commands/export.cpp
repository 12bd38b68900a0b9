// `pressmark export`: the archive as JSON Lines.
#include <filesystem>
#include <fstream>
#include <system_error>

#include "cli/commands/commands.h"
#include "cli/process/output.h"
#include "cli/syntax/settings.h"
#include "common/base/error.h"
#include "operations/export_posts.h"
#include "present/reports/post_json.h"
#include "present/status.h"

namespace pressmark {

namespace {

struct ExportOptions {
  StoreLayout store;
  std::string output;  // a file, or empty for standard output
};

void write_lines(StoreLayout const& store, std::ostream& out, std::string const& name) {
  export_posts(store, [&](ArchivedPost const& archived) {
    out << post_json(archived.id, archived.change, archived.post) << '\n';
    require_written(out, name);
  });
  out.flush();
  require_written(out, name);
}

// A regular file is replaced only by a whole export: an earlier one survives a failure.
void write_file(StoreLayout const& store, std::filesystem::path const& path) {
  std::error_code failure;
  auto const type = std::filesystem::status(path, failure).type();
  bool const replaces =
      type == std::filesystem::file_type::not_found || type == std::filesystem::file_type::regular;
  auto target = path;
  if (replaces) target += ".part";
  {
    std::ofstream file(target, std::ios::binary);
    require_written(file, target.string());
    write_lines(store, file, target.string());
  }
  if (!replaces) return;
  std::filesystem::rename(target, path, failure);
  if (failure) {
    throw Error(ErrorCode::store_unwritable, "cannot write to " + path.string() + ": " + failure.message());
  }
}

int run(ExportOptions const& options, Context& context) {
  if (options.output.empty()) {
    write_lines(options.store, context.out, "standard output");
  } else {
    write_file(options.store, options.output);
  }
  return kExitDone;
}

}  // namespace

int run_export(Arguments const& arguments, Context& context) {
  ExportOptions options;
  Syntax syntax("export", "[OPTION]...",
                "Writes every post as published, a JSON object a line, oldest change first.");
  syntax.value("--output", "FILE", options.output, "instead of standard output; replaced when complete");
  syntax.example("pressmark export --output posts.jsonl");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  options.store = read_settings(syntax.given(), context.environment).layout();
  return run(options, context);
}

}  // namespace pressmark
