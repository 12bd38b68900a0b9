// A request on its way to its response.
#pragma once

#include <chrono>
#include <optional>

#include "common/base/time.h"
#include "present/address/search_address.h"
#include "server/http/client_address.h"
#include "server/http/request.h"
#include "server/service/in_flight_searches.h"
#include "server/service/routes.h"
#include "server/service/service_settings.h"

namespace pressmark {

struct PendingRequest {
  Request request;
  SharedSettings settings;
  Timestamp now;
  std::chrono::steady_clock::time_point begun;
  Route const* route = nullptr;  // nothing where the address leads nowhere
  SearchAddress address;         // of a search
  bool wants_packed = false;
  std::optional<ClientAddress> client{};  // if it is known
  InFlightSearches::Ticket ticket{};      // of a search that waits for a worker
};

}  // namespace pressmark
