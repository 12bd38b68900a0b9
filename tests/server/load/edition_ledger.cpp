// Compares sightings with each other and with what was published.
#include "edition_ledger.h"

#include <algorithm>

namespace pressmark {

std::pair<int, int> version_order(std::string const& version) {
  std::size_t digits = 0;
  auto const generation = std::stoi(version, &digits);
  return {generation, std::stoi(version.substr(digits + 1))};
}

void EditionLedger::publish(int edition, Clock::time_point now) {
  std::lock_guard const lock(mutex_);
  published_.emplace(edition, now);
}

std::string EditionLedger::note(Sighting const& sighting) {
  std::lock_guard const lock(mutex_);
  if (!sighting.version.empty()) {
    auto& known = editions_[sighting.version];
    if (!known) known = sighting.edition;
    if (sighting.edition && known != sighting.edition) {
      return "version " + sighting.version + " stands for the editions " + std::to_string(*known) + " and " +
             std::to_string(*sighting.edition);
    }
  }
  if (!sighting.edition) return {};
  seen_.insert(*sighting.edition);
  auto const next = published_.upper_bound(*sighting.edition);
  if (next == published_.end() || next->second > sighting.asked) return {};
  auto const delay = sighting.asked - next->second;
  longest_delay_ = std::max(longest_delay_, delay);
  if (delay <= kPatience) return {};
  return "edition " + std::to_string(*sighting.edition) + " was replaced long before";
}

Clock::duration EditionLedger::longest_delay() const {
  std::lock_guard const lock(mutex_);
  return longest_delay_;
}

std::size_t EditionLedger::editions_seen() const {
  std::lock_guard const lock(mutex_);
  return seen_.size();
}

std::size_t EditionLedger::versions_seen() const {
  std::lock_guard const lock(mutex_);
  return editions_.size();
}

}  // namespace pressmark
