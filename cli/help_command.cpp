// `pressmark` alone, --help and --version.
#include "cli/commands.h"
#include "common/base/error.h"
#include "operations/library_versions.h"
#include "operations/store_stats.h"
#include "present/status.h"
#include "server/http/transport.h"

namespace pressmark {

namespace {

std::string state_of(StoreLayout const& store) {
  try {
    auto const posts = store_stats(store).posts;
    return std::to_string(posts) + (posts == 1 ? " post" : " posts");
  } catch (Error const& error) {
    return error.code() == ErrorCode::store_missing ? "nothing there yet" : error.what();
  }
}

}  // namespace

int run_command(StartOptions const& options, Context& context) {
  context.out << "Pressmark is a full-text search engine over posts. What to do next:\n"
                 "  pressmark index SOURCE...   adds the posts of feeds, exports and pages to the store\n"
                 "  pressmark search WORDS...   finds them\n"
                 "  pressmark --help            lists all commands\n"
                 "The store is "
              << options.store.root.string() << ": " << state_of(options.store) << '\n';
  return kExitDone;
}

int run_command(HelpOptions const& options, Context& context) {
  context.out << options.text;
  return kExitDone;
}

int run_command(VersionOptions const& /*options*/, Context& context) {
  context.out << "pressmark " PRESSMARK_VERSION "\n";
  std::string separator = "with ";
  auto libraries = library_versions();
  libraries.push_back(http_library());
  for (auto const& library : libraries) {
    context.out << separator << library;
    separator = ", ";
  }
  context.out << '\n';
  return kExitDone;
}

}  // namespace pressmark
