// Fills only the band of the matrix around its diagonal, since cells farther out exceed the limit anyway.
#include "common/strings/edit_distance.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/strings/utf8.h"

namespace pressmark {
namespace {

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto const point = decode_utf8(text, at);
    points.push_back(point.value);
    at += point.bytes;
  }
  return points;
}

}  // namespace

std::size_t edit_distance(std::string_view a_text, std::string_view b_text, std::size_t limit) {
  auto const a = code_points(a_text);
  auto const b = code_points(b_text);
  auto const beyond = limit + 1;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return beyond;
  // Rows i-2, i-1 and i of the table; cells outside the band stay beyond the limit.
  std::array<std::vector<std::size_t>, 3> rows;
  rows.fill(std::vector<std::size_t>(b.size() + 1, beyond));
  for (std::size_t j = 0; j <= std::min(b.size(), limit); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    auto const& above = rows[(i + 2) % 3];
    auto const& above2 = rows[(i + 1) % 3];
    std::fill(row.begin(), row.end(), beyond);
    auto const first = i > limit ? i - limit : 0;
    auto const last = std::min(b.size(), i + limit);
    auto best = beyond;
    for (auto j = first; j <= last; ++j) {
      if (j == 0) {
        row[0] = i;
      } else {
        row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        bool const swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        if (swapped) row[j] = std::min(row[j], above2[j - 2] + 1);
        row[j] = std::min(row[j], beyond);
      }
      best = std::min(best, row[j]);
    }
    // A swap reaches back over one row, so two rows beyond the limit settle it.
    if (best == beyond && *std::min_element(above.begin(), above.end()) == beyond) return beyond;
  }
  return std::min(rows[a.size() % 3][b.size()], beyond);
}

}  // namespace pressmark
