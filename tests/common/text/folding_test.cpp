// Folding, and the keys under which names and titles compare equal.
#include <boost/test/unit_test.hpp>
#include <string_view>

#include "common/text/fold.h"

using namespace pressmark;

namespace {

struct Case {
  std::string_view text, folded;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(folding)

BOOST_AUTO_TEST_CASE(case_accents_ligatures_and_width_disappear) {
  constexpr Case kCases[] = {
      {"", ""},
      {"Façade FACADE", "facade facade"},
      {"fac\u0327ade", "facade"},
      {"ﬁn STRAßE", "fin strasse"},
      {"ＦＵＬＬ　Ｗｉｄｔｈ", "full width"},
      {"H²", "h2"},
      {"Ørsted, Łódź, Þór, œuvre", "orsted, lodz, thor, oeuvre"},
      {"İstanbul ısı", "istanbul isi"},
      {"Ελλάδα ΟΔΟΣ ὀδός", "ελλαδα οδοσ οδοσ"},
      {"Ёлка", "елка"},
      {"שָׁלוֹם مُحَمَّد", "שלום محمد"},
  };
  for (auto const& c : kCases) BOOST_TEST(fold(c.text) == c.folded);
}

BOOST_AUTO_TEST_CASE(marks_that_make_another_letter_stay) {
  for (std::string_view const letters : {"й", "ї", "ў", "が", "パ", "한", "हिन्दी", "ไทยน้อย"}) {
    BOOST_TEST(fold(letters) == letters);
  }
}

BOOST_AUTO_TEST_CASE(hyphens_and_apostrophes_become_ascii_and_invisible_characters_go) {
  constexpr Case kCases[] = {
      {"Wi\u2011Fi back\u2010pressure", "wi-fi back-pressure"},
      {"don’t ‘quoted’ ʼn", "don't 'quoted' 'n"},
      {"soft\u00ADhyphen zero\u200Bwidth\uFEFF", "softhyphen zerowidth"},
      {"12–18 — “so”", "12–18 — “so”"},
      {"Name™", "name™"},
  };
  for (auto const& c : kCases) BOOST_TEST(fold(c.text) == c.folded);
}

BOOST_AUTO_TEST_CASE(invalid_bytes_become_replacement_characters) {
  BOOST_TEST(fold("a\xFFz") == "a\uFFFDz");
  BOOST_TEST(fold("caf\xC3") == "caf\uFFFD");
}

BOOST_AUTO_TEST_CASE(names_compare_by_letters_and_digits) {
  constexpr Case kCases[] = {
      {"softwareDesign", "softwaredesign"},
      {"Software Design", "softwaredesign"},
      {"software-design", "softwaredesign"},
      {"Décor & Wi\u2011Fi", "decorwifi"},
      {"C++", "c++"},
      {"C#", "c#"},
      {"C", "c"},
      {"Web 2.0", "web20"},
      {"日本 語", "日本語"},
      {"", ""},
      {"🎉", "🎉"},
      {"!?", "!?"},
  };
  for (auto const& c : kCases) BOOST_TEST(name_key(c.text) == c.folded);
}

BOOST_AUTO_TEST_CASE(titles_compare_by_words) {
  constexpr Case kCases[] = {
      {"Don’t repeat — yourself!", "dont repeat yourself"},
      {"  The   Write‑Ahead Log: an Introduction ", "the write ahead log an introduction"},
      {"Modern C++ & C#", "modern c++ c#"},
      {"#1: what’s new", "1 whats new"},
      {"Façades", "facades"},
      {"", ""},
      {"…", "..."},
  };
  for (auto const& c : kCases) BOOST_TEST(title_key(c.text) == c.folded);
}

BOOST_AUTO_TEST_SUITE_END()
