// Undoing jobs, and what happens when their sources are read again.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "archive_fixture.h"
#include "archive_sql.h"
#include "tests/support/printing.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

std::string id_of(std::string const& guid) {
  return post_id("garden.example", guid);
}

Post edited(std::string const& guid, std::string const& title = "Edited") {
  Post post = make_post(guid);
  post.title = title;
  return post;
}

// A job that reads one source.
std::int64_t index(Archive& archive, std::vector<Post> const& posts, std::string const& source = "garden.xml",
                   BatchOptions const& options = {}) {
  std::int64_t const id = archive.begin_job("index", kToday);
  ArchiveBatch batch = archive.begin(source, kToday);
  for (Post const& post : posts) batch.add(post);
  batch.commit(options);
  archive.finish_job(id, {.time = kToday});
  return id;
}

// Everything but the numbers that grow: what a rollback brings back.
std::string contents(Archive const& archive) {
  std::vector<std::string> posts;
  archive.visit_posts([&](ArchivedPost const& archived) {
    Post const& post = archived.post;
    posts.push_back(archived.id + ' ' + post.url + ' ' + post.title + ' ' + post.html + ' ' + post.source);
  });
  std::ranges::sort(posts);
  std::string text;
  for (std::string const& post : posts) text += post + '\n';
  return text;
}

std::string words(std::filesystem::path const& path) {
  return sql(path, "SELECT source, identity, post, content_hash FROM source_posts ORDER BY source, identity");
}

std::vector<std::size_t> counts(std::size_t added, std::size_t changed, std::size_t removed) {
  return {added, changed, 0, removed, 0};
}

struct RollbackFixture : ArchiveFixture {
  // What archive and sources were before `job`, after it, after its rollback and after the
  // rollback of that.
  void check_both_ways(Archive& archive, auto const& job, std::vector<std::size_t> const& undone,
                       std::vector<std::size_t> const& redone) {
    std::string const before = contents(archive);
    std::string const words_before = words(path());
    std::int64_t const id = job();
    std::string const after = contents(archive);
    std::string const words_after = words(path());
    BOOST_TEST(after != before);

    std::int64_t const change = archive.last_change();
    RolledBack const back = archive.rollback({}, kToday);
    BOOST_TEST(back.job == id);
    BOOST_TEST(figures(back.counts) == undone);
    BOOST_TEST(back.kept.empty());
    BOOST_TEST(contents(archive) == before);
    BOOST_TEST(words(path()) == words_before);
    BOOST_TEST(archive.last_change() > change);

    std::int64_t const rollback = archive.jobs(1).at(0).id;
    BOOST_TEST(figures(archive.rollback(rollback, kToday).counts) == redone);
    BOOST_TEST(contents(archive) == after);
    BOOST_TEST(words(path()) == words_after);
    BOOST_TEST(archive.verify().empty());
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archive_rollback, RollbackFixture)

BOOST_AUTO_TEST_CASE(posts_that_a_job_added_are_removed_and_their_versions_kept) {
  Archive archive = open();
  index(archive, {make_post("spades")});
  check_both_ways(
      archive, [&] { return index(archive, {make_post("rakes"), make_post("hoes")}); }, counts(0, 0, 2),
      counts(2, 0, 0));
}

BOOST_AUTO_TEST_CASE(posts_that_a_job_replaced_get_their_former_content) {
  Archive archive = open();
  index(archive, {make_post("spades"), make_post("rakes")});
  check_both_ways(
      archive, [&] { return index(archive, {edited("spades"), make_post("rakes")}); }, counts(0, 1, 0),
      counts(0, 1, 0));
}

BOOST_AUTO_TEST_CASE(posts_that_a_job_removed_come_back_with_their_ids) {
  Archive archive = open();
  index(archive, {make_post("spades"), make_post("rakes")});
  check_both_ways(
      archive,
      [&] { return index(archive, {make_post("rakes")}, "garden.xml", {.leaving = Leaving::removed}); },
      counts(1, 0, 0), counts(0, 0, 1));
}

BOOST_AUTO_TEST_CASE(a_job_of_several_sources_that_did_all_of_it_is_undone_as_one) {
  Archive archive = open();
  index(archive, {make_post("spades"), make_post("rakes"), make_post("hoes")});
  index(archive, {make_post("hoes")}, "planet.xml");
  check_both_ways(
      archive,
      [&] {
        std::int64_t const id = archive.begin_job("reindex", kToday);
        archive.apply("planet.xml", std::vector{edited("hoes"), make_post("forks")}, kToday);
        archive.apply("garden.xml", std::vector{edited("spades"), edited("hoes", "Again"), edited("forks")},
                      kToday);
        archive.remove(std::vector{id_of("rakes")}, kToday);
        archive.finish_job(id, {.time = kToday});
        return id;
      },
      counts(1, 2, 1), counts(1, 2, 1));
}

BOOST_AUTO_TEST_CASE(a_post_that_a_job_added_and_removed_again_stays_away) {
  Archive archive = open();
  index(archive, {make_post("spades")});
  std::int64_t const id = archive.begin_job("reindex", kToday);
  archive.apply("garden.xml", std::vector{make_post("rakes")}, kToday);
  archive.remove(std::vector{id_of("rakes")}, kToday);
  BOOST_CHECK_EXCEPTION(archive.rollback(id, kToday), Error, has_code(ErrorCode::usage));  // under way
  archive.finish_job(id, {.time = kToday});
  BOOST_TEST(figures(archive.rollback(id, kToday).counts) == counts(0, 0, 0));
  BOOST_TEST(archive.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_move_is_undone_with_what_made_the_posts_known_at_the_new_place) {
  Archive archive = open();
  index(archive, {make_post("spades")});
  check_both_ways(
      archive,
      [&] {
        std::int64_t const id = archive.begin_job("move", kToday);
        archive.move("https://garden.example", "https://new.example", kToday);
        archive.finish_job(id, {.time = kToday});
        return id;
      },
      counts(0, 1, 0), counts(0, 1, 0));
  Post at_old_place = edited("spades");
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{at_old_place}, kToday)) == changed(1));
  BOOST_TEST(all_posts(archive).at(0).post.url == "https://new.example/spades");
}

BOOST_AUTO_TEST_CASE(after_a_move_was_undone_the_new_place_is_a_stranger_again) {
  Archive archive = open();
  index(archive, {make_post("spades")});
  archive.move("https://garden.example", "https://new.example", kToday);
  archive.rollback({}, kToday);
  Post stranger = make_post("spades");
  stranger.site = "new.example";
  stranger.url = "https://new.example/spades";
  BOOST_TEST(figures(archive.apply("new.xml", std::vector{stranger}, kToday)) == added(1));
}

BOOST_AUTO_TEST_CASE(undone_news_is_news_again_at_the_next_reading) {
  Archive archive = open();
  std::vector const news{edited("spades"), make_post("rakes")};
  index(archive, {make_post("spades")});
  index(archive, news);
  archive.rollback({}, kToday);
  BOOST_TEST(figures(archive.apply("garden.xml", news, kToday)) == (std::vector<std::size_t>{1, 1, 0, 0, 0}));
}

BOOST_AUTO_TEST_CASE(the_sources_of_an_undone_job_are_fetched_whole_the_next_time) {
  Archive archive = open();
  std::string const date = "Sat, 14 Mar 2026 00:00:00 GMT";
  PageState const page{.url = "https://garden.example/spades", .etag = "\"3\"", .last_modified = date};
  archive.save_source_states(
      std::vector<NamedSourceState>{{"garden.xml", {.etag = "\"1\"", .last_modified = date, .items = 1}},
                                    {"other.xml", {.etag = "\"2\""}}});
  archive.save_pages("garden.xml", std::vector{page});
  archive.save_pages("other.xml", std::vector{page});
  index(archive, {make_post("spades")});
  archive.rollback({}, kToday);
  BOOST_TEST(archive.source_state("garden.xml") == (SourceState{.items = 1}));
  BOOST_TEST(archive.page("garden.xml", page.url) == (PageState{.url = page.url}));
  BOOST_TEST(archive.source_state("other.xml").etag == "\"2\"");
  BOOST_TEST(archive.page("other.xml", page.url) == page);
}

BOOST_AUTO_TEST_CASE(a_source_that_took_its_news_back_itself_changes_nothing) {
  Archive archive = open();
  index(archive, {make_post("spades")});
  index(archive, {edited("spades")});
  archive.rollback({}, kToday);
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{make_post("spades")}, kToday)) == unchanged(1));
}

BOOST_AUTO_TEST_CASE(posts_that_a_later_job_changed_stay_as_they_are_and_are_named) {
  Archive archive = open();
  index(archive, {make_post("spades"), make_post("rakes"), make_post("hoes")});
  std::int64_t const bad =
      index(archive, {edited("spades"), edited("rakes"), edited("hoes"), make_post("forks")});
  index(archive, {edited("spades", "Edited later")});
  archive.remove(std::vector{id_of("rakes"), id_of("forks")}, kToday);
  RolledBack const back = archive.rollback(bad, kToday);
  BOOST_TEST(figures(back.counts) == counts(0, 1, 0));
  std::vector<std::string> kept;
  for (KeptPost const& post : back.kept) kept.push_back(post.url + ' ' + post.id);
  std::ranges::sort(kept);
  std::vector<std::string> wanted;
  for (std::string const guid : {"forks", "rakes", "spades"}) {
    wanted.push_back("https://garden.example/" + guid + ' ' + id_of(guid));
  }
  BOOST_TEST(kept == wanted);
  BOOST_TEST(archive.size() == 2u);
  for (ArchivedPost const& archived : all_posts(archive)) {
    BOOST_TEST(archived.post.title == (archived.post.guid == "spades" ? "Edited later" : "On hoes"));
  }
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{edited("spades", "Edited later")}, kToday)) ==
             unchanged(1));
  BOOST_TEST(archive.verify().empty());
}

BOOST_AUTO_TEST_CASE(two_rollbacks_in_a_row_go_back_two_jobs) {
  Archive archive = open();
  std::int64_t const first = index(archive, {make_post("spades")});
  std::int64_t const second = index(archive, {edited("spades")});
  archive.finish_job(archive.begin_job("reindex", kToday), {.time = kToday});  // no news
  BOOST_TEST(archive.rollback({}, kToday).job == second);
  BOOST_TEST(archive.jobs(10).at(2).undone_by == archive.jobs(1).at(0).id);
  BOOST_TEST(archive.rollback({}, kToday).job == first);
  BOOST_TEST(archive.size() == 0u);
  BOOST_CHECK_EXCEPTION(archive.rollback({}, kToday), Error, has_code(ErrorCode::usage));
}

BOOST_AUTO_TEST_CASE(a_job_whose_rollback_was_undone_can_be_undone_again) {
  Archive archive = open();
  index(archive, {make_post("spades")});
  std::int64_t const bad = index(archive, {edited("spades")});
  archive.rollback(bad, kToday);
  archive.rollback(archive.jobs(1).at(0).id, kToday);
  BOOST_TEST(all_posts(archive).at(0).post.title == "Edited");
  RolledBack const back = archive.rollback({}, kToday);
  BOOST_TEST(back.job == bad);
  BOOST_TEST(figures(back.counts) == counts(0, 1, 0));
  BOOST_TEST(all_posts(archive).at(0).post.title == "On spades");
}

BOOST_AUTO_TEST_CASE(a_job_can_be_undone_after_a_later_one_was) {
  Archive archive = open();
  index(archive, {make_post("spades")});
  std::int64_t const first = index(archive, {edited("spades")});
  index(archive, {edited("spades", "Edited again"), make_post("rakes")});
  archive.rollback({}, kToday);
  BOOST_TEST(all_posts(archive).at(0).post.title == "Edited");
  RolledBack const back = archive.rollback({}, kToday);
  BOOST_TEST(back.job == first);
  BOOST_TEST(back.kept.empty());
  BOOST_TEST(all_posts(archive).at(0).post.title == "On spades");
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{edited("spades")}, kToday)) == changed(1));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_undone_is_refused_and_nothing_is_written) {
  Archive archive = open();
  std::int64_t const first = index(archive, {make_post("spades")});
  std::int64_t const idle = index(archive, {make_post("spades")});
  archive.rollback(index(archive, {edited("spades")}), kToday);
  std::string const before = all_rows(path());
  std::pair<std::int64_t, std::string> const cases[] = {
      {99, "there is no job 99"}, {idle, "job 2 changed nothing"}, {3, "job 3 was undone by job 4 already"}};
  for (auto const& [job, what] : cases) {
    BOOST_CHECK_EXCEPTION(archive.rollback(job, kToday), Error, [&](Error const& error) {
      return error.code() == ErrorCode::usage && error.what() == what && !error.hint().empty();
    });
  }
  BOOST_TEST(all_rows(path()) == before);
  BOOST_TEST(figures(archive.rollback(first, kToday).counts) == counts(0, 0, 1));
}

BOOST_AUTO_TEST_CASE(what_a_job_replaced_can_be_brought_back_only_while_it_is_kept) {
  Archive archive = open();
  index(archive, {make_post("spades")});
  std::int64_t const old = index(archive, {edited("spades")});
  archive.apply("garden.xml", std::vector{make_post("rakes")}, kToday + 30 * 24h + 1s);
  BOOST_CHECK_EXCEPTION(archive.rollback(old, kToday + 31 * 24h), Error, [](Error const& error) {
    return error.code() == ErrorCode::usage && !error.hint().empty();
  });
  BOOST_TEST(figures(archive.rollback({}, kToday + 31 * 24h).counts) == counts(0, 0, 1));
}

BOOST_AUTO_TEST_CASE(forgotten_posts_do_not_come_back) {
  Archive archive = open();
  index(archive, {make_post("spades"), make_post("rakes")});
  std::int64_t const removal = archive.begin_job("reindex", kToday);
  archive.remove(std::vector{id_of("spades"), id_of("rakes")}, kToday);
  archive.finish_job(removal, {.time = kToday});
  std::int64_t const forgetting = archive.begin_job("forget", kToday);
  archive.forget(std::vector{make_post("spades").url}, kToday);
  archive.finish_job(forgetting, {.time = kToday});
  archive.rollback(removal, kToday);
  BOOST_TEST_REQUIRE(archive.size() == 1u);
  BOOST_TEST(all_posts(archive).at(0).post.guid == "rakes");

  archive.forget(std::vector{make_post("rakes").url}, kToday);
  BOOST_TEST(figures(archive.rollback({}, kToday).counts) == counts(0, 0, 0));
  BOOST_TEST(archive.size() == 0u);
  BOOST_TEST(sql(path(), "SELECT count(*) FROM versions") == "0");
}

BOOST_AUTO_TEST_CASE(a_rollback_belongs_to_the_job_begun_for_it_and_is_listed_with_its_counts) {
  Archive archive = open();
  index(archive, {make_post("spades")});
  std::int64_t const id = archive.begin_job("rollback", kToday);
  archive.rollback({}, kToday);
  archive.finish_job(id, {.time = kToday + 1s});
  auto const jobs = archive.jobs(10);
  BOOST_TEST_REQUIRE(jobs.size() == 2u);
  BOOST_TEST(jobs[0].command == "rollback");
  BOOST_TEST(jobs[0].counts.removed == 1u);
  BOOST_TEST(jobs[1].undone_by == id);
}

BOOST_AUTO_TEST_CASE(after_a_rollback_the_archive_is_held_until_it_is_resumed) {
  Archive archive = open();
  BOOST_TEST(!archive.hold().has_value());
  std::int64_t const first = index(archive, {make_post("spades")});
  std::int64_t const second = index(archive, {edited("spades")});
  BOOST_TEST(!archive.hold().has_value());
  archive.rollback({}, kToday + 1h);
  BOOST_TEST(open(ArchiveAccess::read_only).hold()->job == second);
  archive.rollback({}, kToday + 2h);
  BOOST_TEST_REQUIRE(archive.hold().has_value());
  BOOST_TEST(archive.hold()->job == first);
  BOOST_TEST(archive.hold()->since == kToday + 2h);
  archive.resume();
  BOOST_TEST(!archive.hold().has_value());
}

BOOST_AUTO_TEST_SUITE_END()
