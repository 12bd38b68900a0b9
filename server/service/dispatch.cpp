// Answers at once, or from a task.
#include "server/service/dispatch.h"

#include <exception>
#include <memory>
#include <utility>
#include <variant>

namespace pressmark {
namespace {

// Where not even a problem could be reported.
Response out_of_memory() {
  Response response;
  response.status = 500;
  response.close_connection = true;
  return response;
}

void complete(SearchService& service, PendingRequest& pending, WorkerSearcher& searcher,
              Reply const& reply) noexcept {
  try {
    reply(service.complete(pending, searcher));
  } catch (std::exception const&) {
    reply(out_of_memory());
  }
}

}  // namespace

void dispatch(SearchService& service, Request request, HandOver const& hand_over,
              Reply const& reply) noexcept {
  try {
    auto outcome = service.begin(std::move(request));
    if (auto* const response = std::get_if<Response>(&outcome)) return reply(std::move(*response));
    // A std::function is copied, a ticket is not.
    auto const pending = std::make_shared<PendingRequest>(std::get<PendingRequest>(std::move(outcome)));
    bool const is_taken = hand_over([&service, pending, reply](WorkerSearcher& searcher) {
      complete(service, *pending, searcher, reply);
    });
    if (!is_taken) reply(service.reject(*pending));
  } catch (std::exception const&) {
    reply(out_of_memory());
  }
}

}  // namespace pressmark
