// What readers complain about in other search engines, as far as it concerns which posts are found and in
// which order. Each complaint is held by a test, here or where the table says.
//
// complaint                                       held by
// ---------------------------------------------- ------------------------------------------------------------
// a title typed out does not come first           a_title_typed_out_comes_before_posts_that_repeat_its_words;
//                                                 an_exact_title_comes_first_whatever_it_holds (searcher)
// a heading counts no more than a mention         a_heading_comes_before_mentions;
//                                                 a_heading_outweighs_a_mention (match/section_ranking)
// stems lump unrelated words together             words_that_begin_alike_are_not_one_word;
//                                                 of_words_with_one_stem_the_one_typed_comes_first;
//                                                 unrelated_words_keep_apart (common/text/stemmer)
// quotes do not mean what they say                quoted_words_are_found_as_they_stand;
//                                                 a_phrase_wants_its_words_side_by_side (searcher)
// stop words vanish from phrases                  a_phrase_of_small_words_is_a_phrase
// a minus is ignored                              an_exclusion_holds_for_words_phrases_and_signs;
//                                                 an_excluded_word_keeps_posts_out_... (searcher)
// a typo finds nothing                            one_slip_beside_good_words_still_finds
// a typo finds junk                               no_word_far_from_what_was_typed_is_offered;
//                                                 how_near_is_near_enough_depends_on_the_length
//                                                 (match/spelling)
// a known word is "corrected"                     words_that_posts_have_are_never_corrected
// a correction is silent                          what_was_corrected_is_data
// a search ends nowhere                           a_dead_end_offers_the_words_that_are_known
// (match/relaxation) symbols, dotted names and options are lost      the_post_with_the_code_comes_first
// (code) a name hides behind the posts that mention it   the_post_about_a_name_comes_before_those_that_use_it
// code listings drown prose                       the_post_with_the_code_comes_first, "retry backoff" (code)
// accents and compositions split words            accents_may_be_typed_or_not;
//                                                 spellings_of_one_word_give_one_list (searcher)
// words of scripts without spaces find nothing    scripts_without_spaces_are_found_inside_running_text
// ... or only without their endings               a_word_is_found_with_its_particle
// ... or find every post with one character       characters_that_do_not_stand_together_are_no_word
// letters inside other words are found            a_word_is_not_found_inside_another
// date order shows what has nothing to do with it newest_first_still_requires_every_word
// dates rule over relevance                       a_new_mention_does_not_come_before_an_old_post_about_it;
//                                                 of_equal_posts_the_newer_comes_first_... (searcher)
// only titles and excerpts are searched           every_part_of_a_post_is_searched
// long posts are searched in part                 the_last_word_of_a_long_post_is_found
// only the newest posts are searched              posts_that_left_the_feed_stay_in_the_index (operations);
//                                                 every_post_of_a_large_archive_is_counted_and_reached
// facets count something else than is shown       groups_are_counted_without_their_own_filter_... (facets)
// several blogs cannot be searched as one         blogs_are_searched_together_or_one_at_a_time
// nobody can say why a post is missing            what_keeps_a_post_out_is_named (match/explain)
// a change of ranking breaks queries unseen       every_kind_of_query_..._stays_above_its_floor (sample_blog)
//
// What is shown of posts, and where links lead: complaints_shown_test.cpp.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/searcher/sample_store.h"

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
std::ostream& operator<<(std::ostream& out, Search const& search) {
  return out << search.query;
}

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
  BOOST_TEST((results.relaxation == Relaxation::typo));
  BOOST_TEST(results.query == "campsu library");
  BOOST_TEST(results.corrected_query.value_or("") == "campus library");
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
  BOOST_TEST((store().search(search.query).relaxation == Relaxation::none));
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

BOOST_AUTO_TEST_CASE(every_part_of_a_post_is_searched) {
  SampleStore const parts(
      {{"parts",
        "Intitle",
        "",
        {"Incategory"},
        "<p>Inprose <em>inem</em>phasis.</p><h3>Inheading</h3><ul><li>Initem</li></ul>"
        "<table><tr><td>Incell</td></tr></table><blockquote>Inquotation</blockquote>"
        "<pre><code>incode()</code></pre><figure><img src=\"a.png\" alt=\"A drawing of inalternative\">"
        "<figcaption>Incaption</figcaption></figure>",
        "Inauthor"},
       post("other", "Other", "<p>Nothing of it.</p>")});
  for (auto const* const word :
       {"intitle", "incategory", "inprose", "inemphasis", "inheading", "initem", "incell", "inquotation",
        "incode", "inalternative", "incaption", "author:inauthor"}) {
    BOOST_TEST_CONTEXT(word) {
      auto const results = parts.search(word);
      BOOST_TEST(slugs(results) == List{"parts"}, boost::test_tools::per_element());
      BOOST_TEST((results.relaxation == Relaxation::none));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_last_word_of_a_long_post_is_found) {
  std::string html;
  for (int i = 0; i < 4'000; ++i)
    html += "<p>Paragraph " + std::to_string(i) + " says one thing or another.</p>";
  SampleStore const long_post({post("long", "Everything", html + "<p>At the end stands an armadillo.</p>")});
  auto const hit = long_post.search("armadillo").hits.at(0);
  BOOST_TEST(highlighted(hit.sections.at(0).snippet) == "armadillo");
}

BOOST_AUTO_TEST_CASE(every_post_of_a_large_archive_is_counted_and_reached) {
  std::vector<SamplePost> posts;
  for (int i = 0; i < 700; ++i) {
    auto const number = std::to_string(i);
    posts.push_back(
        post("p" + number, "Day " + number, "<p>A walk along the river, the " + number + ".</p>"));
  }
  SampleStore const archive(posts);
  std::set<std::string> reached;
  for (std::size_t offset = 0; offset < posts.size(); offset += 50) {
    auto const page = archive.search(SearchRequest{.query = "river", .offset = offset, .limit = 50});
    BOOST_TEST(page.total == posts.size());
    BOOST_TEST(page.exact_total);
    for (auto const& slug : slugs(page)) reached.insert(slug);
  }
  BOOST_TEST(reached.size() == posts.size());
}

BOOST_AUTO_TEST_CASE(blogs_are_searched_together_or_one_at_a_time) {
  auto mine = post("mine", "Dye", "<p>Indigo on wool.</p>");
  auto theirs = post("theirs", "Colours", "<p>Indigo on linen.</p>");
  theirs.site = "friends.example";
  SampleStore const blogs({mine, theirs});
  BOOST_TEST(blogs.search("indigo").total == 2U);
  BOOST_TEST(slugs(blogs.search("indigo site:friends.example")) == List{"theirs"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
