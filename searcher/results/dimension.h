// The dimensions by which posts are filtered and counted.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pressmark {

enum class Dimension : std::uint8_t { category, author, site, language, date };

inline constexpr std::array kDimensions{Dimension::category, Dimension::author, Dimension::site,
                                        Dimension::language, Dimension::date};

// Those whose values are names.
inline constexpr std::array kNameDimensions{Dimension::category, Dimension::author, Dimension::site,
                                            Dimension::language};

struct NameDimensionRow {
  std::string_view noun;         // in messages
  std::string_view facet_group;  // of its counts in an answer
};

// One value for each dimension of names; not to be indexed by Dimension::date.
template <typename T>
struct ByDimension {
  std::array<T, kNameDimensions.size()> values{};

  [[nodiscard]] constexpr T& operator[](Dimension dimension) {
    return values[static_cast<std::size_t>(dimension)];
  }
  [[nodiscard]] constexpr T const& operator[](Dimension dimension) const {
    return values[static_cast<std::size_t>(dimension)];
  }
};

inline constexpr ByDimension<NameDimensionRow> kNameDimensionRows{{{
    {.noun = "category", .facet_group = "categories"},
    {.noun = "author", .facet_group = "author"},
    {.noun = "site", .facet_group = "site"},
    {.noun = "language", .facet_group = "language"},
}}};

}  // namespace pressmark
