// Counts, rate and time left.
#include "present/text/progress_text.h"

#include <cmath>
#include <cstdint>

#include "present/text/bytes_text.h"

namespace pressmark {
namespace {

// A rate measured over less says little.
constexpr std::chrono::milliseconds kFirstRate{500};

std::string grouped(std::size_t number) {
  auto text = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
    text.insert(static_cast<std::size_t>(at), 1, ',');
  }
  return text;
}

std::string duration_text(double seconds) {
  auto const whole = static_cast<std::int64_t>(std::ceil(seconds));
  if (whole < 60) return std::to_string(whole) + " s";
  return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
}

}  // namespace

std::string progress_text(Progress const& progress, std::chrono::milliseconds elapsed) {
  auto text = std::string(progress.stage) + ": " + grouped(progress.done);
  if (progress.total > 0) text += " of " + grouped(progress.total);
  text.append(" ").append(progress.unit);
  if (progress.bytes > 0) text += ", " + bytes_text(progress.bytes);
  if (elapsed < kFirstRate || progress.done == 0) return text;
  auto const seconds = std::chrono::duration<double>(elapsed).count();
  auto const rate = static_cast<double>(progress.done) / seconds;
  text += ", " + grouped(static_cast<std::size_t>(std::lround(rate))) + " a second";
  if (progress.total > progress.done) {
    text += ", " + duration_text(static_cast<double>(progress.total - progress.done) / rate) + " left";
  }
  return text;
}

}  // namespace pressmark
