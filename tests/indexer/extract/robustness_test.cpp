// Any bytes give an article that keeps its promises, at a cost that follows their number.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "outline.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string result;
  result.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += piece;
  return result;
}

bool between_code_points(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

bool is_trimmed_line(std::string_view text) {
  return text == trim(text) && text.find_first_of("\n\r\t") == std::string_view::npos &&
         text.find("  ") == std::string_view::npos;
}

bool are_sound(std::vector<Mark> const& marks, std::string_view text) {
  return std::ranges::is_sorted(marks, {}, &Mark::begin) && std::ranges::all_of(marks, [&](Mark const& mark) {
           return mark.begin < mark.end && mark.end <= text.size() && between_code_points(text, mark.begin) &&
                  between_code_points(text, mark.end);
         });
}

bool is_sound(Block const& block) {
  bool const shape =
      block.kind == BlockKind::code ? block.text == trim(block.text) : is_trimmed_line(block.text);
  return shape && !block.text.empty() && is_valid_utf8(block.text) && are_sound(block.marks, block.text);
}

bool is_sound(Section const& section) {
  bool const empty = section.heading.empty() && section.blocks.empty();
  return !empty && is_valid_utf8(section.anchor) && is_valid_utf8(section.heading) &&
         is_trimmed_line(section.heading) && section.heading.empty() == (section.level == 0) &&
         section.level <= 6 && are_sound(section.heading_marks, section.heading) &&
         std::ranges::all_of(section.blocks, [](Block const& block) { return is_sound(block); });
}

bool is_sound(Article const& article) {
  return std::ranges::all_of(article.sections, [](Section const& section) { return is_sound(section); });
}

struct Flood {
  char const* piece;
  std::size_t times;
};

// About a megabyte each. Parsed as they are, most would take minutes or gigabytes.
Flood const kFloods[] = {
    {"<div>", 200'000},
    {"<b>", 330'000},
    {"<a href=x>", 100'000},
    {"<p><b id=x><i>", 70'000},
    {"<ul><li>", 120'000},
    {"<li><dd>", 120'000},
    {"<table><td>", 90'000},
    {"<div><object></div>", 50'000},
    {"<span><div></span>", 50'000},
    {"<h1><a>", 140'000},
    {"<rt>", 250'000},
    {"<svg>", 200'000},
    {"<svg><a>", 120'000},
    {"<math><td>", 100'000},
    {"<select><option>", 60'000},
    {"<option><a>", 90'000},
    {"<template>", 100'000},
    {"<foo>", 200'000},
    {"<section id=a>", 70'000},
    {"<div id=a>", 100'000},
    {"<div class=ln>", 70'000},
    {"<footer>", 120'000},
    {"<sup>", 200'000},
    {"</p>", 250'000},
    {"</div>", 160'000},
    {"<!", 500'000},
    {"<!--", 250'000},
    {"<", 1'000'000},
    {"<a b=\"", 150'000},
    {"&amp;lt;", 120'000},
    {"*a ", 330'000},
    {"`a ", 330'000},
    {"<x/>", 250'000},
    {"<svg><select>", 70'000},
    {"\xFF", 500'000},
    {"\xE2\x80", 300'000},
};

std::string const kSeeds[] = {
    "<section id=a><h2>Oil <code>lamp</code> <a href=#a>#</a></h2><p>A <dfn>wick</dfn> is <mark>a "
    "“cord”</mark>.</p>"
    "<ul><li>One<ul><li>**Two**</ul></ul></section>",
    "<aside class=callout><strong>Tip:</strong> use `oil`</aside><pre>a &amp;lt; "
    "b\n\tc</pre><table><tr><td>1<td>2"
    "</table><p><a href=/x>Buy</a></p>",
    "<div style='display:flex'><span>×</span><span>é&nbsp;→ 灯</span></div><svg><path/></svg><q>x</q><br><hr>"
    "<img alt='one two three'><math><mi>x</mi></math><ruby>a<rt>b</ruby>",
    "<!DOCTYPE "
    "html><html><head><title>t</title></head><body><form><h1>x</h1></form><select><option>y</select>"
    "<template><p>z</template><details><summary>s</summary></details></body></html>",
};

std::string mutated(std::string text, std::mt19937& random) {
  constexpr std::string_view kPieces[] = {"<",
                                          ">",
                                          "</",
                                          "&",
                                          "\"",
                                          "<p>",
                                          "</p>",
                                          "<b>",
                                          "<code>",
                                          "\xC3",
                                          "*",
                                          "`",
                                          "**",
                                          "\n",
                                          "&nbsp;",
                                          "<h3>",
                                          "<a name=x>",
                                          "\xC2\xA0",
                                          std::string_view("\0", 1),
                                          "<td>",
                                          "<!--",
                                          "-->",
                                          "/>",
                                          "<table>",
                                          "</section>",
                                          "<mark>"};
  auto const below = [&](std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
  };
  for (auto changes = 1 + below(12); changes > 0 && !text.empty(); --changes) {
    auto const at = below(text.size());
    switch (below(4)) {
      case 0:
        text.erase(at, 1 + below(8));
        break;
      case 1:
        text.insert(at, kPieces[below(std::size(kPieces))]);
        break;
      case 2:
        text[at] = static_cast<char>(below(256));
        break;
      default:
        text.insert(at, text.substr(below(text.size()), below(40)));
        break;
    }
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(robustness)

BOOST_DATA_TEST_CASE(floods_of_markup_end, boost::unit_test::data::make(kFloods), flood) {
  BOOST_TEST(is_sound(extract_article(repeated(flood.piece, flood.times))));
}

BOOST_AUTO_TEST_CASE(a_tag_may_have_100_000_attributes) {
  std::string html = "<p id=first";
  for (int i = 0; i < 100'000; ++i) html += " a" + std::to_string(i) + "='<x>'";
  auto const article = extract_article(html + ">Lit.</p><p>Still.</p>");
  BOOST_TEST(joined(blocks_of(article), ", ") == "text: Lit., text: Still.");
  BOOST_TEST(!article.truncated);
}

BOOST_AUTO_TEST_CASE(formatting_left_open_is_not_repeated_without_end) {
  std::string html = "<p>";
  for (int i = 0; i < 500; ++i) html += "<font size=" + std::to_string(i) + ">";
  auto const article = extract_article(html + "</p>" + repeated("<p>x", 2'000));
  BOOST_TEST(article.sections.front().blocks.size() == 2'000U);
}

BOOST_AUTO_TEST_CASE(text_nested_too_deeply_stays_without_its_elements) {
  auto const article =
      extract_article("<p>Top.</p>" + repeated("<div>", 20) + "<pre>a\nb</pre><p>End.</p>", 10);
  BOOST_TEST(joined(blocks_of(article), ", ") == "text: Top., text: a b, text: End.");
  BOOST_TEST(article.truncated);
}

BOOST_AUTO_TEST_CASE(nesting_up_to_the_limit_is_kept) {
  auto const html = repeated("<div>", 9) + "<blockquote>Deep</blockquote>" + repeated("</div>", 9);
  auto const article = extract_article(html + html, 10);
  BOOST_TEST(joined(blocks_of(article), ", ") == "quote: Deep, quote: Deep");
  BOOST_TEST(!article.truncated);
}

BOOST_AUTO_TEST_CASE(elements_whose_end_tags_may_be_missing_do_not_count_as_nested) {
  auto const list = "<ul>" + repeated("<li>x", 600) + "</ul><dl>" + repeated("<dt>y<dd>z", 600) + "</dl>";
  auto const table = "<table>" + repeated("<tr><td>a<th>b", 600) + "</table>";
  auto const ruby = repeated("<ruby>c<rt>d</ruby>", 600);
  auto const article =
      extract_article(list + table + ruby + repeated("<p>e<br><img src=x>", 600) + "<mspace/>");
  BOOST_TEST(!article.truncated);
}

BOOST_AUTO_TEST_CASE(invalid_bytes_become_replacement_characters) {
  auto const article = extract_article("<p>oil \xFF\xC3 lamp \xED\xA0\x80</p>");
  BOOST_TEST(is_sound(article));
  BOOST_TEST(article.sections.front().blocks.front().text.starts_with("oil \uFFFD\uFFFD lamp"));
}

BOOST_AUTO_TEST_CASE(nul_bytes_are_survived) {
  auto const article = extract_article(std::string_view("<p>o\0il</p>\0<p>lamp</p>", 24));
  BOOST_TEST(is_sound(article));
  BOOST_TEST(article.sections.front().blocks.back().text == "lamp");
}

BOOST_AUTO_TEST_CASE(mutated_html_gives_sound_articles) {
  std::mt19937 random(20240217);
  for (int round = 0; round < 4'000; ++round) {
    auto const& seed = kSeeds[static_cast<std::size_t>(round) % std::size(kSeeds)];
    auto const html = mutated(seed, random);
    BOOST_TEST_REQUIRE(is_sound(extract_article(html)), "seed " << round << ": " << html);
    auto const line = html_to_text(html);
    BOOST_TEST_REQUIRE((is_trimmed_line(line) && is_valid_utf8(line)), "seed " << round << ": " << html);
  }
}

BOOST_AUTO_TEST_SUITE_END()
