// Runs a fuzz target on files instead of under libFuzzer: on each, and on each beginning of it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz/fuzz_target.h"

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxBeginnings = 512;  // of a file; of longer ones only some

std::vector<fs::path> files_of(fs::path const& argument) {
  if (!fs::is_directory(argument)) return {argument};
  std::vector<fs::path> files;
  for (auto const& entry : fs::recursive_directory_iterator(argument)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void replay(std::string const& input) {
  auto const step = input.size() / kMaxBeginnings + 1;
  for (std::size_t size = 0; size < input.size(); size += step) {
    // A copy of its own, so that sanitizers see a read beyond its end.
    std::vector<std::uint8_t> const beginning(input.begin(),
                                              input.begin() + static_cast<std::ptrdiff_t>(size));
    LLVMFuzzerTestOneInput(beginning.data(), beginning.size());
  }
  std::vector<std::uint8_t> const whole(input.begin(), input.end());
  LLVMFuzzerTestOneInput(whole.data(), whole.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t replayed = 0;
  for (int i = 1; i < argc; ++i) {
    for (auto const& path : files_of(argv[i])) {
      std::ifstream file(path, std::ios::binary);
      replay({std::istreambuf_iterator<char>(file), {}});
      ++replayed;
    }
  }
  std::printf("replayed %zu inputs\n", replayed);
  return replayed > 0 ? 0 : 1;
}
