// Which section of a post answers best.
#include "searcher/match/section_ranking.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using namespace pressmark;

namespace {

// A plan of single words, each with an exact form, a stem form and a form in code.
QueryPlan plan_of(std::vector<std::string> const& words) {
  QueryPlan plan;
  for (auto const& word : words) {
    PlannedUnit unit;
    unit.text = word;
    unit.weight = 1;
    for (auto const kind : {FormKind::exact, FormKind::stem}) {
      unit.forms.push_back(static_cast<std::uint16_t>(plan.forms.size()));
      plan.forms.push_back({word, word, kind, false});
    }
    unit.forms.push_back(static_cast<std::uint16_t>(plan.forms.size()));
    plan.forms.push_back({"XC" + word, word, FormKind::exact, true});
    plan.units.push_back(unit);
  }
  return plan;
}

enum Form { exact, stem, code };

Occurrence at(std::uint32_t position, std::uint16_t unit, Form form = exact) {
  return {
      .position = position, .unit = unit, .form = static_cast<std::uint16_t>(unit * 3 + form), .leads = true};
}

// Title at 1–9, summary at 40–60, then sections of 200 positions with headings of 4.
Outline outline_of(std::size_t sections) {
  Outline outline;
  outline.title = {1, 10};
  outline.summary = {40, 60};
  for (std::uint32_t i = 0; i < sections; ++i) {
    SectionOutline section;
    section.all = {100 + i * 200, 300 + i * 200};
    section.heading = {100 + i * 200, 104 + i * 200};
    section.words = 150;
    outline.sections.push_back(section);
  }
  return outline;
}

std::size_t best_section(QueryPlan const& plan, std::vector<Occurrence> const& occurrences) {
  auto const post = score_post(plan, occurrences, {}, outline_of(3), {});
  BOOST_REQUIRE(!post.sections.empty());
  return post.sections.front().section;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(section_ranking)

BOOST_AUTO_TEST_CASE(a_section_with_all_words_beats_one_that_repeats_a_single_word) {
  auto const plan = plan_of({"log", "compaction"});
  BOOST_TEST(best_section(plan, {at(120, 0), at(125, 0), at(130, 0), at(135, 0), at(320, 0), at(380, 1)}) ==
             1u);
}

BOOST_AUTO_TEST_CASE(a_heading_outweighs_a_mention) {
  auto const plan = plan_of({"retention"});
  BOOST_TEST(best_section(plan, {at(150, 0), at(160, 0), at(301, 0), at(350, 0)}) == 1u);
}

BOOST_AUTO_TEST_CASE(words_side_by_side_beat_words_far_apart) {
  auto const plan = plan_of({"blast", "radius"});
  BOOST_TEST(best_section(plan, {at(120, 0), at(200, 1), at(350, 0), at(351, 1)}) == 1u);
}

BOOST_AUTO_TEST_CASE(the_order_of_the_query_counts) {
  auto const plan = plan_of({"state", "machine"});
  BOOST_TEST(best_section(plan, {at(120, 1), at(121, 0), at(350, 0), at(351, 1)}) == 1u);
}

BOOST_AUTO_TEST_CASE(the_word_as_typed_beats_another_form_of_it) {
  auto const plan = plan_of({"indexes"});
  BOOST_TEST(best_section(plan, {at(150, 0, stem), at(350, 0, exact)}) == 1u);
}

BOOST_AUTO_TEST_CASE(prose_beats_code) {
  auto const plan = plan_of({"retry"});
  BOOST_TEST(best_section(plan, {at(150, 0, code), at(350, 0, exact)}) == 1u);
}

BOOST_AUTO_TEST_CASE(the_title_is_scored_apart_from_the_sections) {
  auto const plan = plan_of({"engine", "brain"});
  auto const post = score_post(plan, {at(2, 0), at(4, 1)}, {}, outline_of(2), {});
  BOOST_TEST(post.title == 1.0);
  BOOST_TEST(post.coverage == 1.0);
  BOOST_TEST(post.sections.empty());
  BOOST_TEST(post.title_only);
}

BOOST_AUTO_TEST_CASE(coverage_is_the_share_of_the_weight_of_the_words_found) {
  auto plan = plan_of({"common", "rare"});
  plan.units[1].weight = 3;
  auto const post = score_post(plan, {at(150, 0)}, {}, outline_of(1), {});
  BOOST_TEST(post.coverage == 0.25);
  BOOST_TEST(post.units[0]);
  BOOST_TEST(!post.units[1]);
}

BOOST_AUTO_TEST_CASE(a_heading_with_a_part_of_a_compound_breaks_the_tie) {
  auto plan = plan_of({"solve_dependencies"});
  plan.units[0].heading_parts = {"XHdependencies"};
  std::vector<Occurrence> const occurrences{at(150, 0), at(350, 0), at(550, 0)};
  auto const outline = outline_of(3);
  BOOST_TEST(score_post(plan, occurrences, {}, outline, {}).sections.front().section == 0u);
  BOOST_TEST(score_post(plan, occurrences, {{301, 0}}, outline, {}).sections.front().section == 1u);
  // Outside of the section's own heading it says nothing.
  BOOST_TEST(score_post(plan, occurrences, {{340, 0}}, outline, {}).sections.front().section == 0u);
}

BOOST_AUTO_TEST_CASE(a_query_is_near_a_title_of_about_its_own_words) {
  auto const plan = plan_of({"log", "compaction", "guide"});
  auto const near_title = [&](std::uint32_t title_words, std::vector<Occurrence> const& occurrences) {
    auto outline = outline_of(1);
    outline.title = {1, 1 + title_words};
    return score_post(plan, occurrences, {}, outline, {}).near_title;
  };
  std::vector<Occurrence> const all{at(1, 0), at(2, 1), at(3, 2)};
  BOOST_TEST(near_title(3, all) == 1);
  BOOST_TEST(near_title(4, all) < 1);
  BOOST_TEST(near_title(4, all) > near_title(5, all));
  BOOST_TEST(near_title(9, all) == 0);           // a topic of a longer title
  BOOST_TEST(near_title(1, {at(1, 1)}) == 0);    // a title of one of the words
  BOOST_TEST(near_title(3, {at(120, 0)}) == 0);  // not in the title
  BOOST_TEST(near_title(3, {at(1, 0), at(1, 0, stem), at(2, 1), at(3, 2)}) == 1);  // two forms in one place
}

BOOST_AUTO_TEST_SUITE_END()
