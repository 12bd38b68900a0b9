// Snippets and highlights from positions.
#include "searcher/passage/snippet.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "common/text/analyzer.h"

using namespace pressmark;

namespace {

constexpr std::uint32_t kSectionStart = 100;
constexpr std::uint32_t kGap = 8;

// A section as indexing would lay it out, and the occurrences of words in it.
struct Indexed {
  RecordSection section;
  std::string text;
  QueryPlan plan;
  std::vector<Occurrence> occurrences;
};

struct TestBlock {
  BlockKind kind;
  std::string text;
};

Indexed index(std::vector<TestBlock> const& blocks, std::vector<std::string> const& words) {
  Indexed indexed;
  for (auto const& word : words) {
    PlannedUnit unit;
    unit.weight = 1;
    unit.forms.push_back(static_cast<std::uint16_t>(indexed.plan.forms.size()));
    indexed.plan.forms.push_back({word, word, FormKind::exact, false});
    indexed.plan.units.push_back(unit);
  }
  Analyzer const analyzer;
  Analysis analysis;
  auto position = kSectionStart;
  indexed.section.first_position = position;
  for (auto const& block : blocks) {
    position += kGap;
    if (!indexed.text.empty()) indexed.text += '\n';
    auto const byte = static_cast<std::uint32_t>(indexed.text.size());
    indexed.text += block.text;
    indexed.section.blocks.push_back({block.kind, static_cast<std::uint32_t>(block.text.size()), position});
    analyzer.analyze(block.text, block.kind == BlockKind::code ? TextKind::code : TextKind::prose, analysis);
    std::uint32_t sampled = 0;
    for (auto const& term : analysis.terms()) {
      if (term.position >= sampled + kSamplePositions && term.kind != TermKind::joined) {
        sampled = term.position;
        indexed.section.samples.push_back({position + term.position, byte + term.begin});
      }
      for (std::uint16_t form = 0; form < indexed.plan.forms.size(); ++form) {
        if (indexed.plan.forms[form].text == analysis.text(term)) {
          indexed.occurrences.push_back({position + term.position, form, form, true});
        }
      }
    }
    position += analysis.positions();
  }
  return indexed;
}

Boilerplate const kNothing;

// Of a site that repeats `sentences`.
Boilerplate repeating(std::vector<std::string> const& sentences) {
  Boilerplate boilerplate;
  Analysis analysis;
  std::vector<Shingle> shingles;
  for (auto const& sentence : sentences) {
    Analyzer().analyze(sentence, TextKind::prose, analysis);
    find_shingles(analysis, shingles);
    for (auto const& shingle : shingles)
      boilerplate.shingles.push_back(shingle_of_site(short_hash("site"), shingle.hash));
  }
  std::sort(boilerplate.shingles.begin(), boilerplate.shingles.end());
  return boilerplate;
}

Snippet make_snippet(Indexed const& indexed, Boilerplate const& boilerplate, std::size_t max_bytes = 120,
                     std::size_t fragments = 1) {
  Highlighter highlighter(indexed.plan);
  return SnippetMaker(indexed.plan, highlighter, {boilerplate, "site"}, {max_bytes, fragments})
      .snippet(indexed.section, indexed.text, indexed.occurrences);
}

HighlightedText snippet_of(Indexed const& indexed, std::size_t max_bytes = 120) {
  return make_snippet(indexed, kNothing, max_bytes).text;
}

std::string lead_of(std::string const& text, Boilerplate const& boilerplate) {
  QueryPlan const plan;
  Highlighter highlighter(plan);
  return SnippetMaker(plan, highlighter, {boilerplate, "site"}, {60}).lead(text, 1, {}).text;
}

std::vector<std::string> highlighted(HighlightedText const& text) {
  std::vector<std::string> words;
  for (auto const& range : text.highlights)
    words.push_back(text.text.substr(range.begin, range.end - range.begin));
  return words;
}

std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "filler" + std::to_string(i % 7) + (i % 12 == 11 ? ". Next " : " ");
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(snippet)

BOOST_AUTO_TEST_CASE(the_window_with_most_distinct_words_is_shown) {
  auto const indexed = index({{BlockKind::text, "The log is long, the log is old, the log is full."},
                              {BlockKind::text, "Compaction keeps the log small."}},
                             {"log", "compaction"});
  auto const found = snippet_of(indexed, 60);
  BOOST_TEST(found.text == "Compaction keeps the log small.");
  BOOST_TEST(highlighted(found) == (std::vector<std::string>{"Compaction", "log"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(several_fragments_are_shown_in_the_order_of_the_text) {
  auto const indexed = index({{BlockKind::text, "Compaction keeps files small. " + filler(40)},
                              {BlockKind::text, "The log is old."},
                              {BlockKind::text, filler(40) + " Here the log meets compaction at last."}},
                             {"log", "compaction"});
  auto const found = make_snippet(indexed, kNothing, 40, 3).text;
  BOOST_TEST(found.text.starts_with("Compaction keeps files small."), found.text);
  BOOST_TEST(found.text.find(" … The log is old.") != std::string::npos, found.text);
  BOOST_TEST(found.text.ends_with(" the log meets compaction at last."), found.text);
  BOOST_TEST(highlighted(found) == (std::vector<std::string>{"Compaction", "log", "log", "compaction"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(there_are_no_more_fragments_than_asked_for_and_none_twice) {
  auto const indexed = index({{BlockKind::text, "The log, the log and the log. " + filler(30)},
                              {BlockKind::text, filler(30) + " A log again."}},
                             {"log"});
  auto const count = [&](std::size_t fragments) {
    auto const text = make_snippet(indexed, kNothing, 60, fragments).text.text;
    std::size_t breaks = 0;
    for (auto at = text.find(" … "); at != std::string::npos; at = text.find(" … ", at + 1)) ++breaks;
    return breaks + 1;
  };
  BOOST_TEST(count(1) == 1U);
  BOOST_TEST(count(2) == 2U);
  BOOST_TEST(count(9) == 2U);
}

BOOST_AUTO_TEST_CASE(a_match_deep_inside_a_long_block_is_found_and_highlighted) {
  for (int before : {10, 63, 64, 65, 200, 700}) {
    auto const indexed =
        index({{BlockKind::text, filler(before) + "the needle lies here. " + filler(90)}}, {"needle"});
    auto const found = snippet_of(indexed);
    BOOST_TEST_CONTEXT(before << " words before: " << found.text) {
      BOOST_TEST(highlighted(found) == (std::vector<std::string>{"needle"}),
                 boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(a_match_is_highlighted_however_short_the_snippet_is) {
  for (int before = 40; before < 200; before += 7) {
    auto const indexed =
        index({{BlockKind::text, filler(before) + "the needle lies here. " + filler(90)}}, {"needle"});
    BOOST_TEST(highlighted(snippet_of(indexed, 40)) == (std::vector<std::string>{"needle"}),
               boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_word_in_the_plan_that_did_not_match_there_is_not_highlighted) {
  auto indexed = index({{BlockKind::text, "One needle here and one needle there."}}, {"needle"});
  indexed.occurrences.pop_back();
  BOOST_TEST(snippet_of(indexed).highlights.size() == 1u);
}

BOOST_AUTO_TEST_CASE(prose_is_preferred_to_code) {
  auto const indexed = index(
      {{BlockKind::code, "needle = find(needle)"}, {BlockKind::text, "A needle in prose."}}, {"needle"});
  BOOST_TEST(snippet_of(indexed, 30).text == "A needle in prose.");
}

BOOST_AUTO_TEST_CASE(a_short_block_is_shown_with_what_follows) {
  auto const indexed = index(
      {{BlockKind::cell, "Needle"}, {BlockKind::cell, "found in one step"}, {BlockKind::cell, "or in two"}},
      {"needle"});
  BOOST_TEST(snippet_of(indexed).text == "Needle found in one step or in two");
}

BOOST_AUTO_TEST_CASE(highlights_reach_into_the_blocks_shown_with_a_short_one) {
  auto const indexed = index({{BlockKind::cell, "Needle, haystack"}, {BlockKind::cell, "and one needle"}},
                             {"needle", "haystack"});
  BOOST_TEST(highlighted(snippet_of(indexed)) == (std::vector<std::string>{"Needle", "haystack", "needle"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(lines_become_spaces) {
  auto const indexed = index({{BlockKind::code, "first line\n\tneedle line"}}, {"needle"});
  BOOST_TEST(snippet_of(indexed).text == "first line  needle line");
}

BOOST_AUTO_TEST_CASE(a_cut_end_shows_an_ellipsis) {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "w" + std::to_string(i) + " ";
  auto const indexed = index({{BlockKind::text, words + "needle " + words + "end"}}, {"needle"});
  auto const found = snippet_of(indexed);
  BOOST_TEST(found.text.starts_with("…"));
  BOOST_TEST(found.text.ends_with("…"));
  BOOST_TEST(highlighted(found) == (std::vector<std::string>{"needle"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(without_a_match_the_head_is_shown) {
  auto const indexed = index({{BlockKind::text, "The head of the section. And more."}}, {"absent"});
  auto const found = snippet_of(indexed);
  BOOST_TEST(found.text == "The head of the section. And more.");
  BOOST_TEST(found.highlights.empty());
}

BOOST_AUTO_TEST_CASE(the_words_of_a_phrase_are_one_highlight) {
  auto indexed = index({{BlockKind::text, "First rename then delete the file; never delete first."}},
                       {"rename", "then", "delete"});
  // One unit, whose words follow one another once.
  std::vector<Occurrence> phrase(indexed.occurrences.begin(), indexed.occurrences.begin() + 3);
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    phrase[i].unit = 0;
    phrase[i].leads = i == 0;
  }
  indexed.occurrences = phrase;
  BOOST_TEST(highlighted(snippet_of(indexed)) == (std::vector<std::string>{"rename then delete"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(another_place_of_a_word_is_shown_than_a_repeated_sentence) {
  auto const repeated = repeating({"I am Ada, a needle maker by trade."});
  auto const indexed = index({{BlockKind::text, "Hello. I am Ada, a needle maker by trade. And more."},
                              {BlockKind::text, "Later one needle lies in the hay."}},
                             {"needle", "maker"});
  auto const found = make_snippet(indexed, repeated, 40);
  BOOST_TEST(found.text.text == "Later one needle lies in the hay.");
  BOOST_TEST(highlighted(found.text) == (std::vector<std::string>{"needle"}),
             boost::test_tools::per_element());
  BOOST_TEST(found.passed_over);
  BOOST_TEST(found.repeated_score > found.score);
}

BOOST_AUTO_TEST_CASE(a_repeated_sentence_ends_the_text_shown_on_either_side) {
  auto const repeated = repeating({"Subscribe to the letter of this site."});
  auto const before =
      index({{BlockKind::text, "A needle lies here. Subscribe to the letter of this site."}}, {"needle"});
  BOOST_TEST(snippet_of(before).text == before.text);
  BOOST_TEST(make_snippet(before, repeated).text.text == "A needle lies here.");
  auto const after =
      index({{BlockKind::text, "Subscribe to the letter of this site. A needle lies here."}}, {"needle"});
  BOOST_TEST(make_snippet(after, repeated).text.text == "A needle lies here.");
  BOOST_TEST(highlighted(make_snippet(after, repeated).text) == (std::vector<std::string>{"needle"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_short_block_is_not_shown_with_a_repeated_one) {
  auto const repeated = repeating({"Start a conversation"});
  auto const indexed =
      index({{BlockKind::text, "One needle."}, {BlockKind::text, "Start a conversation →"}}, {"needle"});
  BOOST_TEST(make_snippet(indexed, repeated).text.text == "One needle.");
}

BOOST_AUTO_TEST_CASE(where_words_stand_in_repeated_sentences_only_the_head_without_them_is_made) {
  auto const repeated = repeating({"I am Ada, a needle maker by trade."});
  auto const indexed =
      index({{BlockKind::text, "I am Ada, a needle maker by trade. The log is long."}}, {"needle"});
  auto const found = make_snippet(indexed, repeated);
  BOOST_TEST(found.text.text == "The log is long.");
  BOOST_TEST(found.passed_over);
  BOOST_TEST(found.score == 0);
}

BOOST_AUTO_TEST_CASE(a_match_beside_the_repeated_words_of_a_sentence_does_not_ask_for_them) {
  auto const repeated = repeating({"I am Ada, a needle maker"});
  auto const indexed =
      index({{BlockKind::text, "I am Ada, a needle maker, and this is about logs."}}, {"logs"});
  auto const found = make_snippet(indexed, repeated);
  BOOST_TEST(found.passed_over);
  BOOST_TEST(found.repeated_score == 0);
}

BOOST_AUTO_TEST_CASE(a_lead_begins_after_what_is_repeated) {
  auto const repeated =
      repeating({"I am Ada, a needle maker by trade.", "Subscribe to the letter of this site."});
  struct {
    std::string text;
    std::string lead;
  } const cases[] = {
      {"I am Ada, a needle maker by trade. The log is long.", "The log is long."},
      {"The log is long.\nSubscribe to the letter of this site.", "The log is long."},
      {"Subscribe to the letter of this site.\nThe log is long.\nIt is old.", "The log is long. It is old."},
      {"I am Ada, a needle maker by trade. Subscribe to the letter of this site.", ""},
      {"", ""},
  };
  for (auto const& [text, lead] : cases) BOOST_TEST(lead_of(text, repeated) == lead);
}

BOOST_AUTO_TEST_SUITE_END()
