// `pressmark init`: a configuration to start from.
#include <cerrno>
#include <cstdio>
#include <memory>
#include <string>
#include <system_error>

#include "cli/commands.h"
#include "common/base/error.h"
#include "common/base/files.h"
#include "present/reports/configuration_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

void write_new_file(std::string const& name, std::string const& contents) {
  auto const last_error = [] { return std::error_code(errno, std::generic_category()); };
  struct Close {
    void operator()(std::FILE* file) const { (void)std::fclose(file); }
  };
  // "x": a file that appears at this instant is not replaced either.
  std::unique_ptr<std::FILE, Close> file(std::fopen(name.c_str(), "wx"));
  if (!file && errno == EEXIST) {
    throw Error(ErrorCode::usage, name + " is there already, and stays as it is", "name another FILE");
  }
  if (!file) throw write_error(name, last_error());
  bool const is_written = std::fwrite(contents.data(), 1, contents.size(), file.get()) == contents.size();
  if (!is_written || std::fclose(file.release()) != 0) throw write_error(name, last_error());
}

}  // namespace

int run_command(InitOptions const& options, Context& context) {
  auto const text = sample_configuration(options.default_store);
  if (options.file == "-") {
    context.out << text;
  } else {
    write_new_file(options.file, text);
    context.err << "wrote " << options.file << "; --config or PRESSMARK_CONFIG names it to other commands\n";
  }
  return kExitDone;
}

}  // namespace pressmark
