// Leads a request through the service to its reply, by way of a worker where it needs a search.
#pragma once

#include <functional>

#include "server/http/request.h"
#include "server/http/response.h"
#include "server/service/search_service.h"
#include "server/service/search_workers.h"

namespace pressmark {

// Gives a task to a worker; false if it is not taken. May throw: then the task is not done.
using HandOver = std::function<bool(SearchWorkers::Task)>;

// Must not throw.
using Reply = std::function<void(Response)>;

// Replies once, whatever happens, from the calling thread or from a worker's; with status 500 where memory
// is too short for anything else. One thread calls it; `service` has to live until the reply.
void dispatch(SearchService& service, Request request, HandOver const& hand_over,
              Reply const& reply) noexcept;

}  // namespace pressmark
