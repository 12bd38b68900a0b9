// How Boost.Test shows values that have no operator<<, so that a test that fails tells what it got:
// enumerators by name, optional values, points in time, pairs, collections, and structs by their first
// member.
#pragma once

#include <array>
#include <boost/test/tools/detail/print_helper.hpp>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pressmark::printing {

template <typename T>
concept HasOutput = requires(std::ostream& out, T const& value) { out << value; };

template <typename T>
void print(std::ostream& out, T const& value) {
  boost::test_tools::tt_detail::print_log_value<T>()(out, value);
}

// `name` without the scopes it stands in: "pressmark::Sort::newest" is "newest".
constexpr std::string_view last_part(std::string_view name) {
  return name.substr(name.rfind(':') + 1);  // all of it where there is none
}

// What the compiler calls T or a value, as it says in the signature of an instance:
// "… [with Enum E = …]" by GCC, "… [E = …]" by Clang.
constexpr std::string_view named_in(std::string_view signature) {
  auto const begin = signature.find(" = ") + 3;
  return signature.substr(begin, signature.find_first_of(";]", begin) - begin);
}

template <typename T>
consteval std::string_view type_name() {
  return last_part(named_in(__PRETTY_FUNCTION__));
}

template <auto kValue>
consteval std::string_view value_name() {
  return last_part(named_in(__PRETTY_FUNCTION__));
}

// More than any enum of the project has.
inline constexpr std::size_t kMostEnumerators = 64;

template <typename Enum>
inline constexpr auto kEnumerators = []<std::size_t... kNumbers>(std::index_sequence<kNumbers...>) {
  return std::array{value_name<static_cast<Enum>(kNumbers)>()...};
}(std::make_index_sequence<kMostEnumerators>());

template <typename Enum>
void print_enumerator(std::ostream& out, Enum value) {
  auto const number = static_cast<std::size_t>(value);
  out << type_name<Enum>() << "::";
  // A number without an enumerator is "(pressmark::Sort)7" to the compiler.
  if (number < kMostEnumerators && kEnumerators<Enum>[number].find(')') == std::string_view::npos) {
    out << kEnumerators<Enum>[number];
  } else {
    out << number;
  }
}

// Stands for a value of type T and of no other.
template <typename T>
struct Exactly {
  template <std::same_as<T> Wanted>
  operator Wanted() const;  // NOLINT(google-explicit-constructor): to stand for a member is its purpose
};

// Prints the first member of a struct if it is a T.
template <typename T, typename Struct>
bool print_first(std::ostream& out, Struct const& value) {
  if constexpr (std::is_standard_layout_v<Struct> && requires { Struct{Exactly<T>()}; }) {
    print(out, *reinterpret_cast<T const*>(&value));  // where it stands in a struct of standard layout
    return true;
  } else {
    return false;
  }
}

// Tables of tests begin with what tells their rows apart, posts with what they are known by.
template <typename Struct>
void print_struct(std::ostream& out, Struct const& value) {
  out << type_name<Struct>() << '{';
  if constexpr (std::is_aggregate_v<Struct>) {
    bool const is_printed = print_first<std::string>(out, value) ||
                            print_first<std::string_view>(out, value) ||
                            print_first<char const*>(out, value) || print_first<int>(out, value) ||
                            print_first<unsigned>(out, value) || print_first<std::size_t>(out, value) ||
                            print_first<std::int64_t>(out, value);
    if (is_printed) out << ", ";
  }
  out << "…}";
}

// As RFC 3339 has it, to the second, if the clock is that of the calendar; else the time since it began.
template <typename Clock, typename Duration>
void print_time(std::ostream& out, std::chrono::time_point<Clock, Duration> time) {
  if constexpr (std::same_as<Clock, std::chrono::system_clock>) {
    auto const day = std::chrono::floor<std::chrono::days>(time);
    std::chrono::year_month_day const date(day);
    std::chrono::hh_mm_ss const clock(std::chrono::floor<std::chrono::seconds>(time - day));
    auto const two = [&](auto mark, auto number) { out << mark << (number < 10 ? "0" : "") << number; };
    out << int(date.year());
    two('-', unsigned(date.month()));
    two('-', unsigned(date.day()));
    two('T', clock.hours().count());
    two(':', clock.minutes().count());
    two(':', clock.seconds().count());
    out << 'Z';
  } else {
    out << "clock at ";
    print(out, time.time_since_epoch());
  }
}

template <std::ranges::input_range Range>
void print_range(std::ostream& out, Range const& range) {
  out << '{';
  std::string_view between;
  for (auto const& element : range) {
    out << std::exchange(between, ", ");
    print<std::ranges::range_value_t<Range>>(out, element);
  }
  out << '}';
}

// How a T is shown, T being of no kind that the specialisations below are for.
template <typename T>
struct Printer {
  static void print_value(std::ostream& out, T const& value) {
    if constexpr (std::is_enum_v<T>) {
      print_enumerator(out, value);
    } else if constexpr (std::ranges::input_range<T const>) {
      print_range(out, value);
    } else if constexpr (requires { print_time(out, value); }) {
      print_time(out, value);
    } else {
      print_struct(out, value);
    }
  }
};

template <typename T>
struct Printer<std::optional<T>> {
  static void print_value(std::ostream& out, std::optional<T> const& value) {
    value ? print(out, *value) : void(out << "none");
  }
};

template <>
struct Printer<std::nullopt_t> {
  static void print_value(std::ostream& out, std::nullopt_t /*value*/) { out << "none"; }
};

template <typename First, typename Second>
struct Printer<std::pair<First, Second>> {
  static void print_value(std::ostream& out, std::pair<First, Second> const& value) {
    out << '(';
    print(out, value.first);
    out << ", ";
    print(out, value.second);
    out << ')';
  }
};

}  // namespace pressmark::printing

// What Boost.Test itself cannot print.
template <typename T>
  requires(!pressmark::printing::HasOutput<T> && !std::is_array_v<T> && !std::is_function_v<T>)
struct boost::test_tools::tt_detail::print_log_value<T> {
  void operator()(std::ostream& out, T const& value) {
    pressmark::printing::Printer<T>::print_value(out, value);
  }
};
