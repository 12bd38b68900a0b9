// The options of the nightly job, and of undoing one.
#include <cstdint>

#include "cli/command_options.h"
#include "cli/settings.h"
#include "common/base/error.h"
#include "common/base/number_text.h"

namespace pressmark {

namespace {

void refuse_contradictions(ReindexOptions const& options) {
  if (!options.is_full) return;
  if (!options.names.empty()) {
    throw Error(ErrorCode::usage, "--full rebuilds the index from the archive, and reads no SOURCE",
                "give one or the other");
  }
  if (options.is_dry_run || options.resumes) {
    throw Error(ErrorCode::usage,
                std::string("--full reads no source, so it does not go with ") +
                    (options.is_dry_run ? "--dry-run" : "--resume"),
                "give one or the other");
  }
}

std::int64_t parse_job(std::string const& text) {
  auto const job = parse_number<std::int64_t>(text);
  if (job && *job > 0) return *job;
  throw Error(ErrorCode::usage, "RUN is a number, not \"" + text + '"', "pressmark stats --runs lists them");
}

}  // namespace

Options reindex_options(Arguments const& arguments, Environment const& environment) {
  ReindexOptions options;
  Syntax syntax("reindex", "[OPTION]... [SOURCE]...",
                "The nightly job: fetches the configured sources, takes over what changed,\n"
                "checks the new index and publishes it.");
  syntax.operands("SOURCE", "only these: URL, path or site of configured ones, or others");
  syntax.flag("--full", options.is_full, "rebuild the index from the archive, reading no source");
  syntax.flag("--dry-run", options.is_dry_run, "tell what would change, and change nothing");
  syntax.flag("--resume", options.resumes, "read sources again after a rollback");
  syntax.values("--accept", "GATE", options.accepted, "publish although this gate fails; repeatable");
  syntax.value("--report", "FILE", options.report, "also write a report as JSON");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.example("pressmark reindex --config pressmark.toml");
  syntax.example("pressmark reindex --dry-run https://example.org/feed.xml");
  syntax.example("pressmark reindex --full");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  options.names = parsed.operands;
  refuse_contradictions(options);
  options.settings = read_settings(syntax.given(), environment);
  return options;
}

Options rollback_options(Arguments const& arguments, Environment const& environment) {
  RollbackOptions options;
  Syntax syntax("rollback", "[OPTION]... [RUN]",
                "Undoes what a job did to the posts, and brings the index up to date. Nothing is\n"
                "read in then until pressmark reindex --resume.");
  syntax.operands("RUN", "its number in pressmark stats --runs, else the newest one");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.example("pressmark rollback");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  if (parsed.operands.size() > 1) throw Error(ErrorCode::usage, "rollback undoes one RUN at a time");
  if (!parsed.operands.empty()) options.job = parse_job(parsed.operands.front());
  options.store = read_settings(syntax.given(), environment).layout();
  return options;
}

}  // namespace pressmark
