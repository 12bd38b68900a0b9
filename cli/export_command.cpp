// `pressmark export`: the archive as JSON Lines.
#include <filesystem>
#include <fstream>
#include <system_error>

#include "cli/commands.h"
#include "cli/output.h"
#include "common/base/error.h"
#include "operations/export_posts.h"
#include "present/reports/post_json.h"
#include "present/status.h"

namespace pressmark {

namespace {

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

}  // namespace

int run_command(ExportOptions const& options, Context& context) {
  if (options.output.empty()) {
    write_lines(options.store, context.out, "standard output");
  } else {
    write_file(options.store, options.output);
  }
  return kExitDone;
}

}  // namespace pressmark
