// What the posts of an index repeat, and when it is looked for again.
#include "indexer/write/repeated_shingles.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "common/text/analyzer.h"
#include "store_fixture.h"

using namespace pressmark;

namespace {

constexpr char const* kAuthorLine = "Ada is a maker of needles and of pins.";

// Words that no other post has.
std::string own_words(int number) {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "own" + std::to_string(number) + "x" + std::to_string(i) + ' ';
  return text;
}

std::string post_with(std::string const& line, int number) {
  return "<p>" + own_words(number) + ". " + line + "</p>";
}

bool knows(Boilerplate const& boilerplate, std::string const& text) {
  Analysis analysis;
  Analyzer().analyze(text, TextKind::prose, analysis);
  std::vector<Shingle> shingles;
  find_shingles(analysis, shingles);
  return std::all_of(shingles.begin(), shingles.end(), [&](Shingle const& shingle) {
    return std::binary_search(boilerplate.shingles.begin(), boilerplate.shingles.end(),
                              shingle_of_site(short_hash("example.org"), shingle.hash));
  });
}

Boilerplate stored(StoreFixture const& store) {
  return unpack_boilerplate(store.live().get_metadata(std::string(metadata::kBoilerplate))).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(repeated_shingles)

BOOST_FIXTURE_TEST_CASE(a_store_with_one_post_repeats_nothing, StoreFixture) {
  archive_post(1, std::string("<p>") + kAuthorLine + "</p><p>" + kAuthorLine + "</p>");
  update_index(layout, archive);
  BOOST_TEST((stored(*this) == Boilerplate{}));
}

BOOST_FIXTURE_TEST_CASE(a_line_is_known_from_the_post_on_that_makes_it_repeated, StoreFixture) {
  // A site has to have five posts, and four of them the line.
  for (int number = 1; number <= 5; ++number) {
    BOOST_TEST_CONTEXT(number << " posts") {
      archive_post(number, number == 2 ? "<p>" + own_words(2) + "</p>" : post_with(kAuthorLine, number));
      update_index(layout, archive);
      BOOST_TEST(knows(stored(*this), kAuthorLine) == (number == 5));
    }
  }
  remove_post(3);
  update_index(layout, archive);
  BOOST_TEST(stored(*this).shingles.empty());
}

BOOST_FIXTURE_TEST_CASE(a_line_has_to_stand_in_three_posts_of_ten, StoreFixture) {
  for (int number = 0; number < 20; ++number)
    archive_post(number, number < 5 ? post_with(kAuthorLine, number) : "<p>" + own_words(number) + "</p>");
  update_index(layout, archive);
  BOOST_TEST(stored(*this).shingles.empty());
  archive_post(5, post_with(kAuthorLine, 5));
  update_index(layout, archive);
  BOOST_TEST(knows(stored(*this), kAuthorLine));
  BOOST_TEST(!knows(stored(*this), own_words(5)));
}

BOOST_FIXTURE_TEST_CASE(a_run_of_words_across_blocks_and_one_in_code_do_not_count, StoreFixture) {
  for (int number = 0; number < 6; ++number)
    archive_post(number, "<p>Ada is a</p><p>maker of needles</p><pre>if a then b else c end</pre>");
  update_index(layout, archive);
  BOOST_TEST(!knows(stored(*this), "Ada is a maker of needles"));
  BOOST_TEST(!knows(stored(*this), "if a then b else c end"));
}

BOOST_FIXTURE_TEST_CASE(the_sample_is_the_posts_with_the_smallest_ids, StoreFixture) {
  std::vector<std::string> ids;
  for (int number = 0; number < 30; ++number) {
    archive_post(number, post_with(kAuthorLine, number));
    ids.push_back(post_id("example.org", std::to_string(number)));
  }
  update_index(layout, archive);
  std::sort(ids.begin(), ids.end());
  auto const found = find_boilerplate(live(), {.posts = 10});
  BOOST_TEST(found.last_sampled_id == ids[9]);
  BOOST_TEST(knows(found, kAuthorLine));
  BOOST_TEST(concerns_sample(found, ids[0]));
  BOOST_TEST(concerns_sample(found, ids[9]));
  BOOST_TEST(!concerns_sample(found, ids[10]));
  // Where it holds all posts, any post is one of it.
  BOOST_TEST(concerns_sample(find_boilerplate(live(), {.posts = 31}), ids[29]));
}

BOOST_FIXTURE_TEST_CASE(the_most_repeated_are_kept, StoreFixture) {
  for (int number = 0; number < 8; ++number) {
    archive_post(number, (number < 5 ? "<p>Seldom is this line of words seen.</p>" : "<p>") +
                             post_with(kAuthorLine, number));
  }
  update_index(layout, archive);
  auto const all = find_boilerplate(live());
  BOOST_TEST(knows(all, "Seldom is this line of words seen."));
  auto const kept = find_boilerplate(live(), {.shingles = 4});
  BOOST_TEST(kept.shingles.size() == 4U);
  BOOST_TEST(knows(kept, kAuthorLine));  // of nine words: four runs of six
}

BOOST_FIXTURE_TEST_CASE(text_beyond_the_limit_of_a_post_is_not_looked_at, StoreFixture) {
  for (int number = 0; number < 6; ++number) archive_post(number, post_with(kAuthorLine, number));
  update_index(layout, archive);
  BOOST_TEST(knows(find_boilerplate(live(), {.bytes = 1'000}), kAuthorLine));
  BOOST_TEST(find_boilerplate(live(), {.bytes = 60}).shingles.empty());
}

BOOST_FIXTURE_TEST_CASE(an_entry_that_cannot_be_read_is_made_anew_by_the_next_update, StoreFixture) {
  for (int number = 0; number < 6; ++number) archive_post(number, post_with(kAuthorLine, number));
  update_index(layout, archive);
  auto const before = stored(*this);
  {
    Xapian::WritableDatabase database(layout.generation(generation()).string());
    database.set_metadata(std::string(metadata::kBoilerplate), "nonsense");
    database.commit();
  }
  archive_post(7, "<p>alpha</p>");
  update_index(layout, archive);
  BOOST_TEST((stored(*this) == before));
}

BOOST_FIXTURE_TEST_CASE(an_updated_index_knows_what_a_rebuilt_one_knows, StoreFixture) {
  int rounds_that_repeat = 0;
  for (int round = 0; round < 8; ++round) {
    for (int change = 0; change < 4; ++change) {
      auto const number = (round * 5 + change * 3) % 11;
      if ((round + change) % 5 == 4)
        remove_post(number);
      else
        archive_post(number,
                     post_with(round % 3 == 0 ? kAuthorLine : "Pins are bent by hand in this town.", round));
    }
    update_index(layout, archive);
    auto const updated = stored(*this);
    update_index(layout, archive, {.rebuild = Rebuild::always});
    BOOST_TEST((stored(*this) == updated));
    rounds_that_repeat += updated.shingles.empty() ? 0 : 1;
  }
  BOOST_TEST(rounds_that_repeat > 0);
}

BOOST_AUTO_TEST_SUITE_END()
