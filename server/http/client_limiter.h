// How many requests a client may make: a token bucket for each.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <unordered_map>

#include "server/http/client_address.h"

namespace pressmark {

// Not thread-safe.
class ClientLimiter {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // `rate` requests a second, `burst` at once; a rate of 0 admits all.
  ClientLimiter(double rate, double burst) : rate_(rate), burst_(burst) {}

  // Admits a request, or tells how long until one of this client would be. Memory is bounded:
  // where more clients than kMaxClients ask at once, the rest share one bucket.
  [[nodiscard]] std::optional<std::chrono::seconds> admit(ClientAddress const& client, Time now);

  static constexpr std::size_t kMaxClients = 10'000;

 private:
  struct Bucket {
    double tokens = 0;
    Time filled;
  };
  struct Hash {
    std::size_t operator()(ClientAddress const& address) const;
  };

  [[nodiscard]] double tokens(Bucket const& bucket, Time now) const;
  Bucket& bucket_of(ClientAddress const& client, Time now);

  double rate_;
  double burst_;
  std::unordered_map<ClientAddress, Bucket, Hash> buckets_;
};

}  // namespace pressmark
