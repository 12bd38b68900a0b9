// What readers complain about in other search engines, as far as it concerns what is shown of the posts
// found: snippets, highlights and links. complaints_test.cpp has what they say about which posts these are.
//
// a snippet does not show the match     every_snippet_of_a_word_in_the_text_shows_it
// what a stem found does not stand out  forms_of_a_word_stand_out_whole
// a corrected word does not stand out   a_corrected_word_stands_out
// an excluded word stands out           an_excluded_word_does_not_stand_out
// half a phrase stands out              the_words_of_a_phrase_do_not_stand_out_alone
// a piece of another word stands out    highlights_end_where_words_end
// the words of a filter stand out       words_that_filter_do_not_stand_out
// too many characters stand out         characters_that_matched_stand_out_and_no_others
// fragments repeat or cut words         fragments_test:
//                                         fragments_are_pieces_of_the_text_and_light_up_what_matched
// markup is shown, or runs              escaping_test:
//                                         random_queries_over_posts_that_look_like_markup_show_no_markup
// what every post repeats is shown      boilerplate_test:
//                                         no_query_of_words_that_posts_have_elsewhere_shows_what_they_repeat
// a link leads to the top of a page     searcher_test: the_best_section_comes_with_its_anchor_and_highlights
//                                       searcher_test: a_place_without_an_anchor_is_linked_by_its_words
// a link leads to another section       each_word_leads_to_the_section_it_stands_in
// a link loses part of its address      an_address_with_a_query_keeps_it_before_the_anchor
// an answer differs the second time     an_answer_is_the_same_whenever_it_is_asked_for
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

std::string const kFiller =
    "<p>The harbour wakes early. Boats leave before the sun is up, and gulls follow them out to the bar; by "
    "noon "
    "the quay is empty again, apart from cats, nets and two men who mend them.</p>";

std::vector<SamplePost> const kPosts{
    {"harbour",
     "Notes from the harbour",
     "",
     {"Knots"},
     "<p>First things first.</p>" + kFiller + kFiller + "<h2 id=\"knots\">Tying up</h2>" + kFiller +
         "<p>A bowline never slips, while a bow slips; a line of bowlines holds a ship.</p>" + kFiller +
         "<h2 id=\"rope-care\">Care</h2><p>Coil ropes loosely. Wash the rope, rinse the rope, then dry rope "
         "in "
         "shade. Never dry then wash.</p>" +
         kFiller + "<h2 id=\"splice\">Joining</h2>" + kFiller + kFiller + "<p>Splicing takes patience.</p>"},
    {"bridge", "橋の話", "", {}, "<p>東京の橋は京都の橋より長い。都の橋は古い。</p>"},
};

SampleStore const& store() {
  static SampleStore const store(kPosts);
  return store;
}

SectionHit best(std::string const& query) {
  return store().search(query).hits.at(0).sections.at(0);
}

struct Shown {
  char const* query;
  char const* words;  // that stand out, joined by bars
};

Shown const kForms[] = {
    {"bowlines", "bowline|bowlines"},
    {"slip", "slips|slips"},
    {"splice", "Splicing"},
    {"patien*", "patience"},
};

Shown const kPhrases[] = {
    {"\"dry rope\"", "dry rope"},
    {"\"then wash\"", "then wash"},
    {"\"a line of\"", "a line of"},
    {"\"wash the rope\" shade", "Wash the rope|shade"},
};

Shown const kScripts[] = {
    {"京都", "京都"},
    {"東京", "東京"},
    {"\"都の橋は古い\"", "都の橋は古い"},
};

struct Place {
  char const* word;
  char const* anchor;
};

Place const kPlaces[] = {
    {"bowline", "knots"}, {"rinse", "rope-care"}, {"patience", "splice"}, {"things", ""}};

}  // namespace

BOOST_AUTO_TEST_SUITE(complaints_shown)

BOOST_AUTO_TEST_CASE(every_snippet_of_a_word_in_the_text_shows_it) {
  for (auto const* const word : {"things", "harbour", "gulls", "bowline", "coil", "shade", "patience"}) {
    for (std::size_t const bytes : {40U, 220U, 1'000U}) {
      for (std::size_t const fragments : {1U, 3U}) {
        auto const results =
            store().search(SearchRequest{.query = word, .snippet_bytes = bytes, .fragments = fragments});
        for (auto const& section : results.hits.at(0).sections) {
          BOOST_TEST(!section.snippet.highlights.empty(), word << ": " << section.snippet.text);
        }
      }
    }
  }
}

BOOST_DATA_TEST_CASE(forms_of_a_word_stand_out_whole, kForms, shown) {
  BOOST_TEST(highlighted(best(shown.query).snippet) == shown.words);
}

BOOST_AUTO_TEST_CASE(a_corrected_word_stands_out) {
  BOOST_TEST(highlighted(best("patinece").snippet) == "patience");
}

BOOST_AUTO_TEST_CASE(an_excluded_word_does_not_stand_out) {
  // The post has the words "wash" and "rinse", though not side by side.
  auto const section = best("coil -\"wash rinse\"");
  BOOST_TEST(section.snippet.text.find("rinse") != std::string::npos);
  BOOST_TEST(highlighted(section.snippet) == "Coil");
}

BOOST_DATA_TEST_CASE(the_words_of_a_phrase_do_not_stand_out_alone, kPhrases, shown) {
  BOOST_TEST(highlighted(best(shown.query).snippet) == shown.words);
}

BOOST_AUTO_TEST_CASE(highlights_end_where_words_end) {
  auto const snippet = best("bow").snippet;
  BOOST_TEST(snippet.text.find("bowline never") != std::string::npos);
  BOOST_TEST(highlighted(snippet) == "bow");
}

BOOST_AUTO_TEST_CASE(words_that_filter_do_not_stand_out) {
  BOOST_TEST(highlighted(best("coil category:knots").snippet) == "Coil");
  BOOST_TEST(highlighted(best("category:knots").snippet) == "");
}

BOOST_DATA_TEST_CASE(characters_that_matched_stand_out_and_no_others, kScripts, shown) {
  BOOST_TEST(highlighted(best(shown.query).snippet) == shown.words);
}

BOOST_DATA_TEST_CASE(each_word_leads_to_the_section_it_stands_in, kPlaces, place) {
  auto const section = best(place.word);
  BOOST_TEST(section.anchor == place.anchor);
  auto const address = std::string("https://notes.example/harbour");
  BOOST_TEST(section.url == (section.anchor.empty() ? address : address + '#' + place.anchor));
}

BOOST_AUTO_TEST_CASE(an_address_with_a_query_keeps_it_before_the_anchor) {
  SampleStore const addressed(
      {{"?p=12&amp;v=a%20b#comments", "Old", "", {}, "<h2 id=\"straße\">Anker</h2><p>Anchors hold.</p>"}});
  auto const hit = addressed.search("anchors").hits.at(0);
  BOOST_TEST(hit.sections.at(0).url.find("#stra%C3%9Fe") != std::string::npos, hit.sections.at(0).url);
  BOOST_TEST(hit.sections.at(0).url.find("?p=12&") != std::string::npos, hit.sections.at(0).url);
  BOOST_TEST(hit.sections.at(0).url.find("comments") == std::string::npos, hit.sections.at(0).url);
}

BOOST_AUTO_TEST_CASE(an_answer_is_the_same_whenever_it_is_asked_for) {
  Searcher searcher(store().layout());
  auto const text = [&](char const* query) {
    std::string all;
    for (auto const& hit : searcher.search({.query = query}, kSampleNow).hits) {
      for (auto const& section : hit.sections)
        all += section.url + section.snippet.text + highlighted(section.snippet);
    }
    return all;
  };
  auto const first = text("wash the rope");
  BOOST_TEST(!first.empty());
  (void)text("patinece");
  (void)text("\"dry rope\" -京都");
  BOOST_TEST(text("wash the rope") == first);
}

BOOST_AUTO_TEST_SUITE_END()
