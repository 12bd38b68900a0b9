// Finds the nearest of a few names by edit distance.
#include "common/strings/nearest_name.h"

#include <algorithm>

#include "common/strings/edit_distance.h"
#include "common/strings/utf8.h"

namespace pressmark {

std::optional<std::string> nearest_name(std::string_view given, std::span<std::string const> names) {
  auto const tolerated = std::max<std::size_t>(1, count_code_points(given) / 3);
  auto const distance = [&](std::string const& name) { return edit_distance(given, name, tolerated); };
  auto const nearest = std::ranges::min_element(names, {}, distance);
  if (nearest == names.end() || distance(*nearest) > tolerated) return std::nullopt;
  return *nearest;
}

std::string did_you_mean(std::string_view given, std::span<std::string const> names) {
  auto const nearest = nearest_name(given, names);
  return nearest ? "did you mean " + *nearest + "?" : std::string();
}

std::string hint_among(std::string_view given, std::span<std::string const> names) {
  auto hint = did_you_mean(given, names);
  if (!hint.empty()) return hint;
  for (auto const& name : names) hint += (hint.empty() ? "one of: " : ", ") + name;
  return hint;
}

}  // namespace pressmark
