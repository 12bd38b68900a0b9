// Bringing an index up to date with its archive.
#include "indexer/write/index_writer.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>

#include "common/base/error.h"
#include "common/index/index_reader.h"
#include "indexer/write/document_builder.h"
#include "random_text.h"
#include "store_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

void set_live_metadata(StoreFixture const& store, std::string_view key, std::string const& value) {
  Xapian::WritableDatabase database(store.layout.generation(store.generation()).string());
  database.set_metadata(std::string(key), value);
  database.commit();
}

// Forms of words that no post has any more stay until a rebuild: nobody can find by them.
IndexTables without_word_forms(IndexTables tables) {
  std::erase_if(tables, [](auto const& entry) { return entry.first.starts_with("synonyms of "); });
  return tables;
}

auto code_is(ErrorCode want) {
  return [want](Error const& error) { return error.code() == want; };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(index_writer)

BOOST_FIXTURE_TEST_CASE(the_first_run_builds_a_generation_readers_can_open, StoreFixture) {
  archive_post(1, "<p>alpha</p>");
  archive_post(2, "<p>alpha beta</p>");
  auto const update = update_index(layout, archive);
  BOOST_TEST((update.rebuilt && update.published));
  BOOST_TEST(update.documents == 2U);
  BOOST_TEST(update.put == 2U);
  BOOST_TEST(update.problems.empty());
  IndexReader reader(layout);
  reader.read([](Xapian::Database const& database, IndexInfo const& info) {
    BOOST_TEST(info.generation == "0001");
    BOOST_TEST(info.format == index_format());
    BOOST_TEST(info.languages == std::vector<std::string>{"en"});
    BOOST_TEST(database.get_termfreq(word_term(Field::text, "alpha")) == 2U);
  });
}

BOOST_FIXTURE_TEST_CASE(an_empty_archive_gives_an_empty_index, StoreFixture) {
  BOOST_TEST(update_index(layout, archive).published);
  BOOST_TEST(live().get_doccount() == 0U);
  BOOST_TEST(!update_index(layout, archive).published);
}

BOOST_FIXTURE_TEST_CASE(changes_are_applied_to_the_live_generation, StoreFixture) {
  archive_post(1, "<p>alpha</p>");
  archive_post(2, "<p>beta</p>");
  update_index(layout, archive);
  archive_post(1, "<p>gamma</p>");
  archive_post(3, "<p>delta</p>", "de");
  remove_post(2);
  auto const update = update_index(layout, archive);
  BOOST_TEST((update.published && !update.rebuilt));
  BOOST_TEST(update.put == 2U);
  BOOST_TEST(update.removed == 1U);
  BOOST_TEST(update.documents == 2U);
  BOOST_TEST(generation() == "0001");
  BOOST_TEST(posts_with("alpha") + posts_with("beta") == 0U);
  BOOST_TEST(posts_with("gamma") + posts_with("delta") == 2U);
  BOOST_TEST(live().get_metadata(std::string(metadata::kLanguages)) == "de,en");
}

BOOST_FIXTURE_TEST_CASE(an_index_that_is_up_to_date_is_not_touched, StoreFixture) {
  archive_post(1, "<p>alpha</p>");
  update_index(layout, archive);
  auto const revision = live().get_revision();
  bool asked = false;
  auto const update = update_index(layout, archive, {.gate = [&](auto const&) { asked = true; }});
  BOOST_TEST((!update.published && !update.rebuilt && !asked));
  BOOST_TEST(update.documents == 1U);
  BOOST_TEST(live().get_revision() == revision);
}

BOOST_FIXTURE_TEST_CASE(an_updated_index_equals_a_rebuilt_one, StoreFixture) {
  RandomText text(7);
  for (int round = 0; round < 12; ++round) {
    for (int change = 0; change < 8; ++change) {
      auto const number = text.below(25);
      if (text.below(4) == 0) {
        remove_post(number);
      } else {
        archive_post(number, text.html(), text.below(5) == 0 ? "de" : "en");
      }
    }
    auto const update = update_index(layout, archive);
    BOOST_TEST(update.rebuilt == (round == 0));
  }
  auto const updated = without_word_forms(index_tables(live()));
  BOOST_TEST(update_index(layout, archive, {.rebuild = Rebuild::always}).rebuilt);
  auto const rebuilt = without_word_forms(index_tables(live()));
  BOOST_TEST(updated.size() == rebuilt.size());
  for (auto const& [what, contents] : rebuilt) {
    auto const found = updated.find(what);
    BOOST_REQUIRE_MESSAGE(found != updated.end(), what);
    BOOST_TEST((found->second == contents), what);
  }
}

BOOST_FIXTURE_TEST_CASE(every_stem_leads_to_the_words_it_stands_for, StoreFixture) {
  archive_post(1, "<p>indexes indexing</p>");
  update_index(layout, archive);
  archive_post(2, "<p>indexed index</p>");
  update_index(layout, archive);
  auto const database = live();
  auto const stem = stem_term(Field::text, "index");
  std::set<std::string> const words(database.synonyms_begin(stem), database.synonyms_end(stem));
  BOOST_TEST(words == (std::set<std::string>{"indexes", "indexing", "indexed"}),
             boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(an_index_of_another_making_is_rebuilt, StoreFixture) {
  archive_post(1, "<p>alpha</p>");
  update_index(layout, archive);
  struct {
    std::string_view key;
    std::string value;
  } const differences[] = {
      {metadata::kFormat, "0.1.1.1"},
      {metadata::kArchive, "another archive"},
      {metadata::kChange, std::to_string(archive.last_change() + 1)},
  };
  for (auto const& [key, value] : differences) {
    set_live_metadata(*this, key, value);
    BOOST_TEST(update_index(layout, archive).rebuilt, key);
    BOOST_TEST(!update_index(layout, archive).published, key);
  }
}

BOOST_FIXTURE_TEST_CASE(an_index_that_lost_posts_is_rebuilt, StoreFixture) {
  archive_post(1, "<p>alpha</p>");
  archive_post(2, "<p>beta</p>");
  update_index(layout, archive);
  {
    Xapian::WritableDatabase database(layout.generation(generation()).string());
    database.delete_document(1);
    database.commit();
  }
  BOOST_TEST(update_index(layout, archive).rebuilt);
  BOOST_TEST(live().get_doccount() == 2U);
}

BOOST_FIXTURE_TEST_CASE(an_update_that_would_lose_posts_is_not_published, StoreFixture) {
  archive_post(1, "<p>alpha</p>");
  archive_post(2, "<p>beta</p>");
  update_index(layout, archive);
  {
    Xapian::WritableDatabase database(layout.generation(generation()).string());
    database.delete_document(1);
    database.commit();
  }
  archive_post(3, "<p>gamma</p>");
  BOOST_CHECK_EXCEPTION(update_index(layout, archive), Error, code_is(ErrorCode::gate_failed));
  BOOST_TEST(posts_with("gamma") == 0U);
}

BOOST_FIXTURE_TEST_CASE(what_cannot_be_read_is_rebuilt, StoreFixture) {
  archive_post(1, "<p>alpha</p>");
  update_index(layout, archive);
  auto const rebuilds = [&] {
    BOOST_TEST(update_index(layout, archive).rebuilt);
    BOOST_TEST(posts_with("alpha") == 1U);
    return generation();
  };
  std::ofstream(layout.current()) << "nonsense";
  BOOST_TEST(rebuilds() == "0002");
  std::filesystem::remove_all(layout.generation("0002"));
  BOOST_TEST(rebuilds() == "0003");
  std::filesystem::resize_file(layout.generation("0003") / "iamglass", 3);
  BOOST_TEST(rebuilds() == "0004");
}

BOOST_FIXTURE_TEST_CASE(a_database_open_for_writing_elsewhere_is_locked, StoreFixture) {
  archive_post(1, "<p>alpha</p>");
  update_index(layout, archive);
  archive_post(2, "<p>beta</p>");
  Xapian::WritableDatabase const elsewhere(layout.generation(generation()).string());
  BOOST_CHECK_EXCEPTION(update_index(layout, archive), Error, code_is(ErrorCode::store_locked));
}

BOOST_FIXTURE_TEST_CASE(a_post_indexed_in_part_is_told_with_its_address, StoreFixture) {
  std::string deep;
  for (int i = 0; i < 2'000; ++i) deep += "<div>";
  archive_post(1, deep + "<p>alpha</p>");
  auto const update = update_index(layout, archive);
  BOOST_TEST(update.documents == 1U);
  BOOST_REQUIRE(update.problems.size() == 1U);
  BOOST_TEST(update.problems.front().starts_with("https://example.org/post-1: "));
}

BOOST_AUTO_TEST_SUITE_END()
