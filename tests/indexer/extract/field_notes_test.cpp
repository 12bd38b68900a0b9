// Extraction of a real feed: 25 long posts in five styles of markup.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "outline.h"

using namespace pressmark;

namespace {

constexpr auto kFeed = PRESSMARK_SOURCE_DIR "/../shared/feeds/field-notes.xml";

struct Expected {
  std::size_t anchors;
  std::size_t words;  // navigation and the labels of callouts included
};

// In the feed's order.
constexpr Expected kExpected[] = {
    {8, 1438}, {10, 1905}, {38, 10372}, {10, 2961}, {0, 319},  {5, 2624},  {6, 2596}, {6, 3103}, {5, 1977},
    {5, 2275}, {5, 2059},  {5, 2074},   {5, 2758},  {5, 2212}, {5, 2675},  {5, 2645}, {6, 2299}, {6, 2764},
    {6, 2906}, {6, 2677},  {6, 2595},   {5, 2364},  {6, 2352}, {18, 2324}, {5, 2177},
};

// The bodies of the feed's posts, by a search that suffices for this file; empty where it is absent.
std::vector<std::string> bodies() {
  constexpr std::string_view kOpening = "<content:encoded><![CDATA[";
  std::ifstream file(kFeed);
  std::string const xml(std::istreambuf_iterator<char>(file), {});
  std::vector<std::string> result;
  for (auto at = xml.find(kOpening); at != std::string::npos; at = xml.find(kOpening, at)) {
    at += kOpening.size();
    result.push_back(xml.substr(at, xml.find("]]>", at) - at));
  }
  return result;
}

struct Fixture {
  Fixture() {
    if (!std::filesystem::exists(kFeed)) return;
    for (auto const& html : bodies()) articles.push_back(extract_article(html));
  }

  // Says so where there is nothing to test with.
  [[nodiscard]] bool skipped() const {
    if (articles.empty()) BOOST_TEST_MESSAGE("skipped: " << kFeed << " is absent");
    return articles.empty();
  }

  [[nodiscard]] std::vector<Block> blocks() const {
    std::vector<Block> result;
    for (auto const& article : articles) {
      for (auto const& section : article.sections) {
        result.insert(result.end(), section.blocks.begin(), section.blocks.end());
      }
    }
    return result;
  }

  std::vector<Article> articles;
};

std::size_t count_words(Article const& article) {
  std::size_t words = 0;
  for (auto const& section : article.sections) {
    std::string text = section.heading;
    for (auto const& block : section.blocks) (text += ' ') += block.text;
    std::istringstream stream(text);
    words += static_cast<std::size_t>(
        std::distance(std::istream_iterator<std::string>(stream), std::istream_iterator<std::string>()));
  }
  return words;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(field_notes, Fixture)

BOOST_AUTO_TEST_CASE(every_anchor_is_found_once) {
  if (skipped()) return;
  BOOST_TEST_REQUIRE(articles.size() == std::size(kExpected));
  std::size_t total = 0;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    std::multiset<std::string> anchors;
    for (auto const& section : articles[i].sections) {
      if (!section.anchor.empty()) anchors.insert(section.anchor);
    }
    std::set<std::string> const distinct(anchors.begin(), anchors.end());
    BOOST_TEST(anchors.size() == kExpected[i].anchors, "post " << i + 1);
    BOOST_TEST(distinct.size() == anchors.size(), "post " << i + 1);
    total += anchors.size();
  }
  BOOST_TEST(total == 187U);
}

BOOST_AUTO_TEST_CASE(every_anchored_section_has_a_heading) {
  if (skipped()) return;
  for (auto const& article : articles) {
    for (auto const& section : article.sections) {
      if (!section.anchor.empty()) BOOST_TEST(!section.heading.empty(), section.anchor);
    }
  }
}

BOOST_AUTO_TEST_CASE(nearly_all_words_are_kept) {
  if (skipped()) return;
  std::size_t total = 0;
  std::size_t expected_total = 0;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    auto const words = count_words(articles[i]);
    BOOST_TEST(words * 100 >= kExpected[i].words * 96, "post " << i + 1 << ": " << words);
    BOOST_TEST(words <= kExpected[i].words, "post " << i + 1 << ": " << words);
    total += words;
    expected_total += kExpected[i].words;
  }
  BOOST_TEST(total * 100 >= expected_total * 97);
}

BOOST_AUTO_TEST_CASE(no_navigation_is_read) {
  if (skipped()) return;
  for (auto const& block : blocks()) {
    BOOST_TEST(block.text.find("able of contents") == std::string::npos, block.text);
    BOOST_TEST(block.text != "On this page");
    BOOST_TEST(block.text != "Sections");
  }
}

BOOST_AUTO_TEST_CASE(blocks_are_not_glued) {
  if (skipped()) return;
  for (auto const& block : blocks()) {
    BOOST_TEST(block.text.find("discipline.Consent") == std::string::npos);
    BOOST_TEST(block.text.find("×") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(inline_code_is_marked) {
  if (skipped()) return;
  std::set<std::string> distinct;
  for (auto const& article : articles) {
    for (auto const& section : article.sections) {
      for (auto const& block : section.blocks) {
        for (auto const& mark : block.marks) {
          if (mark.kind == MarkKind::code)
            distinct.insert(block.text.substr(mark.begin, mark.end - mark.begin));
        }
      }
    }
  }
  BOOST_TEST(distinct.size() >= 1'020U);
  BOOST_TEST(distinct.size() <= 1'060U);
}

BOOST_AUTO_TEST_CASE(each_structure_is_read_as_what_it_is) {
  if (skipped()) return;
  auto const all = blocks();
  auto const count = [&](BlockKind kind) { return std::ranges::count(all, kind, &Block::kind); };
  BOOST_TEST(count(BlockKind::code) == 208);
  BOOST_TEST(count(BlockKind::cell) == 188 + 53 + 2);  // two hold lists of two
  BOOST_TEST(count(BlockKind::caption) == 76);
  BOOST_TEST(count(BlockKind::heading) == 290 - 13 + 3);
  BOOST_TEST(count(BlockKind::image) == 1);
  BOOST_TEST(count(BlockKind::quote) == 1);
  BOOST_TEST(count(BlockKind::key) >= 31);
}

BOOST_AUTO_TEST_CASE(no_code_is_left_escaped_and_no_markdown_unrendered) {
  if (skipped()) return;
  for (auto const& block : blocks()) {
    if (block.kind == BlockKind::code) {
      BOOST_TEST(block.text.find("&lt;") == std::string::npos, block.text);
    } else {
      BOOST_TEST(block.text.find("**Go") == std::string::npos, block.text);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
