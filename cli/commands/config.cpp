// `pressmark config show`: the settings in force.
#include "cli/commands/commands.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "cli/syntax/store_location.h"
#include "common/base/error.h"
#include "common/config/job_tables.h"
#include "present/reports/configuration_report.h"
#include "present/status.h"
#include "searcher/match/weight_table.h"

namespace pressmark {

namespace {

struct ConfigOptions {
  Settings settings;
  ReportFormat format = ReportFormat::text;
};

EffectiveSetting named(std::string name, Setting<std::filesystem::path> const& path) {
  return {std::move(name), path.value.string(), path.origin};
}

template <typename Struct>
void add_table(std::string const& prefix, std::span<SettingEntry<Struct> const> entries, Struct const& values,
               Configuration const& configuration, std::vector<EffectiveSetting>& all) {
  for (auto& setting : list_settings(entries, values)) {
    auto name = prefix + std::string(setting.name);
    auto const set = configuration.origins.find(name);
    auto const origin = set == configuration.origins.end() ? Origin{} : set->second;
    all.push_back({std::move(name), std::move(setting.value), origin});
  }
}

void add_job(Configuration const& configuration, std::vector<EffectiveSetting>& all) {
  for (auto const& source : configuration.sources) all.push_back({"source", source.name(), source.origin});
  for (auto const& site : configuration.sites) {
    add_table("sites." + site.id + '.', site_table(), site, configuration, all);
  }
  add_table("fetch.", fetch_table(), configuration.job.fetch, configuration, all);
  add_table("gates.", gate_table(), configuration.job.gates, configuration, all);
  add_table("job.", limit_table(), configuration.job.limits, configuration, all);
  add_table("server.", server_table(), configuration.server, configuration, all);
  add_table("insight.", insight_table(), configuration.insight, configuration, all);
}

std::vector<EffectiveSetting> effective(Settings const& settings) {
  std::vector<EffectiveSetting> all{named("config", settings.config), named("store", settings.store)};
  add_job(settings.configuration, all);
  for (auto const& entry : weight_table()) {
    auto const set = settings.configuration.ranking.find(entry.name);
    all.push_back({"ranking." + std::string(entry.name), entry.member.in(settings.weights),
                   set == settings.configuration.ranking.end() ? Origin{} : set->second.origin});
  }
  auto const& evergreen = settings.configuration.evergreen;
  std::string categories;
  for (auto const& name : settings.weights.evergreen) categories += (categories.empty() ? "" : ", ") + name;
  all.push_back({"ranking.evergreen", categories, evergreen ? evergreen->origin : Origin{}});
  return all;
}

int run(ConfigOptions const& options, Context& context) {
  auto const settings = effective(options.settings);
  if (options.format == ReportFormat::json) {
    context.out << configuration_json(settings) << '\n';
  } else {
    context.out << configuration_text(settings);
  }
  return kExitDone;
}

}  // namespace

int run_config(Arguments const& arguments, Context& context) {
  ConfigOptions options;
  Syntax syntax("config", "show [OPTION]...", "Prints every setting in force, and what set it.");
  syntax.operands("show", "names, values and origins");
  declare_report_format(syntax, options.format);
  syntax.example("pressmark config show --config pressmark.toml");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  if (parsed.operands != Arguments{"show"}) {
    throw Error(ErrorCode::usage, "config can only show the settings", "write: pressmark config show");
  }
  options.settings = read_settings(syntax.given(), context.environment);
  return run(options, context);
}

}  // namespace pressmark
