// Outlines through packing, whole and damaged.
#include "common/index/outline.h"

#include <boost/test/unit_test.hpp>
#include <limits>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

Outline two_sections() {
  return {.title = {1, 7},
          .tags = {71, 74},
          .slug = {138, 143},
          .summary = {207, 230},
          .sections = {{{294, 400}, {294, 294}, {}, 98, false},
                       {{464, 1'200}, {464, 467}, {{700, 703}, {900, 904}}, 650, true}}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(outline)

BOOST_AUTO_TEST_CASE(an_outline_survives_packing) {
  BOOST_TEST(unpack_outline(pack_outline(two_sections())) == two_sections());
}

BOOST_AUTO_TEST_CASE(an_empty_outline_survives_packing) {
  BOOST_TEST(unpack_outline(pack_outline({})) == (Outline{}));
}

BOOST_AUTO_TEST_CASE(the_highest_positions_survive_packing) {
  constexpr auto kMax = std::numeric_limits<std::uint32_t>::max();
  Outline const outline{
      .title = {kMax - 1, kMax}, .tags = {0, kMax}, .slug = {}, .summary = {}, .sections = {}};
  BOOST_TEST(unpack_outline(pack_outline(outline)) == outline);
}

BOOST_AUTO_TEST_CASE(sections_take_about_a_dozen_bytes) {
  BOOST_TEST(pack_outline(two_sections()).size() <= 45U);
}

BOOST_AUTO_TEST_CASE(a_cut_outline_is_empty) {
  auto const packed = pack_outline(two_sections());
  for (std::size_t size = 0; size < packed.size(); ++size) {
    BOOST_TEST(unpack_outline(std::string_view(packed).substr(0, size)) == (Outline{}), size);
  }
}

BOOST_AUTO_TEST_CASE(an_outline_with_more_behind_it_is_empty) {
  BOOST_TEST(unpack_outline(pack_outline(two_sections()) + "x") == (Outline{}));
}

// A flipped bit may give other numbers, never a range that runs backwards.
BOOST_AUTO_TEST_CASE(no_flipped_bit_turns_a_range_around) {
  auto const forward = [](PositionRange range) { return range.begin <= range.end; };
  auto packed = pack_outline(two_sections());
  for (std::size_t bit = 0; bit < packed.size() * 8; ++bit) {
    auto const mask = static_cast<char>(1 << (bit % 8));
    packed[bit / 8] = static_cast<char>(packed[bit / 8] ^ mask);
    auto const outline = unpack_outline(packed);
    BOOST_TEST((forward(outline.title) && forward(outline.summary)), bit);
    for (auto const& section : outline.sections)
      BOOST_TEST((forward(section.all) && forward(section.heading)), bit);
    packed[bit / 8] = static_cast<char>(packed[bit / 8] ^ mask);
  }
}

BOOST_AUTO_TEST_SUITE_END()
