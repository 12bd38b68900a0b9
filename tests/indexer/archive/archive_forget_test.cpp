// What forgetting takes away, and what it keeps out.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "archive_fixture.h"

using namespace pressmark;

namespace {

std::string id_of(Post const& post) {
  return post_id(post.site, post.guid);
}

std::vector<std::string> names(std::vector<std::string> const& names) {
  return names;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archive_forget, ArchiveFixture)

BOOST_AUTO_TEST_CASE(a_post_is_forgotten_by_its_address_or_its_id) {
  Post const post = make_post("spades");
  for (std::string const& name : {post.url, id_of(post), post.url + "?utm_source=feed#top"}) {
    BOOST_TEST_CONTEXT(name) {
      std::filesystem::remove(path());
      Archive archive = open();
      archive.apply("garden.xml", std::vector{post, make_post("rakes")}, kToday);
      Forgotten const forgotten = archive.forget(names({name}), kToday);
      BOOST_TEST(forgotten.removed == 1u);
      BOOST_TEST(forgotten.unknown.empty());
      ChangeCounts const counts = archive.apply("garden.xml", std::vector{post, make_post("rakes")}, kToday);
      BOOST_TEST(counts.forgotten == 1u);
      BOOST_TEST(archive.size() == 1u);
      BOOST_TEST(archive.verify().empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(names_of_no_post_are_told_and_kept_out) {
  Archive archive = open();
  Post const post = make_post("spades");
  Forgotten const forgotten = archive.forget(names({post.url, "nonsense", ""}), kToday);
  BOOST_TEST(forgotten.removed == 0u);
  BOOST_TEST(forgotten.unknown == names({post.url, "nonsense", ""}), boost::test_tools::per_element());
  BOOST_TEST(archive.apply("garden.xml", std::vector{post}, kToday).forgotten == 1u);
}

BOOST_AUTO_TEST_CASE(a_post_named_twice_goes_once_and_is_known) {
  Archive archive = open();
  Post const post = make_post("spades");
  archive.apply("garden.xml", std::vector{post}, kToday);
  Forgotten const forgotten = archive.forget(names({post.url, id_of(post), post.url}), kToday);
  BOOST_TEST(forgotten.removed == 1u);
  BOOST_TEST(forgotten.unknown.empty());
}

BOOST_AUTO_TEST_CASE(all_entries_of_a_page_go_by_its_address_and_one_by_its_id) {
  std::vector<Post> entries{make_post("1.0"), make_post("1.1")};
  for (Post& entry : entries) entry.url = "https://garden.example/changes";
  Archive archive = open();
  archive.apply("garden.xml", entries, kToday);
  archive.forget(names({id_of(entries[0])}), kToday);
  BOOST_TEST(archive.size() == 1u);
  entries[1].title = "Edited";
  BOOST_TEST(figures(archive.apply("garden.xml", entries, kToday)) ==
             std::vector<std::size_t>({0, 1, 0, 0, 1}));
  archive.forget(names({entries[1].url}), kToday);
  BOOST_TEST(archive.size() == 0u);
  BOOST_TEST(archive.apply("garden.xml", std::vector{make_post("rakes")}, kToday).added == 1u);
}

BOOST_AUTO_TEST_CASE(an_address_that_only_a_removed_post_had_is_known) {
  Archive archive = open();
  Post const post = make_post("spades");
  archive.apply("garden.xml", std::vector{post}, kToday);
  archive.remove(names({id_of(post)}), kToday);
  Forgotten const forgotten = archive.forget(names({post.url}), kToday);
  BOOST_TEST(forgotten.removed == 0u);
  BOOST_TEST(forgotten.unknown.empty());
  BOOST_TEST(archive.apply("garden.xml", std::vector{post}, kToday).forgotten == 1u);
}

BOOST_AUTO_TEST_CASE(the_words_of_a_forgotten_post_are_gone_from_the_file) {
  std::string const secret = "kept under the potting bench";
  Post post = make_post("spades");
  post.html = "<p>The key is " + secret + ".</p>" + std::string(20'000, 'x') + secret;
  auto const holds_secret = [&] {
    std::ifstream file(path(), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {}).find(secret) != std::string::npos;
  };
  {
    Archive archive = open();
    archive.apply("garden.xml", std::vector{post, make_post("rakes")}, kToday);
    post.title = "Edited";
    archive.apply("garden.xml", std::vector{post}, kToday);
  }
  BOOST_TEST(holds_secret());
  open().forget(names({post.url}), kToday);
  BOOST_TEST(!holds_secret());
}

BOOST_AUTO_TEST_CASE(a_post_that_moved_is_kept_out_at_both_addresses) {
  Archive archive = open();
  Post const before = make_post("spades");
  Post after = before;
  after.site = "new.example";
  after.guid = after.url = "https://new.example/spades";
  archive.apply("garden.xml", std::vector{before}, kToday);
  archive.move("garden.example", "new.example", kToday);
  BOOST_TEST(archive.forget(names({before.url}), kToday).removed == 1u);
  for (Post const& post : {before, after}) {
    BOOST_TEST(archive.apply("new.xml", std::vector{post}, kToday).forgotten == 1u);
  }
}

BOOST_AUTO_TEST_SUITE_END()
