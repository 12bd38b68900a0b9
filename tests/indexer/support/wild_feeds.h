// The shared collection of feeds of other projects' test suites, where it is at hand.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

namespace pressmark {

// Unpacked into a folder of its own, which goes with the object.
class WildFeeds {
 public:
  WildFeeds() {
    std::string const archive = PRESSMARK_SOURCE_DIR "/../shared/feeds/wild.tar.zst";
    if (!std::filesystem::exists(archive)) return;
    std::string pattern = (std::filesystem::temp_directory_path() / "pressmark-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    auto const command = "tar --zstd -xf '" + archive + "' -C '" + folder_.string() + "'";
    is_here_ = std::system(command.c_str()) == 0;
  }
  ~WildFeeds() {
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
  }
  WildFeeds(WildFeeds const&) = delete;
  WildFeeds& operator=(WildFeeds const&) = delete;

  [[nodiscard]] bool is_here() const { return is_here_; }
  [[nodiscard]] std::filesystem::path folder() const { return folder_ / "wild"; }

  [[nodiscard]] std::string read(std::string const& name) const {
    std::ifstream file(folder() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  std::filesystem::path folder_;
  bool is_here_ = false;
};

}  // namespace pressmark
