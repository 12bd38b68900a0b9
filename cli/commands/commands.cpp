// The table of commands: a row registers one.
#include "cli/commands/commands.h"

#include <array>

#include "present/status.h"

namespace pressmark {

namespace {

constexpr auto kCommands = std::to_array<Command>({
    {"index", "add posts from feeds, exports and pages", run_index},
    {"reindex", "fetch the configured sources: the nightly job", run_reindex},
    {"search", "find posts", run_search},
    {"suggest", "complete what a reader has typed", run_suggest},
    {"explain", "tell why a post is found where it is, or not", run_explain},
    {"serve", "answer searches over HTTP", run_serve},
    {"stats", "show what the store holds", run_stats},
    {"insight", "tell what readers searched, and what they did not find", run_insight},
    {"check", "verify that the store is sound", run_check},
    {"rollback", "undo what a job did", run_rollback},
    {"forget", "remove posts and keep them out", run_forget},
    {"move", "follow posts to another address", run_move},
    {"export", "write all posts as JSON Lines", run_export},
    {"import", "take exported posts back", run_import},
    {"eval", "measure how well judged queries are answered", run_eval},
    {"init", "write a configuration to start from", run_init},
    {"config", "show the settings in force", run_config},
});

}  // namespace

std::span<Command const> commands() noexcept {
  return kCommands;
}

int print_help(std::string const& text, Context& context) {
  context.out << text;
  return kExitDone;
}

}  // namespace pressmark
