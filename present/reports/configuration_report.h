// The configuration, for people and for programs: what is in force, and what there is to set.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "common/base/setting.h"
#include "common/config/job_tables.h"

namespace pressmark {

struct EffectiveSetting {
  std::string name;  // dotted, as in the file
  SettingValue value;
  Origin origin;
};

// A line "name  value  origin" for each setting. Ends with a newline.
[[nodiscard]] std::string configuration_text(std::span<EffectiveSetting const> settings);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string configuration_json(std::span<EffectiveSetting const> settings);

// A configuration with every setting there is, explained and commented out at its default.
// `default_store` is that of whoever will read it, if there is one.
[[nodiscard]] std::string sample_configuration(std::optional<std::filesystem::path> const& default_store);

}  // namespace pressmark
