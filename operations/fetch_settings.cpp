// Converts units: people write seconds.
#include "operations/fetch_settings.h"

#include <chrono>
#include <cstdint>

namespace pressmark {
namespace {

std::chrono::milliseconds milliseconds(double seconds) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

}  // namespace

FetchSettings fetch_settings(ConfiguredFetch const& fetch) {
  FetchSettings settings;
  settings.contact = fetch.contact;
  settings.proxy = fetch.proxy;
  settings.allow_private = fetch.allow_private;
  auto& limits = settings.limits;
  limits.connect = milliseconds(fetch.connect_seconds);
  limits.stall = milliseconds(fetch.stall_seconds);
  limits.transfer = milliseconds(fetch.transfer_seconds);
  limits.between_requests = milliseconds(fetch.delay_seconds);
  limits.longest_retry_after = std::chrono::seconds(static_cast<std::int64_t>(fetch.max_wait_seconds));
  limits.at_once = fetch.transfers;
  limits.redirects = static_cast<int>(fetch.redirects);
  limits.retries = static_cast<int>(fetch.retries);
  return settings;
}

}  // namespace pressmark
