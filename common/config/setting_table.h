// A table of the configuration as a list: what each setting is called, means and may be.
#pragma once

#include <cstddef>
#include <filesystem>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pressmark {

template <typename Struct>
struct SettingEntry {
  using Member = std::variant<std::size_t Struct::*, double Struct::*, bool Struct::*, std::string Struct::*,
                              std::filesystem::path Struct::*, std::vector<std::string> Struct::*>;

  std::string_view name;
  Member member;
  std::string_view meaning;
  // Of numbers.
  double least = 0;
  double most = std::numeric_limits<double>::max();
  // Of text that is one of several names; else empty.
  std::span<std::string_view const> choices = {};
};

}  // namespace pressmark
