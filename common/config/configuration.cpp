// Reads each table of a configuration into its member.
#include "common/config/configuration.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "common/base/files.h"
#include "common/config/job_tables.h"
#include "common/config/table_reader.h"
#include "common/config/toml_table.h"
#include "common/url/url.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{1} << 20;

void read_store(TomlValue const& value, Configuration& configuration) {
  auto const store = read_path("store", value);
  if (store.empty()) {
    throw bad_setting(value.origin, "store is empty", "name a directory, or take the line out");
  }
  configuration.store = {store, value.origin};
}

// The numbers of [ranking] and of the tables in it, whose names `prefix` gathers.
void read_weights(std::string const& prefix, TomlTable const& table, NumberSettings& numbers) {
  for (auto const& [key, value] : table) {
    auto const name = prefix + key;
    if (auto const* const inner = std::get_if<TomlTable>(&value.content)) {
      read_weights(name + ".", *inner, numbers);
    } else if (auto const* const real = std::get_if<double>(&value.content)) {
      numbers[name] = {*real, value.origin};
    } else if (auto const* const whole = std::get_if<std::int64_t>(&value.content)) {
      numbers[name] = {static_cast<double>(*whole), value.origin};
    } else {
      throw wrong_kind("ranking." + name, value, "a number");
    }
  }
}

void read_ranking(TomlValue const& value, Configuration& configuration) {
  auto weights = read_table("ranking", value);
  if (auto const evergreen = weights.find("evergreen"); evergreen != weights.end()) {
    configuration.evergreen = {read_texts("ranking.evergreen", evergreen->second), evergreen->second.origin};
    weights.erase(evergreen);
  }
  read_weights("", weights, configuration.ranking);
}

void read_fetch(TomlValue const& value, Configuration& configuration) {
  read_settings_table("fetch.", read_table("fetch", value), fetch_table(), configuration.job.fetch,
                      configuration.origins);
}

void read_gates(TomlValue const& value, Configuration& configuration) {
  read_settings_table("gates.", read_table("gates", value), gate_table(), configuration.job.gates,
                      configuration.origins);
}

void read_job(TomlValue const& value, Configuration& configuration) {
  read_settings_table("job.", read_table("job", value), limit_table(), configuration.job.limits,
                      configuration.origins);
}

void read_insight(TomlValue const& value, Configuration& configuration) {
  read_settings_table("insight.", read_table("insight", value), insight_table(), configuration.insight,
                      configuration.origins);
}

void read_server(TomlValue const& value, Configuration& configuration) {
  read_settings_table("server.", read_table("server", value), server_table(), configuration.server,
                      configuration.origins);
}

void read_sites(TomlValue const& value, Configuration& configuration) {
  for (auto const& [id, table] : read_table("sites", value)) {
    auto const name = "sites." + id;
    ConfiguredSite site{.id = id, .contact = {}};
    read_settings_table(name + '.', read_table(name, table), site_table(), site, configuration.origins);
    configuration.sites.push_back(std::move(site));
  }
}

ConfiguredSource read_source(TomlValue const& value, Configuration const& before) {
  ConfiguredSource source;
  SettingOrigins places;  // a list has no names that could be shown
  read_settings_table("sources.", read_table("each of sources", value), source_table(), source, places);
  source.origin = value.origin;
  source.max_bytes = static_cast<std::size_t>(source.max_megabytes * (1 << 20));
  if (source.url.empty() == source.path.empty()) {
    throw bad_setting(source.origin, "a source has either a url or a path",
                      "for example: url = \"https://example.org/feed.xml\"");
  }
  if (!source.url.empty() && !is_web_url(source.url)) {
    throw bad_setting(source.origin, source.url + " is no address on the web",
                      "it begins with http:// or https://; a file or folder is a path");
  }
  if (source.mirror && source.whole_archive) {
    throw bad_setting(source.origin, "a source is either a mirror or has its whole archive fetched",
                      "take out the one that is not meant");
  }
  auto const twin = std::ranges::find(before.sources, source.name(), &ConfiguredSource::name);
  if (twin != before.sources.end()) {
    throw bad_setting(source.origin,
                      source.name() + " is a source already on line " + std::to_string(twin->origin.line));
  }
  return source;
}

void read_sources(TomlValue const& value, Configuration& configuration) {
  auto const* const list = std::get_if<TomlArray>(&value.content);
  if (list == nullptr) throw wrong_kind("sources", value, "a list of tables, each headed [[sources]]");
  for (auto const& element : *list) {
    configuration.sources.push_back(read_source(element, configuration));
  }
}

// The tables of the file, each with the function that reads it.
struct Entry {
  std::string_view name;
  void (*read)(TomlValue const& value, Configuration& configuration);
};
constexpr auto kEntries = std::to_array<Entry>({{"store", read_store},
                                                {"sources", read_sources},
                                                {"sites", read_sites},
                                                {"fetch", read_fetch},
                                                {"gates", read_gates},
                                                {"job", read_job},
                                                {"server", read_server},
                                                {"insight", read_insight},
                                                {"ranking", read_ranking}});

[[noreturn]] void refuse_unknown(std::string const& name, Origin const& origin) {
  std::vector<std::string> names;
  for (auto const& entry : kEntries) names.emplace_back(entry.name);
  refuse_unknown_setting(name, names, origin);
}

}  // namespace

Configuration parse_configuration(std::string_view text, std::filesystem::path const& file) {
  Configuration configuration;
  for (auto const& [name, value] : parse_toml(text, file.string())) {
    auto const* const entry = std::ranges::find(kEntries, name, &Entry::name);
    if (entry == kEntries.end()) refuse_unknown(name, value.origin);
    entry->read(value, configuration);
  }
  return configuration;
}

Configuration read_configuration(std::filesystem::path const& file) {
  try {
    return parse_configuration(read_file(file, kMaxFileBytes), file);
  } catch (Error const& error) {
    if (error.code() == ErrorCode::bad_configuration) throw;
    throw Error(ErrorCode::bad_configuration, error.what(), error.hint());
  }
}

}  // namespace pressmark
