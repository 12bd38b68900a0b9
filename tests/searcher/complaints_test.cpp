// What readers complain about in other search engines, as far as it concerns which posts are found and in
// which order. Each complaint is held by a test, here or in the file that is named beside it. The others:
// complaints_scope_test.cpp (what is searched at all), complaints_shown_test.cpp (what is shown of posts).
//
// a title typed out does not come first  a_title_typed_out_comes_before_posts_that_repeat_its_words
//                                        searcher_test: an_exact_title_comes_first_whatever_it_holds
// a heading is but a mention             a_heading_comes_before_mentions
//                                        section_ranking_test: a_heading_outweighs_a_mention
// stems lump unrelated words together    words_that_begin_alike_are_not_one_word
//                                        of_words_with_one_stem_the_one_typed_comes_first
//                                        stemmer_test: unrelated_words_keep_apart
// quotes do not mean what they say       quoted_words_are_found_as_they_stand
//                                        searcher_test: a_phrase_wants_its_words_side_by_side
// small words vanish from phrases        a_phrase_of_small_words_is_a_phrase
// a minus is ignored                     an_exclusion_holds_for_words_phrases_and_signs
// a slip finds nothing                   one_slip_beside_good_words_still_finds
// a slip finds junk                      no_word_far_from_what_was_typed_is_offered
//                                        spelling_test: how_near_is_near_enough_depends_on_the_length
// a known word is "corrected"            words_that_posts_have_are_never_corrected
// a correction is silent                 what_was_corrected_is_data
// a search is a dead end                 relaxation_test: a_dead_end_offers_the_words_that_are_known
// nothing is found, and no reason given  a_filter_that_no_post_passes_is_named
// signs, dotted names, options are lost  code_test: the_post_with_the_code_comes_first
// listings come before prose             code_test: the_post_with_the_code_comes_first
// mentions of a name hide its own post   the_post_about_a_name_comes_before_those_that_use_it
// accents split words                    accents_may_be_typed_or_not
//                                        searcher_test: spellings_of_one_word_give_one_list
// Chinese or Japanese finds nothing      scripts_without_spaces_are_found_inside_running_text
// or all that has one of the characters  characters_that_do_not_stand_together_are_no_word
// Korean finds bare words only           a_word_is_found_with_its_particle
// letters inside a word are found        a_word_is_not_found_inside_another
// the newest posts need not match        newest_first_still_requires_every_word
// new comes before relevant              a_new_mention_does_not_come_before_an_old_post_about_it
// facets do not count what is shown      facets_test:
//                                          groups_are_counted_without_their_own_filter_and_with_all_others
// nobody can say why a post is missing   explain_test: what_keeps_a_post_out_is_named
// ranking gets worse unseen              sample_blog_test:
//                                          every_kind_of_query_over_the_sample_blog_stays_above_its_floor
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

using List = std::vector<std::string>;

SamplePost post(std::string slug, std::string title, std::string html,
                std::string date = "Mon, 05 Jan 2026 10:00:00 GMT") {
  return {std::move(slug), std::move(title), std::move(date), {}, std::move(html)};
}

std::vector<SamplePost> const kPosts{
    post("queues", "Queues in practice",
         "<p>A queue in front of a worker. Practice shows that queues fill; queues in queues, practice.</p>"),
    post("in-practice", "Practice of queues",
         "<p>Queues in practice, again: queues in practice are what queues in practice do.</p>"),
    post("worker", "Workers",
         "<p>A worker takes jobs.</p><h2 id=\"backpressure\">Slowing the sender</h2><p>It waits.</p>"),
    post("mention", "Jobs", "<p>Slowing, the sender of a job looked at slowing of a sender once.</p>"),
    post("redis", "A cache in memory", "<p>We keep sessions in Redis.</p>"),
    post("redirect", "Moved pages", "<p>A redirect is followed once; redirection chains are cut.</p>"),
    post("university", "Campus", "<p>The university has a library.</p>"),
    post("universe", "Stars", "<p>The universe has no library.</p>"),
    post("logs", "Records of days", "<p>Several logs were rotated. To be or not to be: that was it.</p>"),
    post("log", "A record of a day", "<p>One log was rotated. It was not to be, or so it seems to be.</p>"),
    post("greener", "Meadows", "<p>The grass is greener where greenery greets you.</p>"),
    post("helper", "Reading days from text",
         "<p>The helper <code>addDateParsing</code> registers a parser of days.</p>"
         "<h2 id=\"add-date-parsing\">addDateParsing</h2><p>Call addDateParsing before the first post.</p>"),
    post("changes", "What is new",
         "<pre><code>config.addDateParsing(a)\nconfig.addDateParsing(b)\nconfig.addDateParsing(c)"
         "</code></pre><p>Thanks.</p>"),
    post("setup", "Setting a site up", "<p>First run the installer, then addDateParsing and the rest.</p>"),
    post("cafe", "Frühstück", "<p>Im Café gab es Crème brûlée, Åse zahlte auf der Straße.</p>"),
    post("kyoto", "京都の旅", "<p>先週、東京から京都まで新幹線で旅行しました。</p>"),
    post("capital", "都の話", "<p>東の国に京があり、都と呼ばれた。</p>"),
    post("seoul", "서울", "<p>서울에서 검색엔진을 만들었습니다.</p>"),
    post("start", "Beginnings", "<p>The start of a party; smart carts depart.</p>"),
    post("art", "Pictures", "<p>Art on the wall.</p>"),
};

SampleStore const& store() {
  static SampleStore const store(kPosts);
  return store;
}

List found(std::string const& query) {
  auto list = slugs(store().search(query));
  std::sort(list.begin(), list.end());
  return list;
}

// A query and the posts that it finds, in the order of their slugs.
struct Search {
  char const* query;
  List slugs;
};

Search const kWholeWords[] = {
    {"redis", {"redis"}},
    {"redirect", {"redirect"}},
    {"redirections", {"redirect"}},
    {"party", {"start"}},
};

Search const kQuoted[] = {
    {"\"logs\"", {"logs"}},   {"\"log\"", {"log"}}, {"log", {"log", "logs"}},
    {"\"one log\"", {"log"}}, {"\"log one\"", {}},  {"\"one logs\"", {}},
};

Search const kExcluded[] = {
    {"rotated -several", {"log"}},
    {"rotated -\"several logs\"", {"log"}},
    {"rotated -\"logs several\"", {"log", "logs"}},
    {"library -\"university\"", {"universe"}},
    {"parser -addDateParsing", {}},
};

Search const kSlips[] = {
    {"rotatde log", {"log", "logs"}},   {"campsu library", {"university"}},
    {"library cmapus", {"university"}}, {"redirectoin chains", {"redirect"}},
    {"sesions memory", {"redis"}},
};

Search const kAccents[] = {
    {"cafe", {"cafe"}},      {"CAFÉ", {"cafe"}},    {"cafe\u0301", {"cafe"}}, {"creme brulee", {"cafe"}},
    {"fruhstuck", {"cafe"}}, {"strasse", {"cafe"}}, {"straße", {"cafe"}},     {"\"crème brulée\"", {"cafe"}},
    {"ase", {"cafe"}},       {"ｃａｆé", {"cafe"}},
};

Search const kScripts[] = {
    {"京都", {"kyoto"}},         {"東京", {"kyoto"}},      {"新幹線", {"kyoto"}},
    {"\"京都の旅\"", {"kyoto"}}, {"東京 京都", {"kyoto"}}, {"旅行", {"kyoto"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(complaints)

BOOST_AUTO_TEST_CASE(a_title_typed_out_comes_before_posts_that_repeat_its_words) {
  for (auto const* const query : {"Queues in practice", "queues in practice", "queues practice"}) {
    BOOST_TEST(slugs(store().search(query)).at(0) == "queues", query);
  }
}

BOOST_AUTO_TEST_CASE(a_heading_comes_before_mentions) {
  auto const results = store().search("slowing the sender");
  BOOST_TEST(slugs(results) == (List{"worker", "mention"}), boost::test_tools::per_element());
  BOOST_TEST(results.hits[0].sections.at(0).anchor == "backpressure");
}

BOOST_DATA_TEST_CASE(words_that_begin_alike_are_not_one_word, kWholeWords, search) {
  BOOST_TEST(found(search.query) == search.slugs, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(of_words_with_one_stem_the_one_typed_comes_first) {
  BOOST_TEST(slugs(store().search("university")).at(0) == "university");
  BOOST_TEST(slugs(store().search("universe")).at(0) == "universe");
}

BOOST_DATA_TEST_CASE(quoted_words_are_found_as_they_stand, kQuoted, search) {
  BOOST_TEST(found(search.query) == search.slugs, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_phrase_of_small_words_is_a_phrase) {
  BOOST_TEST(found("\"to be or not to be\"") == List{"logs"}, boost::test_tools::per_element());
  BOOST_TEST(slugs(store().search("to be or not to be")).at(0) == "logs");
}

BOOST_DATA_TEST_CASE(an_exclusion_holds_for_words_phrases_and_signs, kExcluded, search) {
  BOOST_TEST(found(search.query) == search.slugs, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(one_slip_beside_good_words_still_finds, kSlips, search) {
  BOOST_TEST(found(search.query) == search.slugs, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(no_word_far_from_what_was_typed_is_offered) {
  for (auto const* const query : {"greece", "wail", "redistribute", "departure"}) {
    auto const results = store().search(query);
    BOOST_TEST(results.corrected_query.value_or("") == "", query);
    BOOST_TEST(results.did_you_mean.value_or("") == "", query);
  }
  BOOST_TEST(store().search("greece").hits.empty());
}

BOOST_AUTO_TEST_CASE(words_that_posts_have_are_never_corrected) {
  for (auto const* const query : {"universe", "redirection", "logs", "log university", "ase"}) {
    BOOST_TEST(!store().search(query).corrected_query.has_value(), query);
  }
}

BOOST_AUTO_TEST_CASE(what_was_corrected_is_data) {
  auto const results = store().search("campsu library");
  BOOST_TEST(results.relaxation == Relaxation::typo);
  BOOST_TEST(results.query == "campsu library");
  BOOST_TEST(results.corrected_query.value_or("") == "campus library");
}

BOOST_AUTO_TEST_CASE(a_filter_that_no_post_passes_is_named) {
  auto by_ada = post("tides", "Tides", "<p>High water at noon.</p>");
  by_ada.author = "Ada Winter";
  SampleStore const tides({by_ada});
  for (auto const* const query :
       {"water author:ida", "author:\"ada summer\"", "water category:sea", "water lang:fr",
        "site:elsewhere.example", "water after:2026-02-01 before:2026-01-01"}) {
    auto const results = tides.search(query);
    BOOST_TEST(results.hits.empty(), query);
    BOOST_TEST(results.warnings.size() == 1U, query);
  }
  for (auto const* const query :
       {"water author:ada", "author:\"winter ada\"", "water after:2026-01-05 before:2026-01-05"}) {
    auto const results = tides.search(query);
    BOOST_TEST(results.hits.size() == 1U, query);
    BOOST_TEST(results.warnings.empty(), query);
  }
}

BOOST_AUTO_TEST_CASE(the_post_about_a_name_comes_before_those_that_use_it) {
  for (auto const* const query : {"addDateParsing", "adddateparsing", "add date parsing"}) {
    auto const results = store().search(query);
    BOOST_TEST(slugs(results).at(0) == "helper", query);
    BOOST_TEST(slugs(results).size() == 3U, query);
    BOOST_TEST(results.hits[0].sections.at(0).anchor == "add-date-parsing", query);
  }
}

BOOST_DATA_TEST_CASE(accents_may_be_typed_or_not, kAccents, search) {
  BOOST_TEST(found(search.query) == search.slugs, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(scripts_without_spaces_are_found_inside_running_text, kScripts, search) {
  BOOST_TEST(found(search.query) == search.slugs, boost::test_tools::per_element());
  BOOST_TEST(store().search(search.query).relaxation == Relaxation::none);
}

BOOST_AUTO_TEST_CASE(a_word_is_found_with_its_particle) {
  BOOST_TEST(found("검색엔진") == List{"seoul"}, boost::test_tools::per_element());
  BOOST_TEST(found("서울") == List{"seoul"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(characters_that_do_not_stand_together_are_no_word) {
  BOOST_TEST(found("都") == (List{"capital", "kyoto"}), boost::test_tools::per_element());
  BOOST_TEST(found("\"都京\"").empty());
}

BOOST_AUTO_TEST_CASE(a_word_is_not_found_inside_another) {
  BOOST_TEST(found("art") == List{"art"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(newest_first_still_requires_every_word) {
  SampleStore const dated(
      {post("old", "Ropes", "<p>Tar keeps ropes dry.</p>", "Mon, 05 Jan 2015 10:00:00 GMT"),
       post("new", "Rope", "<p>Rope and tar.</p>", "Mon, 05 Jan 2026 10:00:00 GMT"),
       post("newest", "Knots", "<p>A rope, no more.</p>", "Tue, 06 Jan 2026 10:00:00 GMT")});
  SearchRequest const request{.query = "rope tar", .sort = SortOrder::newest};
  BOOST_TEST(slugs(dated.search(request)) == (List{"new", "old"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_new_mention_does_not_come_before_an_old_post_about_it) {
  SampleStore const dated(
      {post("about", "How tar is made", "<p>Tar comes from pine. Tar is boiled.</p>",
            "Mon, 05 Jan 2009 10:00:00 GMT"),
       post("mention", "A walk", "<p>We smelled tar by the boats, and the sea behind them all day long.</p>",
            "Thu, 09 Apr 2026 10:00:00 GMT")});
  BOOST_TEST(slugs(dated.search("tar")) == (List{"about", "mention"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
