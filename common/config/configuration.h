// The configuration: a TOML file that says once what every command would have to be told.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/setting.h"
#include "common/config/configured_insight.h"
#include "common/config/configured_job.h"
#include "common/config/configured_server.h"

namespace pressmark {

// What a configuration sets; what it leaves out has its default. The names and ranges of the
// numbers are for those who use them to judge.
struct Configuration {
  std::optional<Setting<std::filesystem::path>> store;         // from the folder of the file if relative
  NumberSettings ranking;                                      // [ranking] and the tables in it
  std::optional<Setting<std::vector<std::string>>> evergreen;  // categories, in [ranking]
  std::vector<ConfiguredSource> sources;                       // in their order
  std::vector<ConfiguredSite> sites;
  ConfiguredJob job;
  ConfiguredServer server;
  ConfiguredInsight insight;
  std::map<std::string, Origin, std::less<>>
      origins;  // of what is set in [fetch], [gates], [insight], [job], [server] and [sites]
};

// Throws Error{bad_configuration} for a file that cannot be read, is no TOML, has a name nobody
// knows or a value of the wrong kind; where there is a line to it the message names it.
[[nodiscard]] Configuration read_configuration(std::filesystem::path const& file);

// The same from text; `file` is only named.
[[nodiscard]] Configuration parse_configuration(std::string_view text, std::filesystem::path const& file);

}  // namespace pressmark
