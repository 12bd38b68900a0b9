// Hashing runs of words: every prefix of the text has a polynomial hash, and that of a run is the difference
// of two.
#include "common/text/shingles.h"

#include <array>

namespace pressmark {
namespace {

constexpr std::uint32_t kFullWeight = 12;  // of a shingle
constexpr std::uint32_t kLeastWeight = 6;  // of a text that is a shingle as a whole
constexpr std::uint32_t kWordWeight = 2;
constexpr std::uint32_t kCharacterWeight = 1;

constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;  // odd, so that no factor is lost modulo 2^64
// The powers of kBase by which a prefix of up to kFullWeight words less is multiplied.
constexpr auto kPowers = [] {
  std::array<std::uint64_t, kFullWeight + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * kBase;
  return powers;
}();

// A character of a script without spaces is a compound's part of one code point above U+07FF.
std::uint32_t weight_of(Term const& term, std::string_view word) {
  bool const is_character =
      term.kind == TermKind::part && word.size() == 3 && static_cast<unsigned char>(word.front()) >= 0xE0;
  return is_character ? kCharacterWeight : kWordWeight;
}

// The words up to a place in the text, that word included.
struct Prefix {
  std::uint64_t hash = 0;
  std::uint32_t weight = 0;
  std::uint32_t begin = 0;  // of its last word
};

}  // namespace

std::uint64_t short_hash(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a
  for (unsigned char const byte : bytes) hash = (hash ^ byte) * 0x100000001B3;
  // FNV leaves the high bits of short words alike.
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93;
  return hash ^ (hash >> 32);
}

void find_shingles(Analysis const& analysis, std::vector<Shingle>& shingles) {
  shingles.clear();
  // A shingle ends at the current word and begins after the prefix at `before`.
  std::vector<Prefix> prefixes{{}};
  prefixes.reserve(analysis.positions() + 1);
  std::size_t before = 0;
  std::uint32_t end = 0;
  for (auto const& term : analysis.terms()) {
    if (term.kind == TermKind::joined || term.kind == TermKind::alternate) continue;
    auto const word = analysis.text(term);
    auto const& previous = prefixes.back();
    prefixes.push_back(
        {previous.hash * kBase + short_hash(word), previous.weight + weight_of(term, word), term.begin});
    end = term.end;
    auto const& last = prefixes.back();
    while (last.weight - prefixes[before + 1].weight >= kFullWeight) ++before;
    if (last.weight - prefixes[before].weight < kFullWeight) continue;
    auto const words = prefixes.size() - 1 - before;
    shingles.push_back({last.hash - prefixes[before].hash * kPowers[words], prefixes[before + 1].begin, end});
  }
  auto const& whole = prefixes.back();
  if (shingles.empty() && whole.weight >= kLeastWeight)
    shingles.push_back({whole.hash, prefixes[1].begin, end});
}

}  // namespace pressmark
