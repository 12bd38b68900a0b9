// The names of an index, and those near to one that it does not have.
#include "searcher/match/name_table.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "common/index/index_reader.h"
#include "tests/searcher/sample_store.h"

using namespace pressmark;

namespace {

using List = std::vector<std::string>;

SamplePost post(std::string const& slug, List categories, std::string author = {}) {
  return {.slug = slug,
          .title = "Post " + slug,
          .date = "",
          .categories = std::move(categories),
          .html = "<p>" + slug + "</p>",
          .author = std::move(author)};
}

NameTable names_of(std::vector<SamplePost> const& posts) {
  SampleStore const store(posts);
  return IndexReader(store.layout()).read([](Xapian::Database const& database, IndexInfo const&) {
    return NameTable(database);
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(name_table)

BOOST_AUTO_TEST_CASE(spellings_of_one_name_are_one_name_in_its_commonest_spelling) {
  auto const names = names_of({post("a", {"WebDev"}), post("b", {"web dev", "Go"}), post("c", {"web dev"})});
  auto const& categories = names.names(Dimension::category);
  BOOST_TEST(categories.size() == 2u);
  BOOST_TEST(categories.at("webdev").spelling == "web dev");
  BOOST_TEST(categories.at("webdev").posts == 3u);
  BOOST_TEST(categories.at("go").posts == 1u);
  BOOST_TEST(names.spelling(Dimension::category, "webdev") == "web dev");
  BOOST_TEST(names.spelling(Dimension::category, "unheardof") == "unheardof");
}

BOOST_AUTO_TEST_CASE(among_equally_common_spellings_the_first_in_byte_order_is_shown) {
  auto const names = names_of({post("a", {"webdev"}), post("b", {"WebDev"}), post("c", {"Webdev"})});
  BOOST_TEST(names.spelling(Dimension::category, "webdev") == "WebDev");
}

BOOST_AUTO_TEST_CASE(a_post_that_spells_a_name_twice_counts_once) {
  auto const names = names_of({post("a", {"WebDev", "webdev"}), post("b", {"webdev"})});
  BOOST_TEST(names.names(Dimension::category).at("webdev").posts == 2u);
  BOOST_TEST(names.spelling(Dimension::category, "webdev") == "webdev");
}

BOOST_AUTO_TEST_CASE(authors_sites_and_languages_are_named_too) {
  auto here = post("a", {}, "Ada Lark");
  auto there = post("b", {}, "ada lark");
  there.site = "journal.example";
  there.language = "de-AT";
  auto const names = names_of({here, there, post("c", {})});
  BOOST_TEST(names.names(Dimension::author).size() == 1u);
  BOOST_TEST(names.names(Dimension::author).at("adalark").spelling == "Ada Lark");
  BOOST_TEST(names.names(Dimension::author).at("adalark").posts == 2u);
  BOOST_TEST(names.spelling(Dimension::site, "notesexample") == "notes.example");
  BOOST_TEST(names.spelling(Dimension::site, "journalexample") == "journal.example");
  BOOST_TEST(names.names(Dimension::language).at("de").posts == 1u);
  BOOST_TEST(names.names(Dimension::language).at("en").posts == 2u);
}

BOOST_AUTO_TEST_CASE(filters_compare_by_key) {
  BOOST_TEST(filter_key(Dimension::category, "Software Design") ==
             filter_key(Dimension::category, "softwareDesign"));
  BOOST_TEST(filter_key(Dimension::category, "C++") != filter_key(Dimension::category, "C"));
  BOOST_TEST(filter_key(Dimension::language, "en-GB") == "en");
}

BOOST_AUTO_TEST_CASE(near_names_contain_it_or_lie_within_it_or_are_few_letters_away) {
  auto const names = names_of({post("a", {"Machine Learning", "Storage"}),
                               post("b", {"Machine Learning", "Storms"}), post("c", {"Learn", "Gardening"})});
  auto const near = [&](std::string const& name, std::size_t limit = 4) {
    return names.near(Dimension::category, name, limit);
  };
  BOOST_TEST(near("learning") == (List{"Machine Learning", "Learn"}), boost::test_tools::per_element());
  BOOST_TEST(near("learning", 1) == List{"Machine Learning"}, boost::test_tools::per_element());
  BOOST_TEST(near("STORAEG") == List{"Storage"}, boost::test_tools::per_element());
  BOOST_TEST(near("gradening") == List{"Gardening"}, boost::test_tools::per_element());
  BOOST_TEST(near("quantum").empty());
  BOOST_TEST(near("").empty());
  BOOST_TEST(near("learning", 0).empty());
  BOOST_TEST(names.near(Dimension::author, "learning", 4).empty());
}

BOOST_AUTO_TEST_SUITE_END()
