// Which requests are rejected before anything is done for them.
#pragma once

#include <optional>

#include "server/http/client_limiter.h"
#include "server/http/response.h"
#include "server/service/pending_request.h"

namespace pressmark {

// The rejection of a request that is malformed, leads nowhere, or has a method that its route does not know.
[[nodiscard]] std::optional<Response> reject_unfit(PendingRequest const& pending);

// Holds each client to the rate that the settings of its requests allow. Not thread-safe.
class ClientAdmission {
 public:
  explicit ClientAdmission(SharedSettings settings);

  // Notes who the client is, if that is known, and rejects clients that ask too often.
  [[nodiscard]] std::optional<Response> reject(PendingRequest& pending);

 private:
  SharedSettings settings_;
  ClientLimiter limiter_;
};

}  // namespace pressmark
