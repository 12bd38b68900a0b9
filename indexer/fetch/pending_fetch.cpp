// Follows redirects until they end, fail or go in a circle.
#include "indexer/fetch/pending_fetch.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "common/url/request_url.h"
#include "common/url/url.h"

namespace pressmark {
namespace {

Error bad_redirect(std::string const& what) {
  return {ErrorCode::source_missing, what, "check the URL; what was there may have moved"};
}

bool gives_up_https(std::string const& from, std::string const& to) {
  return split_url(from).scheme == "https" && split_url(to).scheme != "https";
}

}  // namespace

PendingFetch make_pending_fetch(FetchRequest request) {
  PendingFetch pending;
  pending.url = request_url(request.url);
  pending.request = std::move(request);
  return pending;
}

PendingFetch make_robots_fetch(std::string url) {
  auto pending = make_pending_fetch({.url = std::move(url)});
  pending.is_robots = true;
  return pending;
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::optional<Error> follow_redirect(PendingFetch& pending, int status, std::string const& location,
                                     int max_redirects) {
  if (location.empty()) return bad_redirect("it redirects without saying where to");
  auto target = request_url(resolve_url(pending.url, location));
  auto const shown = shown_url(target);
  if (!is_web_url(target)) return bad_redirect("it redirects to " + shown + ", which is no web address");
  if (target == pending.url ||
      std::find(pending.hops.begin(), pending.hops.end(), target) != pending.hops.end()) {
    return bad_redirect("it redirects in a circle, back to " + shown);
  }
  if (pending.hops.size() >= static_cast<std::size_t>(max_redirects)) {
    return bad_redirect("it redirects more than " + std::to_string(max_redirects) + " times");
  }
  pending.is_way_permanent =
      pending.is_way_permanent && (status == 301 || status == 308) && !gives_up_https(pending.url, target);
  if (pending.is_way_permanent) pending.permanent_url = target;
  pending.hops.push_back(std::exchange(pending.url, std::move(target)));
  return std::nullopt;
}

}  // namespace pressmark
