// Fills buckets by the clock and takes from them.
#include "server/http/client_limiter.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>

namespace pressmark {

std::size_t ClientLimiter::Hash::operator()(ClientAddress const& address) const {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are characters
  return std::hash<std::string_view>()({reinterpret_cast<char const*>(address.data()), address.size()});
}

double ClientLimiter::tokens(Bucket const& bucket, Time now) const {
  std::chrono::duration<double> const since = now - bucket.filled;
  return std::min(burst_, bucket.tokens + since.count() * rate_);
}

ClientLimiter::Bucket& ClientLimiter::bucket_of(ClientAddress const& client, Time now) {
  auto const prefix = client_prefix(client);
  if (auto const known = buckets_.find(prefix); known != buckets_.end()) return known->second;
  if (buckets_.size() >= kMaxClients) {
    // A full bucket is as good as none.
    std::erase_if(buckets_, [&](auto const& entry) { return tokens(entry.second, now) >= burst_; });
  }
  bool const is_crowded = buckets_.size() >= kMaxClients;
  return buckets_.try_emplace(is_crowded ? ClientAddress{} : prefix, Bucket{burst_, now}).first->second;
}

std::optional<std::chrono::seconds> ClientLimiter::admit(ClientAddress const& client, Time now) {
  if (rate_ <= 0) return std::nullopt;
  auto& bucket = bucket_of(client, now);
  bucket = {tokens(bucket, now), now};
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return std::nullopt;
  }
  return std::chrono::seconds(static_cast<std::int64_t>(std::ceil((1 - bucket.tokens) / rate_)));
}

}  // namespace pressmark
