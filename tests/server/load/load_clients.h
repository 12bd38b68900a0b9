// Clients that ask a server for all kinds of things at once and look at every answer.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "answer_check.h"
#include "edition_ledger.h"
#include "kept_connection.h"
#include "request_mix.h"

namespace pressmark {

// What clients share. Safe to use from several threads.
struct LoadTally {
  explicit LoadTally(std::size_t requests) : wanted(requests) {}

  std::size_t const wanted;  // the number of requests after which all clients end
  std::atomic<std::size_t> asked = 0;
  EditionLedger ledger;

  void count(int status);
  // Only the first few are kept.
  void note_fault(std::string const& what);

  // To be looked at after the clients have ended.
  std::map<int, std::size_t> statuses;
  std::vector<std::string> faults;

 private:
  std::mutex mutex_;
};

// One client in the calling thread, until the tally has what it wants.
class LoadClient {
 public:
  LoadClient(int port, std::uint32_t seed, LoadTally& tally) : mix_(seed), connection_(port), tally_(tally) {}

  void run();

 private:
  void ask(LoadRequest const& request);
  // The request before, by the tag of its answer, if there is one.
  [[nodiscard]] LoadRequest asked_again() const;
  // Throws if the answer is older than one that came on this connection a second before.
  void check_order(Sighting const& sighting);

  RequestMix mix_;
  KeptConnection connection_;
  LoadTally& tally_;
  LoadRequest last_;
  std::string last_tag_;
  std::string newest_version_;
  Clock::time_point newest_seen_;
};

}  // namespace pressmark
