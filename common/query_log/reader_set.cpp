// Hashes readers with what they asked.
#include "common/query_log/reader_set.h"

#include <cstring>
#include <functional>
#include <random>
#include <string_view>

namespace pressmark {
namespace {

// Every bit of the result depends on every bit of `value` (the finalizer of MurmurHash3).
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 33U)) * 0xff51afd7ed558ccdU;
  value = (value ^ (value >> 33U)) * 0xc4ceb9fe1a85ec53U;
  return value ^ (value >> 33U);
}

}  // namespace

ReaderSet::ReaderSet() {
  std::random_device random;
  salt_ = std::uint64_t{random()} << 32U | random();
}

bool ReaderSet::add(ReaderKey const& reader, AnsweredSearch const& search) {
  std::array<std::uint64_t, 2> halves{};
  std::memcpy(halves.data(), reader.data(), reader.size());
  auto hash = salt_;
  for (auto const part : {halves[0], halves[1], std::uint64_t{std::hash<std::string_view>()(search.key)}}) {
    hash = mixed(hash ^ part);
  }
  return pairs_.size() < kMaxPairs && pairs_.insert(hash).second;
}

}  // namespace pressmark
