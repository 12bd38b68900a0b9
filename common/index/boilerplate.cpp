// Packing of what sites repeat: version, sample, and the distances between the numbers.
#include "common/index/boilerplate.h"

#include "common/index/packing.h"

namespace pressmark {
namespace {

constexpr std::uint8_t kVersion = 1;

}  // namespace

std::string pack_boilerplate(Boilerplate const& boilerplate) {
  std::string packed(1, static_cast<char>(kVersion));
  append_string(packed, boilerplate.last_sampled_id);
  append_varint(packed, boilerplate.shingles.size());
  std::uint64_t previous = 0;
  for (auto const shingle : boilerplate.shingles) {
    append_varint(packed, shingle - previous);
    previous = shingle;
  }
  return packed;
}

std::optional<Boilerplate> unpack_boilerplate(std::string_view packed) {
  PackedReader reader(packed);
  if (reader.byte() != kVersion) return std::nullopt;
  Boilerplate boilerplate;
  boilerplate.last_sampled_id = reader.string();
  boilerplate.shingles.resize(reader.count());
  std::uint64_t previous = 0;
  for (auto& shingle : boilerplate.shingles) {
    shingle = previous + reader.varint();
    if (shingle < previous) reader.fail();  // not ascending
    previous = shingle;
  }
  if (!reader.complete()) return std::nullopt;
  return boilerplate;
}

}  // namespace pressmark
