// Explanations of posts that are found, and of posts that are not.
#include "searcher/explain/explain.h"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

using List = std::vector<std::string>;

std::vector<SamplePost> const kPosts{
    {.slug = "2024/kiln",
     .title = "Firing the kiln",
     .date = "2024-05-02T08:00:00Z",
     .categories = {"Pottery", "Heat"},
     .html = "<p>Glazes crackle when the kiln cools. The thermometer lies.</p>"
             "<h2 id=\"cones\">Cones tell the truth</h2><p>A cone bends when the kiln is hot.</p>",
     .author = "Ada Potter"},
    {.slug = "2025/wheel",
     .title = "The wheel",
     .date = "2025-05-02T08:00:00Z",
     .categories = {"Pottery"},
     .html = "<p>Centre the clay, then pull. A glaze hides nothing; the kiln shows all.</p>"},
    {.slug = "2025/loom",
     .title = "Warping a loom",
     .date = "",
     .categories = {"Weaving"},
     .html = "<p>Threads under tension; a shuttle and patience.</p>"},
    {.slug = "loom",
     .title = "Ein Webstuhl",
     .date = "2025-01-01T00:00:00Z",
     .categories = {},
     .html = "<p>Kette und Schuss.</p>",
     .site = "weben.example",
     .language = "de"},
};

// One store for all tests: none changes it.
SampleStore const& sample() {
  static SampleStore const store(kPosts);
  return store;
}

Explanation explained(SearchRequest const& request, std::string const& post) {
  return Searcher(sample().layout()).explain(request, post, kSampleNow);
}

Explanation explained(std::string const& query, std::string const& post) {
  SearchRequest request;
  request.query = query;
  return explained(request, post);
}

struct Kept {
  char const* query;
  char const* post;
  ObstacleKind kind;
  bool excluded;
  List asked;
  List found;
};
std::ostream& operator<<(std::ostream& out, Kept const& kept) {
  return out << kept.query << " without " << kept.post;
}
Kept const kKeptOut[] = {
    {"shuttle", "kiln", ObstacleKind::word, false, {"shuttle"}, {}},
    {"kiln thermometr cobalt", "kiln", ObstacleKind::word, false, {"thermometr"}, {"thermometer"}},
    {"\"kiln glazes\"", "kiln", ObstacleKind::word, false, {"\"kiln glazes\""}, {}},
    {"title:glaze", "kiln", ObstacleKind::word, false, {"title:glaze"}, {}},
    {"kilm*", "kiln", ObstacleKind::word, false, {"kilm*"}, {}},
    {"(shuttle OR thread)", "kiln", ObstacleKind::word, false, {"(shuttle OR thread)"}, {}},
    {"glaze -kiln", "kiln", ObstacleKind::word, true, {"kiln"}, {"text", "title", "slug"}},
    {"kiln category:weaving", "kiln", ObstacleKind::category, false, {"weaving"}, {"Pottery", "Heat"}},
    {"kiln -category:heat", "kiln", ObstacleKind::category, true, {"heat"}, {"Pottery", "Heat"}},
    {"kiln author:ben", "kiln", ObstacleKind::author, false, {"ben"}, {"Ada Potter"}},
    {"kiln author:ada", "2025/wheel", ObstacleKind::author, false, {"ada"}, {}},
    {"kiln site:weben.example", "kiln", ObstacleKind::site, false, {"weben.example"}, {"notes.example"}},
    {"kiln lang:de", "kiln", ObstacleKind::language, false, {"de"}, {"en"}},
    {"kiln after:2025", "kiln", ObstacleKind::date, false, {"2025-01-01", ""}, {"2024-05-02"}},
    {"kiln after:2026 before:2023",
     "kiln",
     ObstacleKind::date,
     false,
     {"2026-01-01", "2023-12-31"},
     {"2024-05-02"}},
    {"date:2023", "2025/loom", ObstacleKind::date, false, {"2023-01-01", "2023-12-31"}, {}},
};

struct Name {
  char const* text;
  char const* post;
  char const* anchor;
};
Name const kNames[] = {
    {"https://notes.example/2024/kiln", "2024/kiln", ""},
    {"HTTPS://Notes.Example:443/2024/./kiln?utm_source=feed", "2024/kiln", ""},
    {"http://notes.example/2024/kiln/", "2024/kiln", ""},
    {"notes.example/2024/kiln", "2024/kiln", ""},
    {"/2024/kiln", "2024/kiln", ""},
    {"kiln", "2024/kiln", ""},
    {"kiln#cones", "2024/kiln", "cones"},
    {"weben.example/loom", "loom", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(explain)

BOOST_DATA_TEST_CASE(what_keeps_a_post_out_is_named, boost::unit_test::data::make(kKeptOut), kept) {
  auto const explanation = explained(kept.query, kept.post);
  BOOST_TEST(explanation.rank == 0U);
  BOOST_REQUIRE(!explanation.obstacles.empty());
  auto const& obstacle = explanation.obstacles.front();
  BOOST_TEST(obstacle.kind == kept.kind);
  BOOST_TEST(obstacle.excluded == kept.excluded);
  BOOST_TEST(obstacle.asked == kept.asked, boost::test_tools::per_element());
  BOOST_TEST(obstacle.found == kept.found, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(everything_that_keeps_a_post_out_is_named) {
  SearchRequest request;
  request.query = "shuttle -glaze";
  request.categories = {"Weaving"};
  request.until = "2023";
  std::vector<ObstacleKind> kinds;
  for (auto const& obstacle : explained(request, "kiln").obstacles) kinds.push_back(obstacle.kind);
  BOOST_TEST(kinds == (std::vector{ObstacleKind::category, ObstacleKind::date, ObstacleKind::word,
                                   ObstacleKind::word}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(too_small_a_share_of_a_long_question_is_named_with_what_is_missing) {
  auto const explanation = explained("which glazes hide the warp of a loom under tension", "kiln");
  BOOST_REQUIRE(explanation.obstacles.size() == 1U);
  auto const& obstacle = explanation.obstacles.front();
  BOOST_TEST(obstacle.kind == ObstacleKind::coverage);
  BOOST_TEST(obstacle.value < obstacle.limit);
  BOOST_TEST(obstacle.asked == (List{"hide", "warp", "loom", "under", "tension"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(where_nothing_is_found_the_steps_that_were_tried_are_named) {
  auto const explanation = explained("zirconium cobalt", "kiln");
  BOOST_TEST(explanation.total == 0U);
  BOOST_TEST(
      (explanation.tried == std::vector{Relaxation::none, Relaxation::prefix, Relaxation::fewer_words}));
  BOOST_TEST(explanation.obstacles.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_query_without_anything_to_search_keeps_every_post_out) {
  auto const explanation = explained(std::string(300, 'x'), "kiln");
  BOOST_REQUIRE(explanation.obstacles.size() == 1U);
  BOOST_TEST(explanation.obstacles.front().kind == ObstacleKind::unreadable);
  BOOST_TEST(explanation.title == "Firing the kiln");
}

BOOST_AUTO_TEST_CASE(quoted_code_that_does_not_stand_there_is_an_obstacle) {
  auto const explanation = explained("\"thermometer->lies\"", "kiln");
  BOOST_REQUIRE(explanation.obstacles.size() == 1U);
  BOOST_TEST(explanation.obstacles.front().kind == ObstacleKind::literal);
  BOOST_TEST(explanation.obstacles.front().asked.front() == "thermometer->lies");
}

BOOST_AUTO_TEST_CASE(words_are_counted_by_form_and_field) {
  auto const words = explained("kiln glazing cones", "kiln").words;
  BOOST_REQUIRE(words.size() == 3U);
  using Counts = std::vector<std::pair<std::string_view, std::size_t>>;
  BOOST_REQUIRE(words[0].forms.size() == 1U);
  BOOST_TEST(words[0].posts == 2U);
  BOOST_TEST(words[0].forms[0].kind == "as typed");
  BOOST_TEST(words[0].forms[0].counts == (Counts{{"text", 2}, {"title", 1}, {"slug", 1}}),
             boost::test_tools::per_element());
  BOOST_REQUIRE(words[1].forms.size() == 1U);
  BOOST_TEST(words[1].forms[0].text == "glazes");
  BOOST_TEST(words[1].forms[0].kind == "same stem");
  BOOST_REQUIRE(words[2].forms.size() == 2U);
  BOOST_TEST(words[2].forms[0].counts == (Counts{{"heading", 1}}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_reading_that_was_answered_is_told) {
  auto const typo = explained("thermomter", "kiln");
  BOOST_TEST(typo.rank == 1U);
  BOOST_TEST(typo.relaxation == Relaxation::typo);
  BOOST_TEST(typo.corrected_query.value_or("") == "thermometer");
  BOOST_TEST(typo.words.front().text == "thermometer");
  BOOST_TEST(explained("thermom", "kiln").relaxation == Relaxation::prefix);
}

BOOST_AUTO_TEST_CASE(the_section_asked_for_stands_out_even_without_a_word) {
  auto const with_word = explained("kiln", "kiln#cones").sections;
  auto const asked = std::count_if(with_word.begin(), with_word.end(),
                                   [](ExplainedSection const& section) { return section.asked_for; });
  BOOST_TEST(asked == 1);
  auto const without_word = explained("thermometer", "kiln#cones").sections;
  BOOST_REQUIRE(without_word.size() == 2U);
  BOOST_TEST(without_word.back().asked_for);
  BOOST_TEST(without_word.back().score == 0.0);
  BOOST_TEST(explained("kiln", "kiln#nowhere").warnings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_answer_by_date_has_places_but_no_scores) {
  SearchRequest request;
  request.query = "kiln";
  request.sort = SortOrder::oldest;
  auto const explanation = explained(request, "wheel");
  BOOST_TEST(explanation.by_date);
  BOOST_TEST(explanation.rank == 2U);
  BOOST_TEST(explanation.first_stage.empty());
}

BOOST_AUTO_TEST_CASE(posts_beyond_those_that_are_looked_at_are_told_so) {
  std::vector<SamplePost> posts;
  for (int i = 0; i < 140; ++i) {
    posts.push_back(
        {.slug = "p" + std::to_string(i),
         .title = "Post",
         .date = "",
         .categories = {},
         .html = i < 130 ? "<p>alder birch cedar elm fir</p>" : "<p>alder birch cedar elm juniper</p>"});
  }
  SampleStore const store(posts);
  Searcher searcher(store.layout());
  SearchRequest request;
  request.query = "alder birch cedar elm fir";
  auto const last = searcher.explain(request, "p139", kSampleNow);
  BOOST_REQUIRE(last.obstacles.size() == 1U);
  BOOST_TEST(last.obstacles.front().kind == ObstacleKind::candidates);
  request.query = "alder";
  auto const far = searcher.explain(request, "p139", kSampleNow);
  BOOST_TEST(far.rank > 64U);
  BOOST_TEST(far.ranked.parts.empty());
  BOOST_TEST(far.first_stage.size() == 1U);
}

BOOST_DATA_TEST_CASE(a_post_is_found_by_any_name_of_it, boost::unit_test::data::make(kNames), name) {
  auto const explanation = explained("kiln", name.text);
  BOOST_TEST(explanation.url.ends_with(std::string("/") + name.post));
  auto const asked = std::find_if(explanation.sections.begin(), explanation.sections.end(),
                                  [](ExplainedSection const& section) { return section.asked_for; });
  BOOST_TEST((asked != explanation.sections.end()) == (name.anchor[0] != '\0'));
}

BOOST_AUTO_TEST_CASE(an_unknown_name_is_answered_with_near_ones) {
  BOOST_CHECK_EXCEPTION((void)explained("kiln", "https://notes.example/2024/klin"), Error,
                        [](Error const& error) {
                          BOOST_TEST(error.what() == "no post has the URL https://notes.example/2024/klin");
                          BOOST_TEST(error.hint() == "near to it: https://notes.example/2024/kiln");
                          return error.code() == ErrorCode::usage;
                        });
}

BOOST_AUTO_TEST_CASE(a_name_of_several_posts_is_answered_with_them) {
  BOOST_CHECK_EXCEPTION((void)explained("kiln", "loom"), Error, [](Error const& error) {
    BOOST_TEST(error.what() == "the URLs of 2 posts end in loom");
    BOOST_TEST(error.hint().find("https://weben.example/loom") != std::string::npos);
    return error.code() == ErrorCode::usage;
  });
}

BOOST_AUTO_TEST_SUITE_END()
