// Decoding, repairing and cutting UTF-8.
#include "common/strings/utf8.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "tests/support/printing.h"

using namespace pressmark;
using namespace std::string_view_literals;

namespace {

struct Character {
  char32_t value;
  std::string_view bytes;
};

// The first and the last code point of each length, and the neighbours of the surrogates.
constexpr Character kCharacters[] = {
    {0x0, "\0"sv},
    {0x7F, "\x7F"},
    {0x80, "\xC2\x80"},
    {0x7FF, "\xDF\xBF"},
    {0x800, "\xE0\xA0\x80"},
    {0xD7FF, "\xED\x9F\xBF"},
    {0xE000, "\xEE\x80\x80"},
    {0xFFFF, "\xEF\xBF\xBF"},
    {0x10000, "\xF0\x90\x80\x80"},
    {0x10FFFF, "\xF4\x8F\xBF\xBF"},
};

struct Repair {
  std::string_view text;
  std::string_view repaired;
};

constexpr Repair kRepairs[] = {
    {"caf\xE9", "caf\uFFFD"},                                    // Latin-1
    {"\x80", "\uFFFD"},                                          // a trail byte alone
    {"\xC0\xAF", "\uFFFD\uFFFD"},                                // overlong
    {"\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD"},                      // overlong
    {"\xF0\x8F\xBF\xBF", "\uFFFD\uFFFD\uFFFD\uFFFD"},            // overlong
    {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},                      // a surrogate
    {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},            // beyond U+10FFFF
    {"\xF8\x88\x80\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},  // five bytes
    {"a\xE2\x82", "a\uFFFD\uFFFD"},                              // cut short
    {"\xE2\x82z", "\uFFFD\uFFFDz"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(utf8)

BOOST_AUTO_TEST_CASE(reads_back_what_it_writes) {
  for (auto const& character : kCharacters) {
    BOOST_TEST_CONTEXT("U+" << std::hex << static_cast<unsigned>(character.value)) {
      std::string written;
      append_utf8(written, character.value);
      BOOST_TEST(written == character.bytes);
      auto const read = decode_utf8(character.bytes, 0);
      BOOST_TEST(read.value == character.value);
      BOOST_TEST(read.bytes == character.bytes.size());
      BOOST_TEST(is_valid_utf8(character.bytes));
    }
  }
}

BOOST_AUTO_TEST_CASE(writes_no_surrogate_and_nothing_beyond_unicode) {
  for (char32_t const value : {0xD800u, 0xDFFFu, 0x110000u}) {
    std::string written;
    append_utf8(written, value);
    BOOST_TEST(written == "\uFFFD");
  }
}

BOOST_AUTO_TEST_CASE(replaces_each_invalid_byte) {
  for (auto const& repair : kRepairs) {
    BOOST_TEST_CONTEXT(repair.repaired) {
      BOOST_TEST(valid_utf8(repair.text) == repair.repaired);
      BOOST_TEST(!is_valid_utf8(repair.text));
    }
  }
}

BOOST_AUTO_TEST_CASE(leaves_valid_text_alone) {
  for (auto const text : {""sv, "plain"sv, "Zürich → 東京 🤖"sv, "a\uFFFDb"sv}) {
    BOOST_TEST(valid_utf8(text) == text);
    BOOST_TEST(is_valid_utf8(text));
  }
}

BOOST_AUTO_TEST_CASE(counts_code_points) {
  BOOST_TEST(count_code_points("") == 0u);
  BOOST_TEST(count_code_points("né 東 🤖") == 6u);
}

BOOST_AUTO_TEST_CASE(cuts_before_the_code_point_an_offset_lies_in) {
  auto const text = "a→b"sv;  // bytes 0 | 1 2 3 | 4
  std::size_t const floors[] = {0, 1, 1, 1, 4, 5, 5};
  for (std::size_t offset = 0; offset < std::size(floors); ++offset) {
    BOOST_TEST(floor_code_point(text, offset) == floors[offset]);
  }
  BOOST_TEST(floor_code_point("a\x80\x80", 2) == 2u);  // stray bytes are no code point
}

BOOST_AUTO_TEST_CASE(collapses_white_space_of_markup) {
  BOOST_TEST(collapse_whitespace(" \t two\u00A0\r\n words \u00A0") == "two words");
  BOOST_TEST(collapse_whitespace("\n") == "");
  BOOST_TEST(collapse_whitespace("à\u2003b") == "à\u2003b");  // other spaces are typography
}

BOOST_AUTO_TEST_SUITE_END()
