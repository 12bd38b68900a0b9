// Where the time of a search went, as the server sees it.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <string_view>

namespace pressmark {

// What a search goes through, in this order.
enum class Stage {
  wait,      // from its arrival until a worker takes it up
  match,     // posts are found and ranked, facets counted
  passages,  // sections and snippets of the posts shown are chosen
  present,   // the answer is written and packed
};
inline constexpr std::array<std::string_view, 4> kStageNames{"wait", "match", "passages", "present"};

// By stage.
class StageTimes {
 public:
  using Duration = std::chrono::duration<double>;

  Duration& operator[](Stage stage) { return times_[static_cast<std::size_t>(stage)]; }
  Duration const& operator[](Stage stage) const { return times_[static_cast<std::size_t>(stage)]; }

  [[nodiscard]] std::array<Duration, kStageNames.size()> const& all() const noexcept { return times_; }

 private:
  std::array<Duration, kStageNames.size()> times_{};
};

}  // namespace pressmark
