// Converts units, and divides the memory of a job among its threads.
#include "operations/change/job_settings.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <thread>

namespace pressmark {
namespace {

// What a thread that indexes takes beside postings that wait, and how much more these take than is
// reckoned: over 14,759 posts two threads took 172 MiB and 1.29 times their bound (bench/RESULTS.md); some
// room remains.
constexpr std::size_t kThreadBytes = std::size_t{92} << 20;
constexpr double kPostingsFactor = 1.3;
constexpr std::size_t kLeastPostings = std::size_t{16} << 20;  // of a thread; less makes it slow

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

void divide_memory(ConfiguredLimits const& limits, UpdateOptions& options) {
  auto const total = static_cast<std::size_t>(limits.memory_megabytes * (std::size_t{1} << 20));
  auto const wanted = limits.threads > 0 ? limits.threads : std::min(std::thread::hardware_concurrency(), 8U);
  auto const room = total / (kThreadBytes + kLeastPostings);
  options.threads = static_cast<unsigned>(std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(room, 1)));
  auto const taken = options.threads * kThreadBytes;
  auto const postings = total > taken ? static_cast<double>(total - taken) / kPostingsFactor : 0.0;
  options.memory_bytes = std::max(static_cast<std::size_t>(postings), kLeastPostings);
}

}  // namespace pressmark
