// Calls the route's handler, and packs what it says.
#include "server/service/search_execution.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "server/http/gzip.h"

namespace pressmark {
namespace {

// Smaller bodies fit in one packet as they are.
constexpr std::size_t kMinPackedBytes = 1'024;

Document document_for(PendingRequest const& pending, HandlerContext const& context) {
  auto const& answer = pending.route->answer;
  if (auto const* const handler = std::get_if<RequestHandler>(&answer)) {
    return handler->answer(pending.request, context);
  }
  return std::get<AddressHandler>(answer).answer(pending.address, context);
}

CachedAnswer packed_if_wanted(PendingRequest const& pending, Document document) {
  CachedAnswer answer{.body = {},
                      .version = std::move(document.version),
                      .status = document.status,
                      .facts = std::move(document.facts)};
  if (pending.wants_packed && document.body.size() > kMinPackedBytes) {
    if (auto packed = pack_gzip(document.body)) {
      answer.is_packed = true;
      document.body = std::move(*packed);
    }
  }
  document.body.shrink_to_fit();  // it may be kept
  answer.body = std::make_shared<std::string const>(std::move(document.body));
  return answer;
}

// What is left of `whole` beside matching and passages; the clocks may differ.
StageTimes::Duration rest_of(StageTimes::Duration whole, StageTimes const& stages) {
  return std::max(whole - stages[Stage::match] - stages[Stage::passages], StageTimes::Duration::zero());
}

// The wait for a worker counts.
std::optional<Deadline> deadline_of(PendingRequest const& pending, std::function<SteadyTime()> const& tick) {
  using Seconds = std::chrono::duration<double>;
  Seconds const allowed(pending.settings->server.search_seconds);
  if (allowed <= Seconds::zero()) return std::nullopt;
  return Deadline{pending.begun + std::chrono::duration_cast<SteadyTime::duration>(allowed), tick};
}

}  // namespace

CachedAnswer execute_search(PendingRequest const& pending, WorkerSearcher& searchers,
                            std::function<SteadyTime()> const& tick) {
  auto const taken_up = tick();
  auto answer =
      packed_if_wanted(pending, document_for(pending, {.searcher = searchers.for_settings(pending.settings),
                                                       .site = pending.settings->site,
                                                       .now = pending.now,
                                                       .deadline = deadline_of(pending, tick)}));
  auto stages = answer.facts.stages.value_or(StageTimes{});
  stages[Stage::wait] = taken_up - pending.begun;
  stages[Stage::present] = rest_of(tick() - taken_up, stages);
  answer.facts.stages = stages;
  return answer;
}

}  // namespace pressmark
