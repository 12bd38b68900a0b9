// A reader that follows the store through updates and swaps.
#include "common/index/index_reader.h"

#include <boost/test/unit_test.hpp>

#include "common/index/schema.h"
#include "empty_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

std::string const kKnownFormat = std::to_string(kSchemaVersion) + ".1.1.1";

struct IndexFixture : EmptyStore {
  // Adds documents with the term "post" to a generation, made if it does not exist.
  void add_posts(std::string const& generation, int posts, std::string const& format = kKnownFormat) const {
    std::filesystem::create_directories(layout.index());
    Xapian::WritableDatabase database(layout.generation(generation).string());
    database.set_metadata(std::string(metadata::kFormat), format);
    database.set_metadata(std::string(metadata::kLanguages), "de,en");
    for (int i = 0; i < posts; ++i) {
      Xapian::Document document;
      document.add_term("post");
      database.add_document(document);
    }
    database.commit();
  }
  // Writes every document anew, in a commit of its own.
  void rewrite_posts(std::string const& generation, std::string const& word) const {
    Xapian::WritableDatabase database(layout.generation(generation).string());
    for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
      Xapian::Document document;
      document.add_term("post");
      document.add_term(word + std::to_string(id));
      database.replace_document(id, document);
    }
    database.commit();
  }
  void publish(std::string const& generation) const { point_current_at(generation + "\n"); }
};

Xapian::doccount posts_in(IndexReader& reader) {
  return reader.read(
      [](Xapian::Database const& database, IndexInfo const&) { return database.get_termfreq("post"); });
}
IndexInfo info_of(IndexReader& reader) {
  return reader.read([](Xapian::Database const&, IndexInfo const& info) { return info; });
}

auto code_is(ErrorCode want) {
  return [want](Error const& error) { return error.code() == want && !error.hint().empty(); };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(index_reader)

BOOST_FIXTURE_TEST_CASE(a_store_without_index_is_missing_with_advice, IndexFixture) {
  BOOST_CHECK_EXCEPTION(IndexReader{layout}, Error, code_is(ErrorCode::store_missing));
  BOOST_CHECK_EXCEPTION(IndexReader{StoreLayout{"/nowhere/at/all"}}, Error,
                        code_is(ErrorCode::store_missing));
}

BOOST_FIXTURE_TEST_CASE(a_generation_that_is_gone_is_damage, IndexFixture) {
  publish("0001");
  BOOST_CHECK_EXCEPTION(IndexReader{layout}, Error, code_is(ErrorCode::store_damaged));
}

BOOST_FIXTURE_TEST_CASE(the_index_says_what_it_is, IndexFixture) {
  add_posts("0003", 2);
  publish("0003");
  IndexReader reader(layout);
  auto const info = info_of(reader);
  BOOST_TEST(info.generation == "0003");
  BOOST_TEST(info.format == kKnownFormat);
  BOOST_TEST(info.languages == (std::vector<std::string>{"de", "en"}));
  BOOST_TEST(info.version.starts_with("0003."));
}

BOOST_FIXTURE_TEST_CASE(the_time_of_a_version_is_when_it_was_written, IndexFixture) {
  add_posts("0003", 2);
  publish("0003");
  auto const yesterday = std::filesystem::file_time_type::clock::now() - std::chrono::hours(24);
  for (auto const& entry : std::filesystem::directory_iterator(layout.generation("0003"))) {
    std::filesystem::last_write_time(entry.path(), yesterday);
  }
  IndexReader reader(layout);
  auto const before = std::chrono::system_clock::now() - std::chrono::hours(25);
  auto const after = before + std::chrono::hours(2);
  auto const written = info_of(reader).written;
  BOOST_REQUIRE(written.has_value());
  BOOST_TEST((*written > before && *written < after));

  add_posts("0003", 1);
  auto const now = info_of(reader).written;
  BOOST_REQUIRE(now.has_value());
  BOOST_TEST(*now > after);
}

BOOST_FIXTURE_TEST_CASE(only_a_known_schema_is_read, IndexFixture) {
  struct {
    std::string generation;
    std::string format;
    ErrorCode want;
  } const cases[] = {
      {"0001", std::to_string(kSchemaVersion + 1) + ".1.1.1", ErrorCode::store_newer},
      {"0002", "", ErrorCode::store_damaged},
      {"0003", "x", ErrorCode::store_damaged},
  };
  for (auto const& c : cases) {
    add_posts(c.generation, 1, c.format);
    publish(c.generation);
    BOOST_CHECK_EXCEPTION(IndexReader{layout}, Error, code_is(c.want));
  }
}

BOOST_FIXTURE_TEST_CASE(an_update_shows_in_the_next_read_under_another_version, IndexFixture) {
  add_posts("0001", 1);
  publish("0001");
  IndexReader reader(layout);
  auto const before = info_of(reader).version;
  BOOST_TEST(info_of(reader).version == before);
  add_posts("0001", 4);
  BOOST_TEST(posts_in(reader) == 5U);
  BOOST_TEST(info_of(reader).version != before);
}

// Both databases have the same revision number, which is all that reopen() would compare.
BOOST_FIXTURE_TEST_CASE(a_swap_shows_in_the_next_read_even_at_the_same_revision, IndexFixture) {
  add_posts("0001", 1);
  add_posts("0002", 3);
  publish("0001");
  IndexReader reader(layout);
  BOOST_TEST(posts_in(reader) == 1U);
  publish("0002");
  BOOST_TEST(posts_in(reader) == 3U);
  BOOST_TEST(info_of(reader).generation == "0002");
}

BOOST_FIXTURE_TEST_CASE(a_swap_survives_the_removal_of_the_old_generation, IndexFixture) {
  add_posts("0001", 1);
  add_posts("0002", 3);
  publish("0001");
  IndexReader reader(layout);
  publish("0002");
  std::filesystem::remove_all(layout.generation("0001"));
  BOOST_TEST(posts_in(reader) == 3U);
}

BOOST_FIXTURE_TEST_CASE(a_read_that_a_writer_overtakes_starts_again, IndexFixture) {
  add_posts("0001", 2'000);
  rewrite_posts("0001", "zero");
  publish("0001");
  IndexReader reader(layout);
  int runs = 0;
  auto const posts = reader.read([&](Xapian::Database const& database, IndexInfo const&) {
    if (++runs == 1) {  // only one revision before the last one is kept
      for (auto const* word : {"one", "two", "three"}) rewrite_posts("0001", word);
    }
    Xapian::doccount seen = 0;
    for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
      auto terms = database.termlist_begin(id);
      terms.skip_to("three");
      if (terms != database.termlist_end(id) && *terms == "three" + std::to_string(id)) ++seen;
    }
    return seen;
  });
  BOOST_TEST(posts == 2'000U);
  BOOST_TEST(runs == 2);
}

BOOST_FIXTURE_TEST_CASE(a_read_that_is_overtaken_every_time_gives_up, IndexFixture) {
  add_posts("0001", 1);
  publish("0001");
  IndexReader reader(layout);
  int runs = 0;
  auto const always_overtaken = [&](Xapian::Database const&, IndexInfo const&) {
    ++runs;
    throw Xapian::DatabaseModifiedError("overtaken");
  };
  BOOST_CHECK_EXCEPTION(reader.read(always_overtaken), Error, code_is(ErrorCode::store_locked));
  BOOST_TEST(runs < 20);
}

BOOST_AUTO_TEST_SUITE_END()
