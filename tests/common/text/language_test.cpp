// Language tags as feeds write them.
#include "common/text/language.h"

#include <boost/test/unit_test.hpp>
#include <string_view>

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(language)

BOOST_AUTO_TEST_CASE(a_tag_gives_its_primary_subtag_in_lower_case) {
  constexpr std::string_view kTags[][2] = {{"en-US", "en"},        {"EN", "en"},         {"pt_BR", "pt"},
                                           {" de ", "de"},         {"zh-Hant-TW", "zh"}, {"gsw", "gsw"},
                                           {"sl-rozaj-1994", "sl"}};
  for (auto const& [tag, language] : kTags) BOOST_TEST(primary_language(tag) == language);
}

BOOST_AUTO_TEST_CASE(anything_else_gives_nothing) {
  for (std::string_view const tag : {"", "-", "e", "english", "English (US)", "e1", "en-", "-US", "en US",
                                     "en_US.UTF-8", "x-private", "en-toolongsubtag", "\xC3\xA9n"}) {
    BOOST_TEST(primary_language(tag) == "");
  }
}

BOOST_AUTO_TEST_SUITE_END()
