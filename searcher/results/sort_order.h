// The orders of results, and how readers and programs name them.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace pressmark {

enum class SortOrder { relevance, newest, oldest };

struct NamedSortOrder {
  std::string_view name;
  SortOrder order;
};
inline constexpr auto kSortOrders = std::to_array<NamedSortOrder>(
    {{"relevance", SortOrder::relevance}, {"newest", SortOrder::newest}, {"oldest", SortOrder::oldest}});

[[nodiscard]] constexpr std::string_view sort_order_name(SortOrder order) {
  return std::ranges::find(kSortOrders, order, &NamedSortOrder::order)->name;
}

// Nothing for what is no name of an order.
[[nodiscard]] constexpr std::optional<SortOrder> sort_order_named(std::string_view name) {
  auto const* const found = std::ranges::find(kSortOrders, name, &NamedSortOrder::name);
  return found == kSortOrders.end() ? std::nullopt : std::optional(found->order);
}

}  // namespace pressmark
