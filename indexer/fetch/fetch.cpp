// The run: which request is next, and what each reply leads to.
#include "indexer/fetch/fetch.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <random>
#include <utility>

#include "common/base/time.h"
#include "common/url/request_url.h"
#include "common/url/url.h"
#include "indexer/fetch/document_body.h"
#include "indexer/fetch/host_queues.h"
#include "indexer/fetch/http_fields.h"
#include "indexer/fetch/http_transfers.h"
#include "indexer/fetch/pending_fetch.h"
#include "indexer/fetch/robots.h"
#include "indexer/fetch/status_outcome.h"

namespace pressmark {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;
using std::chrono::seconds;

// What is wrong with a document, or with all of a host.
struct Failure {
  Error why;
  std::optional<seconds> retry_after;
};

// The robots.txt of one origin, and the pages that wait for it.
struct RobotsState {
  std::optional<Robots> rules;  // once known
  std::optional<Error> why_unknown;
  std::deque<PendingFetch> waiting;
};

Error about(std::string const& url, Error const& cause) {
  return {cause.code(), "cannot fetch " + shown_url(url) + ": " + cause.what(), cause.hint()};
}

std::string read_head(ByteStream& stream, std::size_t max_bytes) {
  std::string head(max_bytes, '\0');
  std::size_t size = 0;
  while (size < max_bytes) {
    auto const count = stream.read(std::span(head).subspan(size));
    if (count == 0) break;
    size += count;
  }
  head.resize(size);
  return head;
}

// A 304 need not repeat what is still true (RFC 9110 §15.4.5).
void keep_known(Validators& said, Validators const& known) {
  if (said.etag.empty()) said.etag = known.etag;
  if (said.last_modified.empty()) said.last_modified = known.last_modified;
}

class FetchRun {
 public:
  FetchRun(FetchSettings const& settings, ShouldStop const& should_stop, TakeDocument const& take)
      : limits_(settings.limits),
        should_stop_(should_stop),
        take_(take),
        queues_(limits_.between_requests),
        transfers_(settings) {}

  void run(std::vector<FetchRequest> first) {
    add(std::move(first));
    while (true) {
      stop_if_asked(should_stop_);
      admit_arrivals();
      start_due();
      if (queues_.is_empty() && running_.empty()) return;
      for (auto& reply : transfers_.wait(longest_wait())) receive(std::move(reply));
    }
  }

 private:
  void add(std::vector<FetchRequest> requests) {
    for (auto& request : requests) arrivals_.push_back(make_pending_fetch(std::move(request)));
  }

  // What is refused here may bring new arrivals.
  void admit_arrivals() {
    while (!arrivals_.empty()) {
      auto pending = std::move(arrivals_.front());
      arrivals_.pop_front();
      admit(std::move(pending));
    }
  }

  void admit(PendingFetch pending) {
    auto const given_up = given_up_.find(url_host(pending.url));
    if (given_up != given_up_.end()) return fail(std::move(pending), given_up->second);
    if (pending.request.is_page) return admit_page(std::move(pending));
    queues_.add(std::move(pending));
  }

  void admit_page(PendingFetch pending) {
    auto const robots = robots_url(pending.url);
    auto const [entry, is_new] = robots_.try_emplace(robots);
    auto& state = entry->second;
    if (is_new) queues_.add_first(make_robots_fetch(robots));
    if (state.why_unknown) return fail(std::move(pending), {*state.why_unknown, std::nullopt});
    if (!state.rules) return state.waiting.push_back(std::move(pending));
    if (state.rules->allow(pending.url)) return queues_.add(std::move(pending));
    auto document = document_of(pending);
    document.outcome = FetchOutcome::disallowed;
    document.why = about(pending.url, Error(ErrorCode::source_missing, "its site's robots.txt forbids it",
                                            "ask the site's owner to let " + std::string(kProduct) + " in"));
    conclude(std::move(pending), std::move(document));
  }

  void start_due() {
    while (transfers_.size() < limits_.at_once) {
      auto pending = queues_.take_due(Clock::now());
      if (!pending) return;
      auto const id = next_id_++;
      transfers_.start(id, pending->url, pending->request.known, pending->request.contact);
      running_.emplace(id, std::move(*pending));
    }
  }

  [[nodiscard]] milliseconds longest_wait() const {
    auto const due = queues_.next_due();
    if (transfers_.size() >= limits_.at_once || due == HostQueues::Time::max()) return kBetweenStopChecks;
    return std::clamp(std::chrono::ceil<milliseconds>(due - Clock::now()), milliseconds(0),
                      kBetweenStopChecks);
  }

  void receive(HttpReply reply) {
    auto pending = std::move(running_.extract(reply.id).mapped());
    auto const host = url_host(pending.url);
    queues_.release(host, Clock::now());
    if (reply.failure) return receive_failure(std::move(pending), host, *reply.failure);
    unanswered_.erase(host);
    if (is_redirect(reply.status)) return redirect(std::move(pending), reply);
    if (may_pass(reply.status)) return receive_refusal(std::move(pending), host, reply);
    conclude_reply(std::move(pending), std::move(reply));
  }

  void receive_failure(PendingFetch pending, std::string const& host, TransferFailure const& failure) {
    if (failure.may_pass && try_again(pending)) return;
    fail(std::move(pending), {failure.error, std::nullopt});
    if (failure.may_pass && ++unanswered_[host] == limits_.unanswered_requests) {
      give_up(host,
              {Error(ErrorCode::source_missing, "its host has not answered before", "try again later"), {}});
    }
  }

  // The server has a fault, or too many requests.
  void receive_refusal(PendingFetch pending, std::string const& host, HttpReply& reply) {
    auto const now = std::chrono::floor<seconds>(std::chrono::system_clock::now());
    auto const asked = parse_retry_after(reply.retry_after, now).value_or(seconds(0));
    if (asked > limits_.longest_retry_after) {
      auto const why = *outcome_of(reply.status, RequestKind::plain).why;
      fail(std::move(pending), {why, asked}, reply.status);
      return give_up(host, {why, asked});
    }
    queues_.hold(host, Clock::now() + asked);
    if (!try_again(pending)) conclude_reply(std::move(pending), std::move(reply));
  }

  // False if it was tried often enough.
  bool try_again(PendingFetch& pending) {
    if (pending.retries >= limits_.retries) return false;
    std::uniform_real_distribution<> jitter(0.5, 1.0);
    auto const delay = limits_.backoff * std::ldexp(jitter(random_), pending.retries++);
    queues_.hold(url_host(pending.url), Clock::now() + std::chrono::ceil<milliseconds>(delay));
    queues_.add_first(std::move(pending));
    return true;
  }

  // Nothing more is asked of `host` in this run.
  void give_up(std::string const& host, Failure failure) {
    auto const& known = given_up_.emplace(host, std::move(failure)).first->second;
    for (auto& pending : queues_.take_all(host)) fail(std::move(pending), known);
  }

  void redirect(PendingFetch pending, HttpReply const& reply) {
    auto why = follow_redirect(pending, reply.status, reply.location, limits_.redirects);
    if (why) return fail(std::move(pending), {std::move(*why), std::nullopt}, reply.status);
    admit(std::move(pending));
  }

  [[nodiscard]] static FetchedDocument document_of(PendingFetch const& pending) {
    return {.url = pending.request.url, .final_url = pending.url, .tag = pending.request.tag};
  }

  void fail(PendingFetch pending, Failure const& failure, int status = 0) {
    auto document = document_of(pending);
    document.status = status;
    document.why = about(pending.url, failure.why);
    document.retry_after = failure.retry_after;
    conclude(std::move(pending), std::move(document));
  }

  void conclude_reply(PendingFetch pending, HttpReply reply) {
    auto const& known = pending.request.known;
    bool const is_conditional = !known.etag.empty() || !known.last_modified.empty();
    auto [outcome, why] =
        outcome_of(reply.status, is_conditional ? RequestKind::conditional : RequestKind::plain);
    auto document = document_of(pending);
    document.outcome = outcome;
    document.status = reply.status;
    document.validators = {std::move(reply.etag), std::move(reply.last_modified)};
    if (outcome == FetchOutcome::not_modified) keep_known(document.validators, known);
    auto type = parse_media_type(reply.content_type);
    document.media_type = std::move(type.name);
    document.charset = std::move(type.charset);
    if (why) document.why = about(pending.url, *why);
    if (outcome == FetchOutcome::fresh) add_body(document, std::move(reply.body));
    if (!document.why) document.permanent_url = pending.permanent_url;
    conclude(std::move(pending), std::move(document));
  }

  // Makes the document a failure where there is no body that can be read.
  void add_body(FetchedDocument& document, std::optional<SpoolFile> received) const {
    auto const fail_for = [&](Error const& why) {
      document.outcome = FetchOutcome::failed;
      document.why = about(document.final_url, why);
    };
    try {
      if (received) {
        document.body = open_body(std::move(*received), "it", limits_.document_bytes,
                                  [this] { stop_if_asked(should_stop_); });
      }
      if (!document.body)
        fail_for(Error(ErrorCode::bad_source, "it is empty", "check the URL, or try again later"));
    } catch (Error const& error) {
      if (error.code() != ErrorCode::bad_source) throw;
      fail_for(error);
    }
  }

  void conclude(PendingFetch pending, FetchedDocument document) {
    if (pending.is_robots) return conclude_robots(pending.request.url, document);
    add(take_(std::move(document)));
  }

  // RFC 9309 §2.3.1: a robots.txt that is not there allows everything, one that cannot be asked nothing.
  void conclude_robots(std::string const& url, FetchedDocument& document) {
    auto& state = robots_.at(url);
    if (document.outcome == FetchOutcome::fresh) {
      state.rules = parse_robots(read_head(*document.body, kRobotsBytes), kProduct);
      auto const pause = std::min<milliseconds>(state.rules->crawl_delay, limits_.longest_crawl_delay);
      queues_.slow_down(url_host(url), pause);
    } else if (document.status == 0 || document.status / 100 == 5) {
      auto const& why = *document.why;
      state.why_unknown =
          Error(why.code(), std::string("robots.txt is asked first: ") + why.what(), why.hint());
    } else {
      state.rules.emplace();
    }
    for (auto& pending : std::exchange(state.waiting, {})) admit(std::move(pending));
  }

  FetchLimits const& limits_;
  ShouldStop const& should_stop_;
  TakeDocument const& take_;
  std::deque<PendingFetch> arrivals_;
  HostQueues queues_;
  HttpTransfers transfers_;
  std::map<std::size_t, PendingFetch> running_;  // by the id of the transfer
  std::size_t next_id_ = 0;
  std::map<std::string, RobotsState> robots_;  // by robots_url()
  std::map<std::string, int> unanswered_;      // requests in a row, by host
  std::map<std::string, Failure> given_up_;    // by host
  std::minstd_rand random_{std::random_device{}()};
};

}  // namespace

void fetch_all(std::vector<FetchRequest> first, FetchSettings const& settings, ShouldStop const& should_stop,
               TakeDocument const& take) {
  FetchRun(settings, should_stop, take).run(std::move(first));
}

}  // namespace pressmark
