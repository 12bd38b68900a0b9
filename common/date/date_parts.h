// The parts that dates of all formats have in common: numbers, times of day and zones.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "common/base/time.h"

namespace pressmark {

// All of `text` as a number of `least` to `most` digits; at most 9.
[[nodiscard]] std::optional<int> parse_digits(std::string_view text, std::size_t least, std::size_t most);

// The year that `text` of two or four digits means. RFC 2822 §4.3: two digits below 50 are of this
// century.
[[nodiscard]] std::optional<int> parse_year(std::string_view text);

// "16:04", "16:04:05", "16:04:05.25"; fractions are cut off. Second 60 is a leap second and becomes
// the one after it.
[[nodiscard]] std::optional<std::chrono::seconds> parse_clock(std::string_view text);

// `clock`, read on a dial of twelve hours, as a time of the day; `half` is "am", "pm", "a.m." or
// "p.m.".
[[nodiscard]] std::optional<std::chrono::seconds> parse_half_day(std::chrono::seconds clock,
                                                                 std::string_view half);

// How far a zone is ahead of UTC: "+0200", "-03:30", "+02", "EST", "Etc/GMT", "GMT-07:00". A name
// that regions use for different zones is nothing.
[[nodiscard]] std::optional<std::chrono::minutes> parse_zone(std::string_view text);

// The same for an offset that a name may follow, as in "+0000 UTC" and "-05:00Z", where the offset
// is what counts.
[[nodiscard]] std::optional<std::chrono::minutes> parse_zones(std::string_view text);

// Nothing for a day that no calendar has, or a year before 1.
[[nodiscard]] std::optional<Timestamp> make_timestamp(int year, unsigned month, unsigned day,
                                                      std::chrono::seconds clock, std::chrono::minutes zone);

}  // namespace pressmark
