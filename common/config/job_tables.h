// The settings of the job, of the server and of its log of queries, table by table.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/config/configured_insight.h"
#include "common/config/configured_job.h"
#include "common/config/configured_server.h"
#include "common/config/setting_table.h"

namespace pressmark {

[[nodiscard]] std::span<SettingEntry<ConfiguredSource> const> source_table() noexcept;
[[nodiscard]] std::span<SettingEntry<ConfiguredSite> const> site_table() noexcept;
[[nodiscard]] std::span<SettingEntry<ConfiguredFetch> const> fetch_table() noexcept;
[[nodiscard]] std::span<SettingEntry<ConfiguredGates> const> gate_table() noexcept;
[[nodiscard]] std::span<SettingEntry<ConfiguredLimits> const> limit_table() noexcept;
[[nodiscard]] std::span<SettingEntry<ConfiguredServer> const> server_table() noexcept;
[[nodiscard]] std::span<SettingEntry<ConfiguredInsight> const> insight_table() noexcept;

// A value as the file has it.
using SettingValue = std::variant<double, bool, std::string, std::vector<std::string>>;

struct ListedSetting {
  std::string_view name;  // in its table
  SettingValue value;
  std::string_view meaning;

  [[nodiscard]] bool operator==(ListedSetting const&) const = default;
};

// The values of one table's struct, in the order of `entries`.
template <typename Struct>
[[nodiscard]] std::vector<ListedSetting> list_settings(std::span<SettingEntry<Struct> const> entries,
                                                       Struct const& values) {
  std::vector<ListedSetting> listed;
  for (auto const& entry : entries) {
    auto value = std::visit(
        [&](auto member) -> SettingValue {
          auto const& content = values.*member;
          using Content = std::remove_cvref_t<decltype(content)>;
          if constexpr (std::is_same_v<Content, bool>)
            return content;
          else if constexpr (std::is_arithmetic_v<Content>)
            return static_cast<double>(content);
          else if constexpr (std::is_same_v<Content, std::filesystem::path>)
            return content.string();
          else
            return content;
        },
        entry.member);
    listed.push_back({entry.name, std::move(value), entry.meaning});
  }
  return listed;
}

}  // namespace pressmark
