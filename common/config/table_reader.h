// Reading a table of the configuration into the struct that its entries describe.
#pragma once

#include <map>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "common/config/setting_table.h"
#include "common/config/toml_table.h"

namespace pressmark {

// Where settings were set, by their dotted names.
using SettingOrigins = std::map<std::string, Origin, std::less<>>;

// Each throws Error{bad_configuration} that names `name` and its line if `value` is of another kind
// or out of the range.
[[nodiscard]] double read_number(std::string const& name, TomlValue const& value, double least, double most);
[[nodiscard]] std::size_t read_count(std::string const& name, TomlValue const& value, double least,
                                     double most);
[[nodiscard]] bool read_truth(std::string const& name, TomlValue const& value);
// One of `choices` if there are any. May be empty.
[[nodiscard]] std::string read_text(std::string const& name, TomlValue const& value,
                                    std::span<std::string_view const> choices = {});
// From the folder of the configuration if relative; empty if the text is.
[[nodiscard]] std::filesystem::path read_path(std::string const& name, TomlValue const& value);
[[nodiscard]] std::vector<std::string> read_texts(std::string const& name, TomlValue const& value);
[[nodiscard]] TomlTable const& read_table(std::string const& name, TomlValue const& value);

// "NAME is WANTED, not a number".
[[nodiscard]] Error wrong_kind(std::string const& name, TomlValue const& value, std::string const& wanted);

// Throws for a name that is none of `known`, with the nearest that is.
[[noreturn]] void refuse_unknown_setting(std::string const& name, std::vector<std::string> const& known,
                                         Origin const& origin);

// Sets what `table` holds; `prefix` ("fetch.") goes before its names in messages and `origins`.
template <typename Struct>
void read_settings_table(std::string const& prefix, TomlTable const& table,
                         std::span<SettingEntry<Struct> const> entries, Struct& values,
                         SettingOrigins& origins) {
  std::vector<std::string> known;
  for (auto const& entry : entries) known.push_back(prefix + std::string(entry.name));
  for (auto const& [key, value] : table) {
    auto const name = prefix + key;
    auto const* entry = entries.data();
    auto const* const end = entry + entries.size();
    while (entry != end && entry->name != key) ++entry;
    if (entry == end) refuse_unknown_setting(name, known, value.origin);
    std::visit(
        [&](auto member) {
          using Content = std::remove_cvref_t<decltype(values.*member)>;
          if constexpr (std::is_same_v<Content, bool>) {
            values.*member = read_truth(name, value);
          } else if constexpr (std::is_same_v<Content, std::size_t>) {
            values.*member = read_count(name, value, entry->least, entry->most);
          } else if constexpr (std::is_same_v<Content, double>) {
            values.*member = read_number(name, value, entry->least, entry->most);
          } else if constexpr (std::is_same_v<Content, std::string>) {
            values.*member = read_text(name, value, entry->choices);
          } else if constexpr (std::is_same_v<Content, std::vector<std::string>>) {
            values.*member = read_texts(name, value);
          } else {
            values.*member = read_path(name, value);
          }
        },
        entry->member);
    origins[name] = value.origin;
  }
}

}  // namespace pressmark
