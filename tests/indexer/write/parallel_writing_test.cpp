// Many threads, one index: it is what a single thread would write.
#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "common/base/error.h"
#include "common/index/boilerplate.h"
#include "file_size_limit.h"
#include "indexer/write/index_writer.h"
#include "many_posts.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

// How many threads this process has.
std::size_t threads() {
  std::filesystem::directory_iterator const tasks("/proc/self/task");
  return static_cast<std::size_t>(std::distance(begin(tasks), end(tasks)));
}

void require_same(IndexTables const& got, IndexTables const& wanted) {
  BOOST_TEST(got.size() == wanted.size());
  for (auto const& [what, contents] : wanted) {
    auto const found = got.find(what);
    BOOST_REQUIRE_MESSAGE(found != got.end(), what);
    BOOST_TEST((found->second == contents), what);
  }
}

Rebuild const kBothWays[] = {Rebuild::when_needed, Rebuild::always};

}  // namespace

BOOST_AUTO_TEST_SUITE(parallel_writing)

BOOST_FIXTURE_TEST_CASE(shards_together_are_what_one_would_be, ManyPosts) {
  auto const alone = update_index(layout, archive, {.threads = 1});
  auto const tables = index_tables(live());
  auto const order = posts_in_order(live());
  BOOST_REQUIRE(
      !unpack_boilerplate(tables.at("metadata " + std::string(metadata::kBoilerplate)))->shingles.empty());
  for (unsigned const count : {2U, 3U}) {
    bool has_shards = false;
    auto const look = [&](Xapian::Database const&) {
      auto const build = layout.index() / ("000" + std::to_string(count) + ".tmp");
      has_shards = std::filesystem::exists(build / std::to_string(count - 1));
    };
    auto const update =
        update_index(layout, archive, {.rebuild = Rebuild::always, .gate = look, .threads = count});
    BOOST_TEST(has_shards);
    BOOST_TEST(update.put == alone.put);
    BOOST_TEST(update.documents == archive.size());
    BOOST_TEST(update.problems == alone.problems);
    BOOST_TEST(update.problems.size() == 1U);
    require_same(index_tables(live()), tables);
    BOOST_TEST(posts_in_order(live()) == order);
    BOOST_TEST(Xapian::Database::check(layout.generation(generation()).string()) == 0U);
  }
}

BOOST_AUTO_TEST_CASE(an_update_with_threads_equals_one_without) {
  auto const updated = [](unsigned count) {
    ManyPosts store;
    update_index(store.layout, store.archive);
    RandomText text(12);
    store.change_some(text);
    auto const update = update_index(store.layout, store.archive, {.threads = count});
    BOOST_TEST(!update.rebuilt);
    BOOST_TEST(update.put > 50U);
    return std::pair(index_contents(store.layout.root), posts_in_order(store.live()));
  };
  BOOST_TEST(updated(1) == updated(3));
}

BOOST_FIXTURE_TEST_CASE(little_memory_changes_nothing_but_speed, ManyPosts) {
  update_index(layout, archive, {.threads = 1});
  auto const tables = index_tables(live());
  update_index(layout, archive, {.rebuild = Rebuild::always, .threads = kThreads, .memory_bytes = 1});
  require_same(index_tables(live()), tables);
}

BOOST_FIXTURE_TEST_CASE(more_threads_than_posts_are_no_harm, StoreFixture) {
  BOOST_TEST(update_index(layout, archive, {.threads = 100}).documents == 0U);
  archive_post(1, "<p>alpha</p>");
  for (auto const rebuild : kBothWays) {
    BOOST_TEST(update_index(layout, archive, {.rebuild = rebuild, .threads = 100}).documents == 1U);
  }
}

BOOST_FIXTURE_TEST_CASE(progress_reaches_the_last_row_and_never_goes_back, ManyPosts) {
  std::size_t last = 0;
  auto const note = [&](Progress const& progress) {
    BOOST_TEST(progress.done >= last);
    BOOST_TEST(progress.total == archive.size());
    last = progress.done;
  };
  update_index(layout, archive, {.progress = note, .threads = kThreads});
  BOOST_TEST(last == archive.size());
}

BOOST_FIXTURE_TEST_CASE(what_a_thread_throws_leaves_the_index_as_it_was, ManyPosts) {
  update_index(layout, archive);
  auto const before = index_tables(live());
  auto const threads_before = threads();
  RandomText text(13);
  change_some(text);
  for (auto const rebuild : kBothWays) {
    {
      FileSizeLimit const limit(30'000);
      BOOST_CHECK_EXCEPTION(update_index(layout, archive, {.rebuild = rebuild, .threads = kThreads}), Error,
                            [](Error const& error) { return error.code() == ErrorCode::disk_full; });
    }
    BOOST_TEST(threads() == threads_before);
    require_same(index_tables(live()), before);
    BOOST_TEST(index_entries() == std::vector<std::string>{"0001"});
  }
  BOOST_TEST(update_index(layout, archive).documents == archive.size());
}

BOOST_FIXTURE_TEST_CASE(a_callback_that_throws_ends_all_threads, ManyPosts) {
  update_index(layout, archive);
  auto const before = index_tables(live());
  auto const threads_before = threads();
  RandomText text(14);
  change_some(text);
  for (auto const rebuild : kBothWays) {
    auto const fail = [](Progress const&) { throw std::runtime_error("fault"); };
    BOOST_CHECK_THROW(
        update_index(layout, archive, {.rebuild = rebuild, .progress = fail, .threads = kThreads}),
        std::runtime_error);
    BOOST_TEST(threads() == threads_before);
    require_same(index_tables(live()), before);
  }
}

BOOST_AUTO_TEST_SUITE_END()
