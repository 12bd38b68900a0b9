// The statuses, one by one.
#include "indexer/fetch/status_outcome.h"

#include <string>

namespace pressmark {
namespace {

StatusOutcome without_document(FetchOutcome outcome, int status, std::string const& meaning,
                               std::string const& hint) {
  auto const what = "the server answers " + std::to_string(status) + meaning;
  return {outcome, Error(ErrorCode::source_missing, what, hint)};
}

}  // namespace

StatusOutcome outcome_of(int status, RequestKind request) {
  auto const failed = [&](std::string const& meaning, std::string const& hint) {
    return without_document(FetchOutcome::failed, status, meaning, hint);
  };
  switch (status) {
    case 204:
    case 205:
      return failed(" (no content)", "check the URL; there is nothing at it");
    case 206:
      return failed(" (a part), which was not asked for", "tell the site's owner");
    case 304:
      if (request == RequestKind::conditional) return {FetchOutcome::not_modified, std::nullopt};
      return failed(" (not modified), though no version of it is known", "tell the site's owner");
    case 401:
      return failed(" (login required)", "give a URL that can be read without a login");
    case 403:
    case 451:
      return failed(" (forbidden)", "ask the site's owner to let Pressmark in");
    case 404:
      return without_document(FetchOutcome::missing, status, " (not found)", "check the URL");
    case 410:
      return without_document(FetchOutcome::gone, status, " (gone)", "it was removed for good: take it out");
    case 429:
      return failed(" (too many requests)", "fetch less often");
    default:
      break;
  }
  if (status / 100 == 2) return {FetchOutcome::fresh, std::nullopt};
  if (status / 100 == 5) return failed(" (the server has a fault)", "try again later");
  return failed("", "check the URL");
}

bool may_pass(int status) {
  return status == 429 || status / 100 == 5;
}

}  // namespace pressmark
