// Snippets do not show what the posts of a site repeat.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "searcher/evaluate/evaluate.h"
#include "tests/searcher/sample_store.h"

using namespace pressmark;

namespace {

constexpr int kPosts = 12;
// Words of the posts themselves; some stand in the repeated lines, too.
std::vector<std::string> const kWords = {
    "letter", "gardens", "writes",  "weekly",  "copper",  "harbour", "lantern", "meadow", "violin",
    "marble", "falcon",  "thunder", "saffron", "walnut",  "glacier", "pepper",  "anchor", "velvet",
    "timber", "orchid",  "canyon",  "compass", "feather", "granite", "juniper", "kettle", "magnet"};

// Sentences of its own words, different in each post; every post has every word.
std::string own_sentences(std::mt19937& random) {
  auto words = kWords;
  std::string text;
  for (int sentence = 0; sentence < 6; ++sentence) {
    std::shuffle(words.begin(), words.end(), random);
    std::string line = "The";
    for (auto const& word : words) line += ' ' + word;
    text += line + ". ";
  }
  return text;
}

std::vector<SamplePost> blog() {
  std::mt19937 random(5);
  std::vector<SamplePost> posts;
  for (int number = 0; number < kPosts; ++number) {
    auto const n = std::to_string(number);
    posts.push_back({.slug = "post-" + n,
                     .title = "Note " + n,
                     .date = "",
                     .categories = {},
                     .html = "<p>" + own_sentences(random) +
                             "I’m Ada Quill, who writes of gardens and their keepers, and this is note " + n +
                             ". " + own_sentences(random) + "</p><h2 id='more'>More</h2><p>" +
                             own_sentences(random) +
                             "</p><p>Subscribe to the weekly letter for more of these.</p>"});
  }
  return posts;
}

bool is_repeated(std::string const& text) {
  return text.find("Ada Quill") != std::string::npos || text.find("Subscribe") != std::string::npos;
}

std::vector<std::string> snippets(SearchResults const& results) {
  std::vector<std::string> texts;
  for (auto const& hit : results.hits) {
    for (auto const& section : hit.sections) texts.push_back(section.snippet.text);
  }
  return texts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(boilerplate)

BOOST_AUTO_TEST_CASE(no_query_of_words_that_posts_have_elsewhere_shows_what_they_repeat) {
  SampleStore const store(blog());
  Searcher searcher(store.layout());
  std::mt19937 random(9);
  for (int round = 0; round < 200; ++round) {
    SearchRequest request;
    for (auto words = 1 + random() % 3; words-- > 0;) request.query += kWords[random() % kWords.size()] + ' ';
    request.snippet_bytes = 80 + random() % 300;
    auto const results = searcher.search(request, kSampleNow);
    BOOST_TEST(!results.hits.empty(), request.query);
    for (auto const& hit : results.hits) {
      for (auto const& section : hit.sections) {
        BOOST_TEST(!is_repeated(section.snippet.text), request.query << ": " << section.snippet.text);
        BOOST_TEST(!section.snippet.highlights.empty(), request.query << ": " << section.snippet.text);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_repeated_is_shown_to_those_who_ask_for_it) {
  SampleStore const store(blog());
  struct {
    std::string query;
    std::string shown;
  } const cases[] = {{"ada quill", "Ada Quill"}, {"subscribe", "Subscribe"}, {"keepers", "keepers"}};
  for (auto const& [query, shown] : cases) {
    auto const results = store.search(query);
    BOOST_TEST(results.hits.size() == 10U);
    for (auto const& hit : results.hits) {
      BOOST_REQUIRE(!hit.sections.empty());
      auto const& snippet = hit.sections.front().snippet;
      BOOST_TEST(snippet.text.find(shown) != std::string::npos, query << ": " << snippet.text);
      BOOST_TEST(!snippet.highlights.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(a_list_of_all_posts_shows_how_each_of_them_begins) {
  auto posts = blog();
  for (auto& post : posts)
    post.html = "<p>Subscribe to the weekly letter for more of these.</p><p>" + post.slug + " begins.</p>";
  SampleStore const store(posts);
  auto const results = store.search("");
  BOOST_TEST(results.total == static_cast<std::size_t>(kPosts));
  for (auto const& text : snippets(results)) BOOST_TEST(text.find(" begins.") != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(posts_of_nothing_but_repeated_text_show_it) {
  auto posts = blog();
  for (auto& post : posts) post.html = "<p>Subscribe to the weekly letter for more of these.</p>";
  SampleStore const store(posts);
  for (std::string const query : {"weekly", ""}) {
    auto const texts = snippets(store.search(query));
    BOOST_TEST(!texts.empty());
    for (auto const& text : texts) BOOST_TEST(is_repeated(text), query << ": " << text);
  }
}

BOOST_AUTO_TEST_CASE(no_judged_query_of_the_field_notes_shows_the_author_line) {
  std::filesystem::path const shared = PRESSMARK_SOURCE_DIR "/../shared";
  auto const feed = shared / "feeds" / "field-notes.xml";
  auto const judgements = shared / "eval" / "field-notes.tsv";
  if (!exists(feed) || !exists(judgements)) {
    BOOST_TEST_MESSAGE("skipped: " << feed << " or " << judgements << " is absent");
    return;
  }
  SampleStore const store(feed);
  Searcher searcher(store.layout());
  for (auto const& judged : read_judgements(judgements)) {
    if (judged.query.find("Zalt") != std::string::npos) continue;
    SearchRequest request;
    request.query = judged.query;
    for (auto const& text : snippets(searcher.search(request, kSampleNow)))
      BOOST_TEST(text.find("m Mahmoud Zalt, an AI") == std::string::npos, judged.query << ": " << text);
  }
  auto const asked = snippets(store.search("mahmoud zalt"));
  BOOST_TEST(!asked.empty());
  for (auto const& text : asked) BOOST_TEST(text.find("Zalt") != std::string::npos, text);
}

BOOST_AUTO_TEST_SUITE_END()
