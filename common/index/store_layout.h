// Names inside a store directory, and the pointer to the live generation.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

// What a user can do about a damaged index: the archive has everything it is made from.
inline constexpr char const* kRebuildHint = "rebuild it from the archive: pressmark reindex --full";

struct StoreLayout {
  std::filesystem::path root;

  [[nodiscard]] std::filesystem::path archive() const { return root / "archive.db"; }
  [[nodiscard]] std::filesystem::path index() const { return root / "index"; }
  [[nodiscard]] std::filesystem::path current() const { return root / "CURRENT"; }
  [[nodiscard]] std::filesystem::path lock() const { return root / "lock"; }
  [[nodiscard]] std::filesystem::path queries() const { return root / "queries"; }
  // `generation` as in CURRENT: four digits or more ("0001").
  [[nodiscard]] std::filesystem::path generation(std::string const& generation) const {
    return index() / generation;
  }
};

// True for four digits or more, the name of a finished generation. What is being built has another.
[[nodiscard]] bool is_generation_name(std::string_view name);

// The generation named by CURRENT; nothing if the store has no index yet. Throws
// Error{store_damaged} if CURRENT holds anything but a generation's name.
[[nodiscard]] std::optional<std::string> current_generation(StoreLayout const& layout);

}  // namespace pressmark
