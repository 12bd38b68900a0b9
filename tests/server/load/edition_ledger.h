// Who saw which edition when: what answers say must agree, and must not be old news.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace pressmark {

using Clock = std::chrono::steady_clock;

// What an answer says of its index: either may be missing.
struct Sighting {
  std::string version;  // "0007.12": generation and revision
  std::optional<int> edition;
  Clock::time_point asked;
  Clock::time_point answered;
};

// Generation and revision: later versions are greater. Throws std::invalid_argument for another text.
[[nodiscard]] std::pair<int, int> version_order(std::string const& version);

// Safe to use from several threads.
class EditionLedger {
 public:
  // The edition can be found from now on at the latest.
  void publish(int edition, Clock::time_point now);

  // What is wrong with it: a version that has stood for another edition, or an edition that was
  // replaced long before the question. Empty if nothing is.
  [[nodiscard]] std::string note(Sighting const& sighting);

  // The longest time that an edition was still answered after the next one was published.
  [[nodiscard]] Clock::duration longest_delay() const;
  [[nodiscard]] std::size_t editions_seen() const;
  [[nodiscard]] std::size_t versions_seen() const;

  // The server promises a second; the rest is for a machine that does other things.
  static constexpr std::chrono::seconds kPatience{5};

 private:
  mutable std::mutex mutex_;
  std::map<int, Clock::time_point> published_;
  std::set<int> seen_;
  Clock::duration longest_delay_{};
  std::map<std::string, std::optional<int>> editions_;
};

}  // namespace pressmark
