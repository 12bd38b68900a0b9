// `pressmark config show`: the settings in force.
#include "cli/commands.h"
#include "present/reports/configuration_report.h"
#include "present/status.h"
#include "searcher/match/weight_table.h"

namespace pressmark {

namespace {

EffectiveSetting named(std::string name, Setting<std::filesystem::path> const& path) {
  return {std::move(name), path.value.string(), path.origin};
}

std::vector<EffectiveSetting> effective(Settings const& settings) {
  std::vector<EffectiveSetting> all{named("config", settings.config), named("store", settings.store)};
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

}  // namespace

int run_command(ConfigOptions const& options, Context& context) {
  auto const settings = effective(options.settings);
  if (options.format == ReportFormat::json) {
    context.out << configuration_json(settings) << '\n';
  } else {
    context.out << configuration_text(settings);
  }
  return kExitDone;
}

}  // namespace pressmark
