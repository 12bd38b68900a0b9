// The file CURRENT names the live generation.
#include "common/index/store_layout.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <string_view>
#include <system_error>

#include "common/base/error.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxNameBytes = 18;  // the number fits in 64 bits

[[noreturn]] void throw_damaged(StoreLayout const& layout, std::string const& fault) {
  throw Error(ErrorCode::store_damaged, layout.current().string() + ": " + fault, kRebuildHint);
}

}  // namespace

bool is_generation_name(std::string_view name) {
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return name.size() >= 4 && name.size() <= kMaxNameBytes && std::all_of(name.begin(), name.end(), is_digit);
}

std::optional<std::string> current_generation(StoreLayout const& layout) {
  errno = 0;
  std::ifstream file(layout.current(), std::ios::binary);
  if (!file) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw_damaged(layout, "cannot be read: " + std::generic_category().message(errno));
  }
  std::array<char, kMaxNameBytes + 2> buffer{};
  file.read(buffer.data(), buffer.size());
  std::string name(buffer.data(), static_cast<std::size_t>(file.gcount()));
  if (!name.empty() && name.back() == '\n') name.pop_back();
  if (!is_generation_name(name)) throw_damaged(layout, "does not name a generation");
  return name;
}

}  // namespace pressmark
