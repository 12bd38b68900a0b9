// Reads each table of a configuration into its member.
#include "common/config/configuration.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "common/base/files.h"
#include "common/config/toml_table.h"
#include "common/text/nearest_name.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{1} << 20;

Error wrong_kind(std::string const& name, TomlValue const& value, std::string const& wanted) {
  return bad_setting(value.origin, name + " is " + wanted + ", not " + std::string(kind_of(value)));
}

void read_store(TomlValue const& value, Configuration& configuration) {
  auto const* const text = std::get_if<std::string>(&value.content);
  if (text == nullptr) throw wrong_kind("store", value, "text");
  if (text->empty()) {
    throw bad_setting(value.origin, "store is empty", "name a directory, or take the line out");
  }
  auto const folder = std::filesystem::path(value.origin.file).parent_path();
  configuration.store = {folder / *text, value.origin};
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

std::vector<std::string> read_texts(std::string const& name, TomlValue const& value) {
  auto const* const array = std::get_if<TomlArray>(&value.content);
  if (array == nullptr) throw wrong_kind(name, value, "a list of texts");
  std::vector<std::string> texts;
  for (auto const& element : *array) {
    auto const* const text = std::get_if<std::string>(&element.content);
    if (text == nullptr) throw wrong_kind("each of " + name, element, "text");
    texts.push_back(*text);
  }
  return texts;
}

void read_ranking(TomlValue const& value, Configuration& configuration) {
  auto const* const table = std::get_if<TomlTable>(&value.content);
  if (table == nullptr) throw wrong_kind("ranking", value, "a table");
  auto weights = *table;
  if (auto const evergreen = weights.find("evergreen"); evergreen != weights.end()) {
    configuration.evergreen = {read_texts("ranking.evergreen", evergreen->second), evergreen->second.origin};
    weights.erase(evergreen);
  }
  read_weights("", weights, configuration.ranking);
}

// What may stand at the top of the file, and who reads it.
struct Entry {
  std::string_view name;
  void (*read)(TomlValue const& value, Configuration& configuration);
};
constexpr auto kEntries = std::to_array<Entry>({{"store", read_store}, {"ranking", read_ranking}});

[[noreturn]] void refuse_unknown(std::string const& name, Origin const& origin) {
  std::vector<std::string> names;
  std::string listed;
  for (auto const& entry : kEntries) {
    names.emplace_back(entry.name);
    listed += (listed.empty() ? "" : ", ") + names.back();
  }
  auto const hint = did_you_mean(name, names);
  throw bad_setting(origin, "there is no setting \"" + name + '"', hint.empty() ? "one of: " + listed : hint);
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
