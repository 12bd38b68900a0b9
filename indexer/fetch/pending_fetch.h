// A request on its way through redirects and retries.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "indexer/fetch/fetch.h"

namespace pressmark {

struct PendingFetch {
  FetchRequest request;
  std::string url;                // to be asked next
  std::vector<std::string> hops;  // the addresses that redirected, in their order
  std::string permanent_url;      // as in FetchedDocument, as far as the way has led
  bool is_way_permanent = true;   // so far
  int retries = 0;                // so far
  bool is_robots = false;         // for a robots.txt, which no caller asked for
};

[[nodiscard]] PendingFetch make_pending_fetch(FetchRequest request);
[[nodiscard]] PendingFetch make_robots_fetch(std::string url);

// True for the statuses that lead elsewhere (RFC 9110 §15.4).
[[nodiscard]] bool is_redirect(int status);

// Directs `pending` to where a response with `status` and `location` leads. An error, and no change, where
// that is nowhere, no web address, in a circle, or beyond `max_redirects`.
[[nodiscard]] std::optional<Error> follow_redirect(PendingFetch& pending, int status,
                                                   std::string const& location, int max_redirects);

}  // namespace pressmark
