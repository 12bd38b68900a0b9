// Completions while a reader types.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

using List = std::vector<std::string>;

std::vector<SamplePost> const kPosts{
    {"compaction",
     "Compaction of a write-ahead log",
     "2026-01-05T10:00:00Z",
     {"Storage", "Go"},
     "<h2 id=\"why\">Why compaction</h2><p>It grows.</p><h2 id=\"steps\">The compaction step by "
     "step</h2><p>Merge.</p>"},
    {"facade",
     "The Façade Pattern",
     "2026-02-05T10:00:00Z",
     {"storage", "Café Talk"},
     "<h2 id=\"cafe\">A crème brûlée of layers</h2><p>Layers.</p><h2>Without an anchor</h2><p>Words.</p>"},
    {"calls",
     "Reading InjectedToolCallId",
     "2026-03-05T10:00:00Z",
     {"Go", "C++"},
     "<h2 id=\"retry\">When to call retry_with_backoff</h2><p>Rarely.</p>"},
    {"compass",
     "A new compass",
     "2026-04-05T10:00:00Z",
     {"Storage"},
     "<p>Compost is not mentioned in titles.</p>"},
    {"compass-again",
     "A New Compass!",
     "2025-04-05T10:00:00Z",
     {},
     "<h2 id=\"why-again\">Why compaction?</h2><p>Again.</p>"},
    {"undated", "Compiler notes", "", {"Go"}, "<h2 id=\"same\">Compiler notes</h2><p>Same as the title.</p>"},
};

// One store for all tests: none changes it.
SampleStore const& sample() {
  static SampleStore const store(kPosts);
  return store;
}

// As "kind text", what the reader typed in brackets.
List shown(Suggestions const& suggestions) {
  List lines;
  for (auto const& item : suggestions.items) {
    std::string line = item.kind == SuggestionKind::title     ? "title "
                       : item.kind == SuggestionKind::heading ? "heading "
                                                              : "category ";
    std::size_t at = 0;
    for (auto const& range : item.text.highlights) {
      line += item.text.text.substr(at, range.begin - at) + '[' +
              item.text.text.substr(range.begin, range.end - range.begin) + ']';
      at = range.end;
    }
    lines.push_back(line + item.text.text.substr(at));
  }
  return lines;
}

struct Completion {
  std::string typed;
  List shown;
};

std::vector<Completion> const kCompletions{
    // Titles, headings, categories; in each, what begins with the typed first, then the newer.
    {"comp",
     {"title [Compaction] of a write-ahead log", "title [Compiler] notes", "title A new [compass]",
      "heading Why [compaction]", "heading The [compaction] step by step"}},
    {"g", {"category [Go]"}},
    {"s", {"heading The compaction [step] by step", "category [Storage]"}},
    // The beginning of any word, of several, in any order.
    {"ahead", {"title Compaction of a write-[ahead] log"}},
    {"log compac", {"title [Compaction] of a write-ahead [log]"}},
    {"why compaction", {"heading [Why] [compaction]"}},
    {"why com", {"heading [Why] [compaction]"}},
    // Only the last word is a beginning.
    {"wh compaction", {}},
    {"compa log", {}},
    // Accents and case do not matter, and stay in what is shown.
    {"facade", {"title The [Façade] Pattern"}},
    {"FAÇ", {"title The [Façade] Pattern"}},
    {"brul", {"heading A crème [brûlée] of layers"}},
    {"creme brulee", {"heading A [crème] [brûlée] of layers"}},
    {"cafe", {"category [Café] Talk"}},
    // Hyphens: apart, with, and as one word.
    {"write ahead", {"title Compaction of a [write]-[ahead] log"}},
    {"write-ah", {"title Compaction of a [write]-[ahead] log"}},
    {"writeahead", {"title Compaction of a [write-ahead] log"}},
    {"write‑ahead", {"title Compaction of a [write]-[ahead] log"}},
    // Identifiers: whole, in part, in other spellings.
    {"InjectedToolCallId", {"title Reading [Injected][Tool][Call][Id]"}},
    {"injectedtool", {"title Reading [InjectedToolCallId]"}},
    {"tool call", {"title Reading Injected[Tool][Call]Id"}},
    {"retry_with", {"heading When to call [retry]_[with]_backoff"}},
    {"backoff", {"heading When to call retry_with_[backoff]"}},
    {"c++", {"category [C++]"}},
    // No word, no suggestion.
    {"", {}},
    {"   ", {}},
    {"!!", {}},
    {"- \" *", {}},
    {"\xff\xfe", {}},
    {"zzzz", {}},
    {"compaction zzzz", {}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(suggest)

BOOST_DATA_TEST_CASE(typed_words_complete_to_what_has_them, kCompletions, completion) {
  auto const& store = sample();
  auto const suggestions = store.suggest(completion.typed);
  BOOST_TEST(shown(suggestions) == completion.shown, boost::test_tools::per_element());
  BOOST_TEST(suggestions.query == completion.typed);
  BOOST_TEST(!suggestions.version.empty());
}

BOOST_AUTO_TEST_CASE(a_single_letter_completes_every_kind) {
  auto const& store = sample();
  List kinds;
  for (auto const& line : shown(store.suggest("c"))) kinds.push_back(line.substr(0, line.find(' ')));
  BOOST_TEST(kinds == (List{"title", "title", "title", "title", "heading", "heading", "heading", "heading",
                            "category", "category"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_title_leads_to_its_post) {
  auto const& store = sample();
  auto const item = store.suggest("façade").items.at(0);
  BOOST_TEST(item.url == "https://notes.example/facade");
  BOOST_TEST(item.context.empty());
  BOOST_TEST(item.posts == 0u);
}

BOOST_AUTO_TEST_CASE(a_heading_leads_to_its_section_and_names_the_post) {
  auto const& store = sample();
  auto const item = store.suggest("step by").items.at(0);
  BOOST_TEST(item.kind == SuggestionKind::heading);
  BOOST_TEST(item.url == "https://notes.example/compaction#steps");
  BOOST_TEST(item.context == "Compaction of a write-ahead log");
  BOOST_TEST(store.suggest("without").items.at(0).url == "https://notes.example/facade");
}

BOOST_AUTO_TEST_CASE(of_posts_with_one_heading_the_newest_is_offered) {
  auto const& store = sample();
  auto const suggestions = store.suggest("why");
  BOOST_REQUIRE(suggestions.items.size() == 1u);
  BOOST_TEST(suggestions.items[0].url == "https://notes.example/compaction#why");
}

BOOST_AUTO_TEST_CASE(of_posts_with_one_title_the_newest_is_offered) {
  auto const& store = sample();
  auto const suggestions = store.suggest("compass");
  BOOST_REQUIRE(suggestions.items.size() == 1u);
  BOOST_TEST(suggestions.items[0].url == "https://notes.example/compass");
}

BOOST_AUTO_TEST_CASE(a_category_says_how_many_posts_it_has_in_any_spelling) {
  auto const& store = sample();
  auto const item = store.suggest("stor").items.at(0);
  BOOST_TEST(item.kind == SuggestionKind::category);
  BOOST_TEST(item.text.text == "Storage");
  BOOST_TEST(item.posts == 3u);
  BOOST_TEST(item.url.empty());
}

BOOST_AUTO_TEST_CASE(categories_with_more_posts_come_first) {
  SampleStore const store({{"a", "One", "", {"Garden tools"}, "<p>x</p>"},
                           {"b", "Two", "", {"Garden", "Gates"}, "<p>x</p>"},
                           {"c", "Three", "", {"Garden", "Gates", "Gables", "Garden tools"}, "<p>x</p>"},
                           {"d", "Four", "", {"Gates"}, "<p>x</p>"}});
  BOOST_TEST(shown(store.suggest("ga")) ==
                 (List{"category [Gates]", "category [Garden]", "category [Garden] tools"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(each_kind_has_room_for_a_few) {
  std::vector<SamplePost> posts;
  for (int i = 10; i < 40; ++i) {
    auto const number = std::to_string(i);
    posts.push_back({"p" + number,
                     "Maple " + number,
                     "2026-01-" + number + "T10:00:00Z",
                     {"Maple grove " + number},
                     "<h2 id=\"h\">Maple syrup " + number + "</h2><p>Sweet.</p>"});
  }
  SampleStore const store(posts);
  std::size_t counts[3] = {};
  for (auto const& item : store.suggest("map").items) ++counts[static_cast<std::size_t>(item.kind)];
  BOOST_TEST(counts[static_cast<std::size_t>(SuggestionKind::title)] == 5u);
  BOOST_TEST(counts[static_cast<std::size_t>(SuggestionKind::heading)] == 4u);
  BOOST_TEST(counts[static_cast<std::size_t>(SuggestionKind::category)] == 3u);
}

BOOST_AUTO_TEST_SUITE_END()
