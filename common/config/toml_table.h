// TOML as a tree of plain values that know their lines.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/setting.h"

namespace pressmark {

struct TomlValue;
using TomlTable = std::map<std::string, TomlValue, std::less<>>;
using TomlArray = std::vector<TomlValue>;

// A date or a time; nothing that can be set is one.
struct TomlDate {};

struct TomlValue {
  std::variant<std::string, std::int64_t, double, bool, TomlDate, TomlArray, TomlTable> content;
  Origin origin;  // the line of its key; of an array's element, its own
};

// What `value` is, for messages: "text", "a number", "a table".
[[nodiscard]] std::string_view kind_of(TomlValue const& value);

// Throws Error{bad_configuration} for what is no TOML; `file` names it in origins.
[[nodiscard]] TomlTable parse_toml(std::string_view text, std::string const& file);

}  // namespace pressmark
