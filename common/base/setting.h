// A value that people can set, with who set it and where.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "common/base/error.h"

namespace pressmark {

// The nearer counts: the command line before the environment, that before the configuration.
enum class Setter { built_in, file, environment, command_line };

struct Origin {
  Setter setter = Setter::built_in;
  std::string file;      // the configuration, as it was named; empty for other setters
  std::size_t line = 0;  // in it, from 1
};

template <typename Value>
struct Setting {
  Value value;
  Origin origin;
};

// Numbers by dotted name, as they stand in a table of the configuration: "boosts.title".
using NumberSettings = std::map<std::string, Setting<double>, std::less<>>;

// A number in the fewest digits that read back as the same, without an exponent.
[[nodiscard]] std::string number_text(double number);

// "default", "pressmark.toml:12", "environment" or "flag".
[[nodiscard]] std::string origin_text(Origin const& origin);

// Error{bad_configuration} whose message begins with the place of the fault.
[[nodiscard]] Error bad_setting(Origin const& origin, std::string const& what, std::string hint = {});

}  // namespace pressmark
