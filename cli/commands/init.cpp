// `pressmark init`: a configuration to start from.
#include <cerrno>
#include <cstdio>
#include <memory>
#include <string>

#include "cli/commands/commands.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/store_location.h"
#include "common/base/error.h"
#include "common/base/file_descriptor.h"
#include "common/base/files.h"
#include "present/reports/configuration_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

struct InitOptions {
  std::string file;  // "-" for standard output
  std::optional<std::filesystem::path> default_store;
};

void write_new_file(std::string const& name, std::string const& contents) {
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

int run(InitOptions const& options, Context& context) {
  auto const text = sample_configuration(options.default_store);
  if (options.file == "-") {
    context.out << text;
  } else {
    write_new_file(options.file, text);
    context.err << "wrote " << options.file << "; --config or PRESSMARK_CONFIG names it to other commands\n";
  }
  return kExitDone;
}

}  // namespace

int run_init(Arguments const& arguments, Context& context) {
  Syntax syntax("init", "[FILE]",
                "Writes a configuration that sets nothing yet: every setting there is, with\n"
                "what it means and its default. Replaces no file.",
                Uses::nothing);
  syntax.operands("FILE", "to write (pressmark.toml); - is standard output");
  syntax.example("pressmark init && export PRESSMARK_CONFIG=$PWD/pressmark.toml");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  if (parsed.operands.size() > 1) throw Error(ErrorCode::usage, "init writes one FILE");
  return run({parsed.operands.empty() ? "pressmark.toml" : parsed.operands.front(),
              default_store(context.environment)},
             context);
}

}  // namespace pressmark
