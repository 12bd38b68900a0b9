// Following redirects.
#include "indexer/fetch/fetch_job.h"

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

FetchJob make_job(FetchRequest request) {
  FetchJob job;
  job.url = request_url(request.url);
  job.request = std::move(request);
  return job;
}

FetchJob make_robots_job(std::string url) {
  auto job = make_job({.url = std::move(url)});
  job.is_robots = true;
  return job;
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::optional<Error> follow_redirect(FetchJob& job, int status, std::string const& location,
                                     int max_redirects) {
  if (location.empty()) return bad_redirect("it redirects without saying where to");
  auto target = request_url(resolve_url(job.url, location));
  auto const shown = shown_url(target);
  if (!is_web_url(target)) return bad_redirect("it redirects to " + shown + ", which is no web address");
  if (target == job.url || std::find(job.hops.begin(), job.hops.end(), target) != job.hops.end()) {
    return bad_redirect("it redirects in a circle, back to " + shown);
  }
  if (job.hops.size() >= static_cast<std::size_t>(max_redirects)) {
    return bad_redirect("it redirects more than " + std::to_string(max_redirects) + " times");
  }
  job.is_way_permanent =
      job.is_way_permanent && (status == 301 || status == 308) && !gives_up_https(job.url, target);
  if (job.is_way_permanent) job.permanent_url = target;
  job.hops.push_back(std::exchange(job.url, std::move(target)));
  return std::nullopt;
}

}  // namespace pressmark
