// Publishing under readers' eyes: swaps, faults and sudden ends.
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

#include "common/base/error.h"
#include "common/index/index_reader.h"
#include "file_size_limit.h"
#include "indexer/write/index_writer.h"
#include "store_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct TwoPosts : StoreFixture {
  TwoPosts() {
    archive_post(1, "<p>alpha</p>");
    archive_post(2, "<p>beta</p>");
    update_index(layout, archive);
  }
};

Xapian::doccount posts_seen_by(IndexReader& reader, std::string const& word) {
  return reader.read([&](Xapian::Database const& database, IndexInfo const&) {
    return database.get_termfreq(word_term(Field::text, word));
  });
}

// Updates the index in a process that is killed at the moment before publishing.
void update_and_be_killed(StoreLayout const& layout, Rebuild rebuild) {
  auto const child = ::fork();
  BOOST_REQUIRE(child != -1);
  if (child == 0) {
    try {
      Archive const archive(layout.archive(), ArchiveAccess::read_only);
      update_index(layout, archive,
                   {.rebuild = rebuild, .gate = [](Xapian::Database const&) { std::raise(SIGKILL); }});
    } catch (std::exception const&) {
      // Ends below: only a signal is what the test waits for.
    }
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  BOOST_REQUIRE(WIFSIGNALED(status));
}

Rebuild const kBothWays[] = {Rebuild::when_needed, Rebuild::always};

}  // namespace

BOOST_AUTO_TEST_SUITE(publishing)

BOOST_FIXTURE_TEST_CASE(readers_opened_before_see_an_update_and_a_rebuild, TwoPosts) {
  IndexReader reader(layout);
  BOOST_TEST(posts_seen_by(reader, "gamma") == 0U);
  archive_post(3, "<p>gamma</p>");
  update_index(layout, archive);
  BOOST_TEST(posts_seen_by(reader, "gamma") == 1U);
  archive_post(4, "<p>gamma</p>");
  update_index(layout, archive, {.rebuild = Rebuild::always});
  BOOST_TEST(posts_seen_by(reader, "gamma") == 2U);
  update_index(layout, archive, {.rebuild = Rebuild::always});
  update_index(layout, archive, {.rebuild = Rebuild::always});
  BOOST_TEST(posts_seen_by(reader, "gamma") == 2U);
}

BOOST_FIXTURE_TEST_CASE(readers_see_nothing_of_what_is_pending, TwoPosts) {
  for (auto const rebuild : kBothWays) {
    archive_post(3, "<p>gamma " + std::to_string(archive.last_change()) + "</p>");
    IndexReader reader(layout);
    auto const before = posts_seen_by(reader, "gamma");
    auto const look = [&](Xapian::Database const& pending) {
      BOOST_TEST(pending.get_termfreq(word_term(Field::text, "gamma")) == 1U);
      BOOST_TEST(posts_seen_by(reader, "gamma") == before);
    };
    update_index(layout, archive, {.rebuild = rebuild, .gate = look});
    BOOST_TEST(posts_seen_by(reader, "gamma") == 1U);
  }
}

BOOST_FIXTURE_TEST_CASE(progress_tells_of_each_row_and_how_many_there_are, TwoPosts) {
  archive_post(3, "<p>gamma</p>");
  remove_post(1);
  for (auto const rebuild : kBothWays) {
    std::vector<std::pair<std::size_t, std::size_t>> rows;
    auto const note = [&](Progress const& progress) {
      if (progress.stage == "indexing") rows.emplace_back(progress.done, progress.total);
    };
    update_index(layout, archive, {.rebuild = rebuild, .progress = note});
    BOOST_TEST(rows == (std::vector<std::pair<std::size_t, std::size_t>>{{1, 2}, {2, 2}}),
               boost::test_tools::per_element());
  }
}

BOOST_FIXTURE_TEST_CASE(a_gate_that_throws_leaves_the_index_as_it_was, TwoPosts) {
  auto const before = index_tables(live());
  archive_post(1, "<p>gamma</p>");
  remove_post(2);
  for (auto const rebuild : kBothWays) {
    auto const refuse = [](Xapian::Database const&) { throw Error(ErrorCode::gate_failed, "refused"); };
    BOOST_CHECK_EXCEPTION(update_index(layout, archive, {.rebuild = rebuild, .gate = refuse}), Error,
                          [](Error const& error) { return error.code() == ErrorCode::gate_failed; });
    auto const fail = [](Xapian::Database const&) { throw std::runtime_error("fault"); };
    BOOST_CHECK_THROW(update_index(layout, archive, {.rebuild = rebuild, .gate = fail}), std::runtime_error);
    BOOST_TEST((index_tables(live()) == before));
    BOOST_TEST(index_entries() == std::vector<std::string>{"0001"});
  }
  BOOST_TEST(update_index(layout, archive).published);
  BOOST_TEST(posts_with("gamma") == 1U);
}

BOOST_FIXTURE_TEST_CASE(a_full_disk_leaves_the_index_as_it_was, TwoPosts) {
  auto const before = index_tables(live());
  std::string many_words;
  for (int i = 0; i < 40'000; ++i) many_words += "word" + std::to_string(i) + ' ';
  archive_post(3, "<p>" + many_words + "</p>");
  for (auto const rebuild : kBothWays) {
    {
      FileSizeLimit const limit(200'000);
      BOOST_CHECK_EXCEPTION(update_index(layout, archive, {.rebuild = rebuild}), Error,
                            [](Error const& error) { return error.code() == ErrorCode::disk_full; });
    }
    BOOST_TEST((index_tables(live()) == before));
    BOOST_TEST(index_entries() == std::vector<std::string>{"0001"});
  }
  BOOST_TEST(update_index(layout, archive).documents == 3U);
}

BOOST_FIXTURE_TEST_CASE(a_run_that_was_killed_hinders_nobody, TwoPosts) {
  auto const before = index_tables(live());
  archive_post(3, "<p>gamma</p>");
  for (auto const rebuild : kBothWays) {
    update_and_be_killed(layout, rebuild);
    BOOST_TEST((index_tables(live()) == before));
  }
  BOOST_TEST(index_entries().size() == 2U);
  auto const update = update_index(layout, archive);
  BOOST_TEST((update.published && !update.rebuilt));
  BOOST_TEST(posts_with("gamma") == 1U);
  BOOST_TEST(index_entries() == std::vector<std::string>{"0001"});
  update_index(layout, archive, {.rebuild = Rebuild::always});
  BOOST_TEST(index_entries() == (std::vector<std::string>{"0001", "0002"}));
}

BOOST_FIXTURE_TEST_CASE(a_run_with_nothing_to_do_removes_what_killed_ones_left, TwoPosts) {
  auto const build = layout.index() / "0002.tmp";
  std::filesystem::create_directories(build / "writing");
  BOOST_TEST(!update_index(layout, archive).published);
  BOOST_TEST(index_entries() == std::vector<std::string>{"0001"});
}

BOOST_FIXTURE_TEST_CASE(the_generation_before_the_live_one_stays_older_ones_go, TwoPosts) {
  update_index(layout, archive, {.rebuild = Rebuild::always});
  BOOST_TEST(index_entries() == (std::vector<std::string>{"0001", "0002"}));
  update_index(layout, archive, {.rebuild = Rebuild::always});
  BOOST_TEST(index_entries() == (std::vector<std::string>{"0002", "0003"}));
  BOOST_TEST(generation() == "0003");
}

BOOST_FIXTURE_TEST_CASE(a_number_in_use_is_never_taken_again, TwoPosts) {
  std::filesystem::create_directory(layout.generation("0007"));  // finished, but never published
  update_index(layout, archive, {.rebuild = Rebuild::always});
  BOOST_TEST(index_entries() == (std::vector<std::string>{"0001", "0008"}));
}

BOOST_FIXTURE_TEST_CASE(files_of_others_are_left_alone, TwoPosts) {
  std::ofstream(layout.index() / "README") << "not ours";
  std::filesystem::create_directory(layout.index() / "kept.tmp");
  update_index(layout, archive, {.rebuild = Rebuild::always});
  BOOST_TEST(index_entries() == (std::vector<std::string>{"0001", "0002", "README", "kept.tmp"}));
}

BOOST_FIXTURE_TEST_CASE(a_rebuilt_index_is_compact_and_sound, TwoPosts) {
  BOOST_TEST(Xapian::Database::check(layout.generation(generation()).string()) == 0U);
  BOOST_TEST(live().get_revision() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
