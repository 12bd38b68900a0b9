// How far words are apart, against known cases and against the plain definition.
#include "common/strings/edit_distance.h"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/strings/utf8.h"

using namespace pressmark;

namespace {

struct Pair {
  std::string_view a;
  std::string_view b;
  std::size_t distance;
};

std::ostream& operator<<(std::ostream& out, Pair const& pair) {
  return out << pair.a << " / " << pair.b;
}

constexpr Pair kPairs[] = {
    {"", "", 0},
    {"", "ab", 2},
    {"index", "index", 0},
    {"index", "indx", 1},
    {"indx", "index", 1},
    {"index", "endex", 1},
    {"index", "idnex", 1},
    {"kitten", "sitting", 3},
    {"searhc egnine", "search engine", 2},
    // A swapped pair is not edited again: an unrestricted distance would say 2.
    {"ca", "abc", 3},
    {"abcd", "badc", 2},
    {"naïve", "naive", 1},
    {"да", "ад", 1},
    {"日本語", "日語", 1},
    {"😀b", "b😀", 1},
};

// Optimal string alignment by its recurrence, on the whole table.
std::size_t slow_distance(std::u32string const& a, std::u32string const& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      std::size_t const substitution = a[i - 1] == b[j - 1] ? 0 : 1;
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + substitution});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

std::string utf8(std::u32string const& word) {
  std::string bytes;
  for (auto const letter : word) append_utf8(bytes, letter);
  return bytes;
}

// Few letters, so that near words are frequent; of one to four bytes each.
std::u32string random_word(std::mt19937& random) {
  constexpr std::u32string_view kLetters = U"abéж語😀";
  std::u32string word(random() % 9, U' ');
  for (auto& letter : word) letter = kLetters[random() % kLetters.size()];
  return word;
}

void edit_once(std::u32string& word, std::mt19937& random) {
  auto const at = random() % (word.size() + 1);
  switch (random() % 3) {
    case 0:
      word.insert(at, 1, U'b');
      break;
    case 1:
      word.erase(std::min(at, word.size()), 1);
      break;
    default:
      if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(edit_distance)

BOOST_DATA_TEST_CASE(counts_insertions_deletions_substitutions_and_swaps, kPairs, pair) {
  BOOST_TEST(pressmark::edit_distance(pair.a, pair.b, 10) == pair.distance);
  BOOST_TEST(pressmark::edit_distance(pair.b, pair.a, 10) == pair.distance);
}

BOOST_DATA_TEST_CASE(says_no_more_than_that_the_limit_is_passed, kPairs, pair) {
  for (std::size_t limit = 0; limit <= 4; ++limit) {
    BOOST_TEST_CONTEXT("limit " << limit) {
      BOOST_TEST(pressmark::edit_distance(pair.a, pair.b, limit) == std::min(pair.distance, limit + 1));
    }
  }
}

BOOST_AUTO_TEST_CASE(agrees_with_the_plain_definition_on_any_words) {
  std::mt19937 random(20'260'314);
  for (int round = 0; round < 20'000; ++round) {
    auto const a = random_word(random);
    auto b = random() % 2 == 0 ? random_word(random) : a;
    for (auto edits = random() % 4; edits > 0; --edits) edit_once(b, random);
    auto const distance = slow_distance(a, b);
    for (std::size_t limit = 0; limit <= 3; ++limit) {
      BOOST_TEST_CONTEXT(utf8(a) << " / " << utf8(b) << ", limit " << limit) {
        BOOST_TEST(pressmark::edit_distance(utf8(a), utf8(b), limit) == std::min(distance, limit + 1));
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
