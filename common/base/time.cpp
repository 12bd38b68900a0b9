#include "common/base/time.h"

#include <array>
#include <cstdio>

namespace pressmark {
namespace {

namespace chrono = std::chrono;

}  // namespace

std::string format_rfc3339(Timestamp time) {
  auto const day = chrono::floor<chrono::days>(time);
  chrono::hh_mm_ss const clock{time - day};
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
  return format_day(time) + text.data();
}

std::string format_day(Timestamp time) {
  chrono::year_month_day const day{chrono::floor<chrono::days>(time)};
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text.data();
}

}  // namespace pressmark
