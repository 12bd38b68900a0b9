// Writes and reads the table of a day.
#include "common/query_log/day_counts.h"

#include <array>
#include <cstdio>
#include <optional>

#include "common/base/time.h"
#include "common/strings/ascii.h"
#include "common/strings/number_text.h"

namespace pressmark {
namespace {

constexpr std::size_t kColumns = 6;

void read_line(std::string_view line, DayCounts& counts) {
  auto const columns = split(line, "\t");
  if (columns.size() != kColumns) return;
  auto const hash = parse_number<std::uint64_t>(columns[0], 16);
  auto const outcome = find_outcome(columns[1]);
  auto const readers = parse_number<std::uint64_t>(columns[2], 10);
  auto const posts = parse_number<std::uint64_t>(columns[3], 10);
  if (!hash || !outcome || !readers || !posts) return;
  counts[{*hash, *outcome}] = {*readers, *posts, std::string(columns[4]), std::string(columns[5])};
}

}  // namespace

std::string day_counts_text(Day day, DayCounts const& counts) {
  auto text = "# What readers searched on " + format_day(day) +
              " (UTC). Of a query that few have asked only a hash is kept.\n"
              "# hash\toutcome\treaders\tposts\tquery\tcorrected\n";
  for (auto const& [place, count] : counts) {
    std::array<char, 24> hash{};
    std::snprintf(hash.data(), hash.size(), "%016llx", static_cast<unsigned long long>(place.first));
    text.append(hash.data()).append("\t").append(outcome_name(place.second)).append("\t");
    text.append(std::to_string(count.readers)).append("\t").append(std::to_string(count.posts)).append("\t");
    text.append(count.query).append("\t").append(count.corrected) += '\n';
  }
  return text;
}

DayCounts parse_day_counts(std::string_view text) {
  DayCounts counts;
  text = text.substr(0, text.rfind('\n') + 1);
  for (auto const line : split(text, "\n")) {
    if (!line.starts_with('#')) read_line(line, counts);
  }
  return counts;
}

}  // namespace pressmark
