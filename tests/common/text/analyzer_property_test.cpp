// What holds for every text: checked over random mixtures of scripts, punctuation and broken
// bytes, and over a real feed where there is one.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/strings/utf8.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"

using namespace pressmark;

namespace {

constexpr TextKind kKinds[] = {TextKind::prose, TextKind::code};
constexpr int kTexts = 3000;

// What random texts are made of.
constexpr std::string_view kPieces[] = {"a",
                                        "B",
                                        "word",
                                        "Word",
                                        "CAPS",
                                        "camelCase",
                                        "HTTPServer",
                                        "JavaScript",
                                        "utf8",
                                        "3D",
                                        "v1.2",
                                        "4,000",
                                        "0",
                                        "17",
                                        "s",
                                        "ve",
                                        "ll",
                                        "C",
                                        "d",
                                        "qu",
                                        "c++",
                                        "C#",
                                        "NET",
                                        "IDs",
                                        "é",
                                        "É",
                                        "ß",
                                        "ẞ",
                                        "ﬁ",
                                        "Æ",
                                        "ǅ",
                                        "İ",
                                        "ı",
                                        "ø",
                                        "ς",
                                        "Ω",
                                        "й",
                                        "И",
                                        "ё",
                                        "ї",
                                        "한",
                                        "\u1112\u1161\u11AB",
                                        "नि",
                                        "क्ष",
                                        "ع",
                                        "ّ",
                                        "שָ",
                                        "東",
                                        "京",
                                        "か",
                                        "\u3099",
                                        "ガ",
                                        "ｶﾞ",
                                        "ー",
                                        "㍿",
                                        "㋀",
                                        "ไ",
                                        "ำ",
                                        "ั",
                                        "က",
                                        "١",
                                        "²",
                                        "½",
                                        "①",
                                        "Ⅳ",
                                        "㎏",
                                        "™",
                                        "ﷺ",
                                        "\u0301",
                                        "\u0308",
                                        "\u0306",
                                        "\u20E3",
                                        "\u00AD",
                                        "\u200B",
                                        "\u200D",
                                        "\uFE0F",
                                        "\uFEFF",
                                        "\u2011",
                                        "–",
                                        "—",
                                        "’",
                                        "‘",
                                        "“",
                                        "”",
                                        "…",
                                        "·",
                                        "→",
                                        "├",
                                        "🧹",
                                        "🇩🇪",
                                        "\u00A0",
                                        "\u3000",
                                        "ａ",
                                        "Ｂ",
                                        "－",
                                        "．",
                                        "１",
                                        " ",
                                        " ",
                                        " ",
                                        "\n",
                                        "\t",
                                        "-",
                                        "--",
                                        "_",
                                        "__",
                                        ".",
                                        "..",
                                        "/",
                                        "\\",
                                        ":",
                                        "::",
                                        "->",
                                        "@",
                                        "+",
                                        "++",
                                        "#",
                                        "&",
                                        "^",
                                        ",",
                                        "'",
                                        "\"",
                                        "(",
                                        ")",
                                        "[",
                                        "<",
                                        ">",
                                        "=",
                                        "*",
                                        "`",
                                        "~",
                                        "$",
                                        "%",
                                        "!",
                                        "?",
                                        ";",
                                        "|",
                                        "\xFF",
                                        "\xC3",
                                        "\xE2\x80",
                                        "\xED\xA0\x80",
                                        "\xF4\x90\x80\x80",
                                        "\x80",
                                        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"};

std::string random_text(std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> piece(0, std::size(kPieces) - 1);
  std::uniform_int_distribution<int> count(1, 12);
  std::string text;
  for (int i = count(random); i > 0; --i) text += kPieces[piece(random)];
  return text;
}

// Calls `check(text, kind)` for many texts; a failure names the text.
template <typename Check>
void for_each_random_text(Check check) {
  std::mt19937 random(20260410);  // NOLINT: the same texts on every run
  for (int i = 0; i < kTexts; ++i) {
    auto const text = random_text(random);
    BOOST_TEST_CONTEXT(text) {
      for (auto const kind : kKinds) check(text, kind);
    }
  }
}

Analysis analysis_of(std::string_view text, TextKind kind) {
  Analysis analysis;
  Analyzer().analyze(text, kind, analysis);
  return analysis;
}

// Where `rest`, the analysis of what follows byte `from`, differs from the terms of `whole` from
// index `first` on; empty if nowhere.
std::string difference(Analysis const& whole, std::size_t first, Analysis const& rest, std::size_t from) {
  auto const& start = whole.terms()[first];
  if (whole.terms().size() - first != rest.terms().size()) return "number of terms";
  if (whole.positions() - start.position != rest.positions()) return "positions used";
  for (std::size_t i = 0; i < rest.terms().size(); ++i) {
    auto const& a = whole.terms()[first + i];
    auto const& b = rest.terms()[i];
    bool const same = a.begin == b.begin + from && a.end == b.end + from &&
                      a.position - start.position == b.position && a.token - start.token == b.token &&
                      a.span == b.span && a.kind == b.kind && whole.text(a) == rest.text(b);
    if (!same) return "term " + std::string(whole.text(a)) + " against " + std::string(rest.text(b));
  }
  return {};
}

bool starts_token(Analysis const& analysis, std::size_t i) {
  return i == 0 || analysis.terms()[i].token != analysis.terms()[i - 1].token;
}

// The text of the real feed, or nothing.
std::string real_text() {
  std::filesystem::path const file = PRESSMARK_SOURCE_DIR "/../shared/feeds/field-notes.xml";
  if (!std::filesystem::exists(file)) {
    BOOST_TEST_MESSAGE("skipped: no " << file);
    return {};
  }
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(analyzer_property)

BOOST_AUTO_TEST_CASE(terms_are_well_formed) {
  for_each_random_text([](std::string const& text, TextKind kind) {
    auto const analysis = analysis_of(text, kind);
    for (auto const& term : analysis.terms()) {
      auto const form = analysis.text(term);
      BOOST_TEST(!form.empty());
      BOOST_TEST(form.size() <= Analyzer::kMaxTermBytes);
      BOOST_TEST(is_valid_utf8(form));
      BOOST_TEST(std::none_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
      BOOST_TEST(term.begin < term.end);
      BOOST_TEST(term.end <= text.size());
      BOOST_TEST(floor_code_point(text, term.begin) == term.begin);
      BOOST_TEST(floor_code_point(text, term.end) == term.end);
      BOOST_TEST(term.span >= 1);
      BOOST_TEST(term.position + term.span <= analysis.positions());
    }
  });
}

BOOST_AUTO_TEST_CASE(terms_are_ordered_by_token_position_and_begin) {
  for_each_random_text([](std::string const& text, TextKind kind) {
    auto const analysis = analysis_of(text, kind);
    auto const& terms = analysis.terms();
    for (std::size_t i = 1; i < terms.size(); ++i) {
      BOOST_TEST(terms[i - 1].token <= terms[i].token);
      BOOST_TEST(terms[i - 1].position <= terms[i].position);
      if (terms[i - 1].position == terms[i].position) BOOST_TEST(terms[i - 1].begin <= terms[i].begin);
    }
  });
}

BOOST_AUTO_TEST_CASE(analysis_from_any_token_gives_the_same_terms) {
  for_each_random_text([](std::string const& text, TextKind kind) {
    auto const whole = analysis_of(text, kind);
    for (std::size_t i = 0; i < whole.terms().size(); ++i) {
      if (!starts_token(whole, i)) continue;
      auto const from = whole.terms()[i].begin;
      BOOST_TEST_CONTEXT("from byte " << from) {
        BOOST_TEST(difference(whole, i, analysis_of(std::string_view(text).substr(from), kind), from) == "");
      }
    }
  });
}

BOOST_AUTO_TEST_CASE(analysis_from_any_token_of_a_real_feed_gives_the_same_terms) {
  constexpr std::size_t kStarts = 40;
  auto const text = real_text();
  for (auto const kind : kKinds) {
    auto const whole = analysis_of(text, kind);
    auto const step = whole.terms().size() / kStarts + 1;
    for (std::size_t i = 0; i < whole.terms().size(); i += step) {
      while (!starts_token(whole, i)) --i;
      auto const from = whole.terms()[i].begin;
      BOOST_TEST(difference(whole, i, analysis_of(std::string_view(text).substr(from), kind), from) == "");
      while (i + 1 < whole.terms().size() && !starts_token(whole, i + 1)) ++i;
    }
  }
}

BOOST_AUTO_TEST_CASE(a_word_analysed_again_is_itself) {
  for_each_random_text([](std::string const& text, TextKind kind) {
    auto const analysis = analysis_of(text, kind);
    for (auto const& term : analysis.terms()) {
      if (term.kind != TermKind::word) continue;
      auto const again = analysis_of(analysis.text(term), kind);
      BOOST_TEST_CONTEXT("word " << analysis.text(term)) {
        BOOST_TEST_REQUIRE(again.terms().size() >= 1u);
        auto const& main = *std::find_if(again.terms().begin(), again.terms().end(),
                                         [](Term const& t) { return t.kind != TermKind::alternate; });
        BOOST_TEST(again.positions() == 1u);
        BOOST_TEST(again.text(main) == analysis.text(term));
      }
    }
  });
}

BOOST_AUTO_TEST_CASE(invisible_characters_inside_words_change_nothing_but_offsets) {
  for_each_random_text([](std::string const& text, TextKind kind) {
    auto const is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    std::string hyphenated;
    for (std::size_t i = 0; i < text.size(); ++i) {
      hyphenated += text[i];
      if (i + 1 < text.size() && is_lower(text[i]) && is_lower(text[i + 1])) hyphenated += "\u00AD";
    }
    auto const plain = analysis_of(text, kind);
    auto const soft = analysis_of(hyphenated, kind);
    BOOST_TEST_REQUIRE(plain.terms().size() == soft.terms().size());
    for (std::size_t i = 0; i < plain.terms().size(); ++i) {
      auto const& a = plain.terms()[i];
      auto const& b = soft.terms()[i];
      BOOST_TEST(plain.text(a) == soft.text(b));
      BOOST_TEST((a.kind == b.kind && a.position == b.position && a.token == b.token && a.span == b.span));
    }
  });
}

BOOST_AUTO_TEST_CASE(folding_twice_changes_nothing) {
  for_each_random_text([](std::string const& text, TextKind) {
    auto const folded = fold(text);
    BOOST_TEST(is_valid_utf8(folded));
    BOOST_TEST(fold(folded) == folded);
  });
}

BOOST_AUTO_TEST_CASE(folded_text_gives_the_words_of_the_text_itself) {
  for (std::string_view const text :
       {"Façade and “résumé”", "STRAßE ﬁn", "Wi\u2011Fi don’t", "東京 ガス", "soft\u00ADhyphen"}) {
    auto const original = analysis_of(text, TextKind::prose);
    auto const folded = analysis_of(fold(text), TextKind::prose);
    std::string a, b;
    for (auto const& term : original.terms())
      if (term.kind == TermKind::word) a += std::string(original.text(term)) + " ";
    for (auto const& term : folded.terms())
      if (term.kind == TermKind::word) b += std::string(folded.text(term)) + " ";
    BOOST_TEST(a == b);
  }
}

BOOST_AUTO_TEST_CASE(all_scalar_values_are_analysed) {
  std::string text;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    append_utf8(text, c);
    if (c % 7 == 0) text += ' ';
  }
  auto const analysis = analysis_of(text, TextKind::prose);
  BOOST_TEST(std::all_of(analysis.terms().begin(), analysis.terms().end(),
                         [&](Term const& term) { return is_valid_utf8(analysis.text(term)); }));
}

BOOST_AUTO_TEST_CASE(a_letter_under_a_mark_of_another_script_is_a_letter) {
  Analysis analysis;
  for (auto const* const text : {"c\uD7CA", "b\u109C", "x c\uD7CA y"}) {
    Analyzer().analyze(text, TextKind::prose, analysis);
    BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(!analysis.terms().empty());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
