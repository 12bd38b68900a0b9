// Compares what was typed with what is configured.
#include "cli/syntax/source_selection.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/syntax/mistyped_file.h"
#include "common/base/error.h"
#include "common/strings/nearest_name.h"
#include "common/url/url.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

// "/srv/blog" for "blog/" typed in /srv.
fs::path full_path(fs::path const& path) {
  std::error_code unknown;
  auto const full = fs::weakly_canonical(path, unknown);
  return full.has_filename() ? full : full.parent_path();
}

bool means(std::string const& name, ConfiguredSource const& source) {
  if (name == source.name() || name == source.site) return true;
  if (!source.url.empty()) return is_web_url(name) && canonical_url(name) == canonical_url(source.url);
  return !is_web_url(name) && full_path(name) == full_path(source.path);
}

[[noreturn]] void refuse(std::string const& name, std::span<ConfiguredSource const> configured) {
  std::vector<std::string> known;
  for (auto const& source : configured) {
    known.push_back(source.name());
    if (!source.site.empty()) known.push_back(source.site);
  }
  auto const hint = did_you_mean(name, known);
  throw Error(ErrorCode::usage, "no source \"" + name + "\" is configured, and there is no such file",
              hint.empty() ? "pressmark config show lists the sources" : hint);
}

Source source_by_itself(std::string const& name, std::span<ConfiguredSource const> configured) {
  Source source;
  if (is_web_url(name)) {
    source.url = name;
    return source;
  }
  if (is_missing(name)) refuse(name, configured);
  source.path = name;
  return source;
}

}  // namespace

std::vector<Source> select_sources(std::span<ConfiguredSource const> configured,
                                   std::span<std::string const> names) {
  if (names.empty()) return {configured.begin(), configured.end()};
  std::vector<Source> selected;
  auto const add = [&](Source const& source) {
    bool const is_there = std::ranges::find(selected, source.name(), &Source::name) != selected.end();
    if (!is_there) selected.push_back(source);
  };
  for (auto const& name : names) {
    bool is_configured = false;
    for (auto const& source : configured) {
      if (!means(name, source)) continue;
      is_configured = true;
      add(source);
    }
    if (!is_configured) add(source_by_itself(name, configured));
  }
  return selected;
}

}  // namespace pressmark
