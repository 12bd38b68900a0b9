// Numbers out of text, the same in every locale.
#pragma once

#include <charconv>
#include <concepts>
#include <optional>
#include <string_view>
#include <system_error>

namespace pressmark {

// The number that all of `text` is; nothing if it is none, if more follows it, or if `Number` cannot
// hold it. There may be a '-' in front where `Number` has a sign, but no '+' and no white space.
template <typename Number>
[[nodiscard]] std::optional<Number> parse_number(std::string_view text) {
  Number value{};
  auto const* const end = text.data() + text.size();
  auto const [stop, failure] = std::from_chars(text.data(), end, value);
  return failure == std::errc{} && stop == end ? std::optional(value) : std::nullopt;
}

// The same for whole numbers written in another base than ten; "0x" is no part of them.
template <std::integral Number>
[[nodiscard]] std::optional<Number> parse_number(std::string_view text, int base) {
  Number value{};
  auto const* const end = text.data() + text.size();
  auto const [stop, failure] = std::from_chars(text.data(), end, value, base);
  return failure == std::errc{} && stop == end ? std::optional(value) : std::nullopt;
}

// The number that `text` begins with, taken off it; nothing, and nothing taken, if it begins with none
// or with one that `Number` cannot hold.
template <typename Number>
[[nodiscard]] std::optional<Number> take_number(std::string_view& text) {
  Number value{};
  auto const [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  return value;
}

// The number that `text` begins with, whatever follows it.
template <typename Number>
[[nodiscard]] std::optional<Number> leading_number(std::string_view text) {
  return take_number<Number>(text);
}

}  // namespace pressmark
