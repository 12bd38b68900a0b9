// The options of the commands that fill, change and inspect the store.
#include "cli/command_options.h"
#include "cli/settings.h"
#include "common/base/error.h"

namespace pressmark {

Options index_options(Arguments const& arguments, Environment const& environment) {
  IndexOptions options;
  Syntax syntax("index", "[OPTION]... SOURCE...",
                "Adds posts, and updates those that changed. Posts that left a source stay.");
  syntax.operands("SOURCE", "a file, folder or web address of posts; - is standard input");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.example("pressmark index feed.xml");
  syntax.example("pressmark index export.xml ~/blog/content");
  syntax.example("pressmark index https://example.org/feed.xml");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  options.sources = parsed.operands;
  if (options.sources.empty()) {
    throw Error(ErrorCode::usage, "index needs a SOURCE to read", "for example: pressmark index feed.xml");
  }
  auto const settings = read_settings(syntax.given(), environment);
  options.store = settings.layout();
  options.fetch = settings.configuration.job.fetch;
  options.limits = settings.configuration.job.limits;
  return options;
}

Options stats_options(Arguments const& arguments, Environment const& environment) {
  StatsOptions options;
  Syntax syntax("stats", "[OPTION]...", "Shows what the store holds, or what was done to it.");
  syntax.flag("--runs", options.has_runs, "show the jobs that changed the store, newest first");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.example("pressmark stats --format json");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  options.store = read_settings(syntax.given(), environment).layout();
  return options;
}

Options check_options(Arguments const& arguments, Environment const& environment) {
  CheckOptions options;
  Syntax syntax("check", "[OPTION]...",
                "Reads the whole store, and the configuration with the sources that it names,\n"
                "and tells what is wrong with them. Changes nothing; exits with 1 if something\n"
                "is, with 78 for the configuration.");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.example("pressmark check && cp -r store backup");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  options.settings = read_settings(syntax.given(), environment);
  return options;
}

Options forget_options(Arguments const& arguments, Environment const& environment) {
  ForgetOptions options;
  Syntax syntax("forget", "[OPTION]... URL...",
                "Removes posts with all their versions, and keeps them out when their source is\n"
                "indexed again. There is no way back.");
  syntax.operands("URL", "the post's address, or its id");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.example("pressmark forget https://example.org/2026/too-early");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  options.names = parsed.operands;
  if (options.names.empty()) {
    throw Error(ErrorCode::usage, "forget needs the URL of a post",
                "pressmark search --format urls WORDS finds it");
  }
  options.store = read_settings(syntax.given(), environment).layout();
  return options;
}

Options move_options(Arguments const& arguments, Environment const& environment) {
  MoveOptions options;
  Syntax syntax("move", "[OPTION]... OLD NEW",
                "Follows posts to another address: every URL that is OLD, or lies below it, then\n"
                "begins with NEW. They stay the same posts when they are indexed again.");
  syntax.operands("OLD NEW", "the address of a site, a folder or a post, before and after");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.example("pressmark move http://blog.example.org https://example.org/blog");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  if (parsed.operands.size() != 2) {
    throw Error(ErrorCode::usage, "move needs two addresses, OLD and NEW",
                "for example: pressmark move http://blog.example.org https://example.org/blog");
  }
  options.from = parsed.operands[0];
  options.to = parsed.operands[1];
  options.store = read_settings(syntax.given(), environment).layout();
  return options;
}

Options export_options(Arguments const& arguments, Environment const& environment) {
  ExportOptions options;
  Syntax syntax("export", "[OPTION]...",
                "Writes every post as published, a JSON object a line, oldest change first.");
  syntax.value("--output", "FILE", options.output, "instead of standard output; replaced when complete");
  syntax.example("pressmark export --output posts.jsonl");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  options.store = read_settings(syntax.given(), environment).layout();
  return options;
}

Options import_options(Arguments const& arguments, Environment const& environment) {
  ImportOptions options;
  Syntax syntax("import", "[OPTION]... FILE",
                "Takes back what pressmark export wrote. Posts keep their ids, and\n"
                "replace those of the same ids in the store.");
  syntax.operands("FILE", "JSON Lines; - is standard input");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.example("pressmark import posts.jsonl");
  syntax.example("pressmark export | pressmark import --store copy -");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  if (parsed.operands.size() != 1) {
    throw Error(ErrorCode::usage, "import needs one FILE to read",
                "for example: pressmark import posts.jsonl");
  }
  options.file = parsed.operands.front();
  options.store = read_settings(syntax.given(), environment).layout();
  return options;
}

}  // namespace pressmark
