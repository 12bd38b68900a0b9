// Asked to stop, a run leaves the store as it was, and the next one does the work.
#include <boost/test/unit_test.hpp>
#include <string_view>

#include "common/base/error.h"
#include "indexer/write/index_writer.h"
#include "many_posts.h"

using namespace pressmark;

namespace {

Rebuild const kBothWays[] = {Rebuild::when_needed, Rebuild::always};

bool is_interruption(Error const& error) {
  return error.code() == ErrorCode::interrupted && !error.hint().empty();
}

struct ThreePosts : StoreFixture {
  ThreePosts() {
    archive_post(1, "<p>alpha</p>");
    archive_post(2, "<p>beta</p>");
    update_index(layout, archive);
    archive_post(1, "<p>gamma</p>");
    archive_post(3, "<p>delta</p>");
    remove_post(2);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(interruption)

BOOST_AUTO_TEST_CASE(wherever_it_is_stopped_the_index_is_as_it_was) {
  for (auto const rebuild : kBothWays) {
    ThreePosts store;
    auto const before = index_tables(store.live());
    int answers = 0;  // of "go on", before "stop"
    for (bool is_done = false; !is_done; ++answers) {
      int left = answers;
      auto const stop = [&] { return left-- == 0; };
      try {
        is_done =
            update_index(store.layout, store.archive, {.rebuild = rebuild, .should_stop = stop}).published;
      } catch (Error const& error) {
        BOOST_TEST(is_interruption(error));
        BOOST_TEST((index_tables(store.live()) == before));
        BOOST_TEST(store.index_entries() == std::vector<std::string>{"0001"});
      }
    }
    BOOST_TEST(answers > 4);  // at every row, before the gate and after it
    BOOST_TEST(store.posts_with("gamma") + store.posts_with("delta") == 2U);
    BOOST_TEST(store.posts_with("beta") == 0U);
  }
}

BOOST_AUTO_TEST_CASE(threads_stop_at_a_row_and_after_the_last) {
  for (auto const rebuild : kBothWays) {
    ManyPosts store;
    update_index(store.layout, store.archive);
    auto const before = index_tables(store.live());
    RandomText text(21);
    store.change_some(text);
    for (std::string_view const stage : {"indexing", "publishing"}) {
      bool is_reached = false;
      auto const note = [&](Progress const& progress) { is_reached = is_reached || progress.stage == stage; };
      auto const stop = [&] { return is_reached; };
      UpdateOptions const options{
          .rebuild = rebuild, .progress = note, .threads = ManyPosts::kThreads, .should_stop = stop};
      BOOST_CHECK_EXCEPTION(update_index(store.layout, store.archive, options), Error, is_interruption);
      BOOST_TEST((index_tables(store.live()) == before));
      BOOST_TEST(store.index_entries() == std::vector<std::string>{"0001"});
    }
    BOOST_TEST(update_index(store.layout, store.archive).documents == store.archive.size());
  }
}

BOOST_FIXTURE_TEST_CASE(with_nothing_to_do_nobody_stops_it, ThreePosts) {
  update_index(layout, archive);
  BOOST_TEST(!update_index(layout, archive, {.should_stop = [] { return true; }}).published);
}

BOOST_AUTO_TEST_SUITE_END()
