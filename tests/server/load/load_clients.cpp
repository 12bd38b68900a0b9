// Draws requests, asks, and checks.
#include "load_clients.h"

#include <stdexcept>

namespace pressmark {
namespace {

constexpr std::size_t kFaultsKept = 20;
constexpr std::size_t kBytesShown = 500;

}  // namespace

void LoadTally::count(int status) {
  std::lock_guard const lock(mutex_);
  ++statuses[status];
}

void LoadTally::note_fault(std::string const& what) {
  std::lock_guard const lock(mutex_);
  if (faults.size() < kFaultsKept) faults.push_back(what);
}

void LoadClient::run() {
  while (tally_.asked++ < tally_.wanted) {
    auto const request = mix_.one_in(10) && !last_tag_.empty() ? asked_again() : mix_.next();
    try {
      if (mix_.one_in(200)) {
        connection_.abandon(request.text());
      } else {
        ask(request);
      }
    } catch (std::exception const& fault) {
      tally_.note_fault(std::string(fault.what()) + ": " + request.text().substr(0, kBytesShown));
      connection_.reset();
    }
  }
}

LoadRequest LoadClient::asked_again() const {
  auto request = last_;
  request.headers += "If-None-Match: " + last_tag_ + "\r\n";
  request.statuses.push_back(304);
  return request;
}

void LoadClient::ask(LoadRequest const& request) {
  auto const begun = Clock::now();
  auto const answer = connection_.ask(request.text(), request.method == "HEAD");
  tally_.count(answer.status);
  auto const origin = check_answer(request, answer);
  Sighting const sighting{origin.version, origin.edition, begun, Clock::now()};
  auto const disagreement = tally_.ledger.note(sighting);
  if (!disagreement.empty()) throw std::runtime_error(disagreement);
  check_order(sighting);
  if (answer.status == 200 && request.method == "GET") {
    last_ = request;
    last_tag_ = answer.header("etag");
  }
}

void LoadClient::check_order(Sighting const& sighting) {
  if (sighting.version.empty()) return;
  if (newest_version_.empty() || version_order(sighting.version) > version_order(newest_version_)) {
    newest_version_ = sighting.version;
    newest_seen_ = sighting.answered;
  } else if (sighting.version != newest_version_ && sighting.asked > newest_seen_ + std::chrono::seconds(1)) {
    throw std::runtime_error("version " + sighting.version + " long after " + newest_version_);
  }
}

}  // namespace pressmark
