// Settings with their values and origins, and the sample with their meanings.
#include "present/reports/configuration_report.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/strings/text_list.h"
#include "common/text/display_width.h"
#include "present/json/json.h"
#include "searcher/match/weight_table.h"

namespace pressmark {

namespace {

std::string value_text(EffectiveSetting const& setting) {
  if (auto const* const number = std::get_if<double>(&setting.value)) return number_text(*number);
  if (auto const* const truth = std::get_if<bool>(&setting.value)) return *truth ? "true" : "false";
  if (auto const* const texts = std::get_if<std::vector<std::string>>(&setting.value)) {
    auto listed = join(*texts);
    return listed.empty() ? "none" : listed;
  }
  auto const& text = std::get<std::string>(setting.value);
  return text.empty() ? "none" : text;
}

Json value_json(EffectiveSetting const& setting) {
  if (auto const* const number = std::get_if<double>(&setting.value)) return *number;
  if (auto const* const truth = std::get_if<bool>(&setting.value)) return *truth;
  if (auto const* const texts = std::get_if<std::vector<std::string>>(&setting.value)) return *texts;
  return json_text_or_null(std::get<std::string>(setting.value));
}

std::string padded(std::string text, std::size_t columns) {
  text.append(columns - std::min(columns, columns_of(text)), ' ');
  return text;
}

// JSON's escapes are among those of a TOML string.
std::string toml_string(std::string const& text) {
  return json_text(Json(text));
}

constexpr std::string_view kHeading =
    R"(# The configuration of Pressmark. A line that begins with "# name =" shows a default: take the
# first two characters away to set it. --config FILE or PRESSMARK_CONFIG names this file to
# commands; pressmark config show tells what is in force.

# The folder of the store. A relative path starts in the folder of this file. --store and
# PRESSMARK_STORE come before it.
)";

constexpr std::string_view kSources = R"(
# The sources that pressmark reindex reads. Each has a table like this one, with either a url or a
# path: take the first two characters of its lines away, and leave out what need not be set.
#
# [[sources]]
)";

constexpr std::string_view kSites = R"(
# What holds for all sources of one site. The table has the name that the sources give it as site.
#
# [sites.example]
)";

constexpr std::string_view kFetch = R"(
# How sources on the web are fetched.
[fetch]
)";

constexpr std::string_view kGates = R"(
# What is checked before a new index is published. Where a gate fails, the old index stays in use;
# pressmark reindex --accept NAME lets that gate pass once.
[gates]
)";

constexpr std::string_view kJob = R"(
# What the job may use, what it keeps and what it writes.
[job]
)";

constexpr std::string_view kServer = R"(
# How pressmark serve answers the readers of a site.
[server]
)";

constexpr std::string_view kInsight = R"(
# What pressmark serve remembers of searches for pressmark insight. It remembers no readers, and no
# rare queries.
[insight]
)";

constexpr std::string_view kRanking = R"(
# How posts are ranked. pressmark eval JUDGEMENTS --compare FILE tells what a change is worth.
[ranking]

# The categories whose posts do not age, such as guides and references.
# evergreen = []
)";

constexpr std::string_view kBoosts = R"(
# What counts besides BM25 when the candidates are chosen.
[ranking.boosts]
)";

std::string value_toml(SettingValue const& value) {
  if (auto const* const number = std::get_if<double>(&value)) return number_text(*number);
  if (auto const* const truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  if (auto const* const texts = std::get_if<std::vector<std::string>>(&value)) {
    std::string listed;
    for (auto const& text : *texts) append_item(listed, toml_string(text));
    return "[" + listed + "]";
  }
  return toml_string(std::get<std::string>(value));
}

// `text` as comments of lines that fit a terminal; each begins with `prefix`.
std::string commented(std::string_view prefix, std::string_view text) {
  constexpr std::size_t kColumns = 98;
  std::string lines;
  while (!text.empty()) {
    auto const room = kColumns - prefix.size();
    auto const end = text.size() <= room ? text.size() : text.rfind(' ', room);
    lines.append(prefix).append(text.substr(0, end)) += '\n';
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines;
}

// A setting below its meaning, commented out at its default.
std::string setting_sample(std::string_view meaning, std::string_view name, std::string const& value) {
  return commented("# ", meaning) + "# " + std::string(name) + " = " + value + '\n';
}

// A table that there can be several of: all of it commented out.
template <typename Struct>
std::string repeated_table_sample(std::string_view heading, std::span<SettingEntry<Struct> const> entries) {
  std::string text(heading);
  for (auto const& setting : list_settings(entries, Struct{})) {
    text += commented("#   # ", setting.meaning);
    text.append("#   ").append(setting.name).append(" = ").append(value_toml(setting.value)) += '\n';
  }
  return text;
}

template <typename Struct>
std::string table_sample(std::string_view heading, std::span<SettingEntry<Struct> const> entries) {
  std::string text(heading);
  for (auto const& setting : list_settings(entries, Struct{})) {
    text += '\n' + setting_sample(setting.meaning, setting.name, value_toml(setting.value));
  }
  return text;
}

// Each weight, with its range after its meaning.
std::string ranking_sample() {
  constexpr std::string_view kBoostPrefix = "boosts.";
  std::string text(kRanking);
  bool in_boosts = false;
  for (auto const& entry : weight_table()) {
    auto name = entry.name;
    if (name.starts_with(kBoostPrefix)) {
      if (!in_boosts) text += kBoosts;
      in_boosts = true;
      name.remove_prefix(kBoostPrefix.size());
    }
    auto const range = " From " + number_text(entry.least) + " to " + number_text(entry.most) + '.';
    text += '\n' + setting_sample(std::string(entry.meaning) + range, name,
                                  number_text(entry.member.in(RankingWeights{})));
  }
  return text;
}

}  // namespace

std::string configuration_text(std::span<EffectiveSetting const> settings) {
  std::size_t name_columns = 0;
  std::size_t value_columns = 0;
  for (auto const& setting : settings) {
    name_columns = std::max(name_columns, columns_of(setting.name));
    value_columns = std::max(value_columns, columns_of(value_text(setting)));
  }
  std::string text;
  for (auto const& setting : settings) {
    text += padded(setting.name, name_columns + 2) + padded(value_text(setting), value_columns + 2) +
            origin_text(setting.origin) + '\n';
  }
  return text;
}

std::string configuration_json(std::span<EffectiveSetting const> settings) {
  auto list = Json::array();
  for (auto const& setting : settings) {
    auto const& origin = setting.origin;
    bool const stands_in_file = origin.setter == Setter::file;
    list.push_back({{"name", setting.name},
                    {"value", value_json(setting)},
                    {"origin", stands_in_file ? "file" : origin_text(origin)},
                    {"line", stands_in_file ? Json(origin.line) : Json(nullptr)}});
  }
  return json_text({{"format", 1}, {"settings", std::move(list)}}, 2);
}

std::string sample_configuration(std::optional<std::filesystem::path> const& default_store) {
  std::string text(kHeading);
  text += "# store = " + toml_string(default_store.value_or("pressmark").string()) + '\n';
  text += repeated_table_sample(kSources, source_table()) + repeated_table_sample(kSites, site_table());
  text += table_sample(kFetch, fetch_table()) + table_sample(kGates, gate_table());
  text += table_sample(kJob, limit_table()) + table_sample(kServer, server_table());
  text += table_sample(kInsight, insight_table());
  text += ranking_sample();
  return text;
}

}  // namespace pressmark
