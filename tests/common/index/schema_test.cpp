// The field table's terms, and lists in slots.
#include "common/index/schema.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <set>

using namespace pressmark;

namespace {

struct TermCase {
  std::string got;
  std::string_view want;
  friend std::ostream& operator<<(std::ostream& out, TermCase const& c) { return out << c.want; }
};

TermCase const kTermCases[] = {
    {word_term(Field::text, "compaction"), "compaction"},
    {word_term(Field::title, "compaction"), "Scompaction"},
    {word_term(Field::code, "pop"), "XCpop"},
    {stem_term(Field::text, "compact"), "Zcompact"},
    {stem_term(Field::heading, "compact"), "ZXHcompact"},
    {key_term(Field::category, "softwaredesign"), "Ksoftwaredesign"},
    {key_term(Field::month, "202603"), "M202603"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(schema)

BOOST_DATA_TEST_CASE(a_term_is_its_prefix_and_its_word, boost::unit_test::data::make(kTermCases), c) {
  BOOST_TEST(c.got == c.want);
}

BOOST_AUTO_TEST_CASE(prefixes_name_one_field_each) {
  std::set<std::string_view> seen;
  for (auto const& field : kFields) BOOST_TEST(seen.insert(field.prefix).second, field.name);
}

// Folded words never hold capital letters, so a prefix can only run into a word if one prefix
// continues another.
BOOST_AUTO_TEST_CASE(no_prefix_is_mistaken_for_the_mark_of_a_stem) {
  for (auto const& field : kFields) BOOST_TEST(!field.prefix.starts_with('Z'));
}

BOOST_AUTO_TEST_CASE(a_long_key_becomes_a_hash_that_tells_it_apart) {
  std::string const fits(kMaxKeyBytes, 'a');
  BOOST_TEST(key_term(Field::category, fits) == "K" + fits);
  auto const one = key_term(Field::category, fits + "b");
  auto const other = key_term(Field::category, fits + "c");
  BOOST_TEST(one.size() == 33U);
  BOOST_TEST(one != other);
}

BOOST_AUTO_TEST_CASE(a_key_of_zero_bytes_counts_twice_as_xapian_stores_it) {
  BOOST_TEST(key_term(Field::site, std::string(kMaxKeyBytes / 2 + 1, '\0')).size() == 33U);
}

BOOST_AUTO_TEST_CASE(strings_survive_packing) {
  std::vector<std::vector<std::string>> const lists = {
      {}, {""}, {"AI"}, {"", "a\0b", ""}, {"Künstliche Intelligenz", std::string(300, 'x')}};
  for (auto const& list : lists) BOOST_TEST(unpack_strings(pack_strings(list)) == list);
}

BOOST_AUTO_TEST_CASE(unpacking_what_was_cut_off_gives_the_whole_strings) {
  std::vector<std::string> const list = {"databases", "postgres"};
  auto const packed = pack_strings(list);
  auto const cut = unpack_strings(std::string_view(packed).substr(0, packed.size() - 1));
  BOOST_TEST(cut == std::vector<std::string>{"databases"});
}

BOOST_AUTO_TEST_SUITE_END()
