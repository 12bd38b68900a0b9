// Checks each source by itself, so that one bad source hides no other.
#include "operations/check_sources.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <unistd.h>

#include "common/base/error.h"
#include "common/base/files.h"
#include "common/url/url.h"
#include "operations/change/index_gates.h"

namespace pressmark {
namespace {

Finding finding_of(Error const& error) {
  return {Severity::error, error.what(), error.hint()};
}

void check_source(ConfiguredSource const& source, std::vector<Finding>& findings) {
  auto const name = source.name();
  if (source.url.empty()) {
    std::error_code unknown;
    int const wanted = std::filesystem::is_directory(source.path, unknown) ? R_OK | X_OK : R_OK;
    if (access(name.c_str(), wanted) == 0) return;
    findings.push_back(finding_of(read_error(name, {errno, std::generic_category()})));
  } else if (url_host(source.url).empty()) {
    findings.push_back({Severity::error, source.url + " names no host", "write it as https://HOST/PATH"});
  }
}

}  // namespace

std::vector<Finding> check_sources(std::vector<ConfiguredSource> const& sources, ConfiguredGates const& gates,
                                   RankingWeights const& weights) {
  std::vector<Finding> findings;
  for (auto const& source : sources) check_source(source, findings);
  try {
    IndexGates const readable(gates, weights, {});
  } catch (Error const& error) {
    findings.push_back(finding_of(error));
  }
  return findings;
}

}  // namespace pressmark
