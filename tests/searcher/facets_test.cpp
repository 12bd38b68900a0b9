// Facet counts against a count over the archive's posts, for random queries and filters.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <functional>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/date/date_range.h"
#include "common/text/fold.h"
#include "common/text/language.h"
#include "operations/export_posts.h"
#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

using List = std::vector<std::string>;
using Random = std::mt19937;

constexpr int kPosts = 240;

// No two of one stem, and none the beginning of another.
List const kWords{"alder", "birch", "cedar",  "hazel", "juniper",
                  "larch", "maple", "poplar", "rowan", "willow"};
// One or more spellings of each; name_key() tells which are one.
List const kCategories{"Web Dev",      "webdev",      "WebDev", "Storage",          "storage",
                       "C++",          "C#",          "C",      "Machine Learning", "machine-learning",
                       "Zettelkästen", "zettelkasten"};
List const kAuthors{"", "Ada Lark", "ada lark", "Ben Ostrow", "Ben Ostrow, Ada Lark", "Chloé Marten"};
List const kSites{"notes.example", "journal.example"};
List const kLanguages{"en", "en-GB", "de"};
List const kSince{"2025", "2025-06", "2026-01-10", "90d"};
List const kUntil{"2025", "2025-11", "2026-02-20", "2026"};

std::string const& any(List const& list, Random& random) {
  return list[random() % list.size()];
}

SamplePost random_post(int number, Random& random) {
  SamplePost post{.slug = "p" + std::to_string(number),
                  .title = "On " + any(kWords, random),
                  .date = {},
                  .categories = {},
                  .html = "<p>"};
  if (random() % 8 != 0) {
    char date[32];
    std::snprintf(date, sizeof date, "20%02d-%02d-%02dT%02d:30:00Z", static_cast<int>(24 + random() % 3),
                  static_cast<int>(1 + random() % 12), static_cast<int>(1 + random() % 28),
                  static_cast<int>(random() % 24));
    post.date = date;
  }
  for (auto left = random() % 4; left > 0; --left) post.categories.push_back(any(kCategories, random));
  for (auto left = 1 + random() % 6; left > 0; --left) post.html += any(kWords, random) + ' ';
  post.html += "</p>";
  post.author = any(kAuthors, random);
  post.site = any(kSites, random);
  post.language = any(kLanguages, random);
  return post;
}

// The kinds of filter, by the facet groups they narrow.
enum Kind { categories, authors, sites, languages, dates };
constexpr Kind kKinds[] = {categories, authors, sites, languages, dates};

List some(List const& list, Random& random) {
  List chosen;
  if (random() % 3 != 0) return chosen;
  for (auto left = 1 + random() % 2; left > 0; --left) chosen.push_back(any(list, random));
  std::erase(chosen, "");
  return chosen;
}

SearchRequest random_filters(Random& random) {
  SearchRequest request;
  request.facets = true;
  request.limit = 2 * kPosts;
  request.categories = some(kCategories, random);
  request.authors = some(kAuthors, random);
  request.sites = some(kSites, random);
  request.languages = some(kLanguages, random);
  if (random() % 4 == 0) request.since = any(kSince, random);
  if (random() % 4 == 0) request.until = any(kUntil, random);
  return request;
}

SearchRequest without(Kind kind, SearchRequest request) {
  switch (kind) {
    case categories:
      request.categories.clear();
      break;
    case authors:
      request.authors.clear();
      break;
    case sites:
      request.sites.clear();
      break;
    case languages:
      request.languages.clear();
      break;
    case dates:
      request.since = request.until = "";
      break;
  }
  return request;
}

std::set<std::string> words_of(std::string const& text) {
  std::istringstream stream(title_key(text));
  return {std::istream_iterator<std::string>(stream), {}};
}

bool has_words_of(std::string const& name, std::string const& author) {
  auto const wanted = words_of(name);
  auto const known = words_of(author);
  return std::includes(known.begin(), known.end(), wanted.begin(), wanted.end());
}

// True if `matches` holds for one of `names`, or there are none.
bool any_of(List const& names, std::function<bool(std::string const&)> const& matches) {
  return names.empty() || std::any_of(names.begin(), names.end(), matches);
}

bool passes(SearchRequest const& request, Post const& post) {
  auto const in_category = [&](std::string const& name) {
    return std::any_of(post.categories.begin(), post.categories.end(),
                       [&](std::string const& own) { return name_key(own) == name_key(name); });
  };
  auto const by_author = [&](std::string const& name) { return has_words_of(name, post.author); };
  auto const on_site = [&](std::string const& name) { return name_key(post.site) == name_key(name); };
  auto const in_language = [&](std::string const& name) {
    return primary_language(post.language) == primary_language(name);
  };
  if (!any_of(request.categories, in_category) || !any_of(request.authors, by_author) ||
      !any_of(request.sites, on_site) || !any_of(request.languages, in_language)) {
    return false;
  }
  if (request.since.empty() && request.until.empty()) return true;
  if (!post.published) return false;
  if (!request.since.empty() && *post.published < parse_date_range(request.since, kSampleNow)->first)
    return false;
  return request.until.empty() || *post.published <= parse_date_range(request.until, kSampleNow)->last;
}

bool has_word(Post const& post, std::string const& word) {
  return post.title == "On " + word || (post.html + ' ').find(word + ' ') != std::string::npos;
}

using Counts = std::map<std::string, std::size_t>;

FacetCounts most_first(Counts const& counts) {
  FacetCounts sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](auto const& a, auto const& b) { return a.second > b.second; });
  return sorted;
}

FacetCounts latest_first(Counts const& counts) {
  return {counts.rbegin(), counts.rend()};
}

// A store of random posts and what export says of them.
class Blog {
 public:
  Blog() : store(random_posts()) {
    export_posts(store.layout(), [&](ArchivedPost const& archived) { posts_.push_back(archived.post); });
    for (auto const& post : posts_) {
      for (auto const& category : post.categories) ++category_spellings_[name_key(category)][category];
      if (!post.author.empty()) ++author_spellings_[name_key(post.author)][post.author];
    }
  }

  using Test = std::function<bool(Post const&)>;

  [[nodiscard]] std::size_t count(Test const& test) const {
    return static_cast<std::size_t>(std::count_if(posts_.begin(), posts_.end(), test));
  }

  // The groups that `kind` narrows, over the posts that pass `test`.
  [[nodiscard]] std::map<std::string, FacetCounts> groups(Kind kind, Test const& test) const {
    std::map<std::string, Counts> counts;
    for (auto const& post : posts_) {
      if (!test(post)) continue;
      for (auto const& [group, value] : values(kind, post)) ++counts[group][value];
    }
    switch (kind) {
      case categories:
        return {{"categories", most_first(counts["categories"])}};
      case authors:
        return {{"author", most_first(counts["author"])}};
      case sites:
        return {{"site", most_first(counts["site"])}};
      case languages:
        return {{"language", most_first(counts["language"])}};
      case dates:
        break;
    }
    return {{"year", latest_first(counts["year"])}, {"month", latest_first(counts["month"])}};
  }

  [[nodiscard]] Post const& by_url(std::string const& url) const {
    return *std::find_if(posts_.begin(), posts_.end(), [&](Post const& post) { return post.url == url; });
  }

  SampleStore store;

 private:
  using Spellings = std::map<std::string, std::map<std::string, std::size_t>>;

  static std::vector<SamplePost> random_posts() {
    Random random(7);
    std::vector<SamplePost> posts;
    for (int i = 0; i < kPosts; ++i) posts.push_back(random_post(i, random));
    return posts;
  }

  static std::string commonest(Spellings const& spellings, std::string const& key) {
    std::string best;
    std::size_t posts = 0;
    for (auto const& [spelling, count] : spellings.at(key)) {
      if (count > posts) best = spelling;
      posts = std::max(posts, count);
    }
    return best;
  }

  // What one post counts for, each once.
  [[nodiscard]] std::set<std::pair<std::string, std::string>> values(Kind kind, Post const& post) const {
    std::set<std::pair<std::string, std::string>> found;
    switch (kind) {
      case categories:
        for (auto const& category : post.categories) {
          found.emplace("categories", commonest(category_spellings_, name_key(category)));
        }
        break;
      case authors:
        if (!post.author.empty())
          found.emplace("author", commonest(author_spellings_, name_key(post.author)));
        break;
      case sites:
        found.emplace("site", post.site);
        break;
      case languages:
        found.emplace("language", primary_language(post.language));
        break;
      case dates:
        if (!post.published) break;
        found.emplace("year", format_day(*post.published).substr(0, 4));
        found.emplace("month", format_day(*post.published).substr(0, 7));
    }
    return found;
  }

  std::vector<Post> posts_;
  Spellings category_spellings_;
  Spellings author_spellings_;
};

Blog const& blog() {
  static Blog const made;
  return made;
}

std::string describe(FacetCounts const& counts) {
  std::string text;
  for (auto const& [name, posts] : counts) text += name + " " + std::to_string(posts) + ", ";
  return text;
}

std::string describe(SearchRequest const& request) {
  auto text = "query '" + request.query + "'";
  for (auto const& [name, values] :
       {std::pair("category", request.categories), std::pair("author", request.authors),
        std::pair("site", request.sites), std::pair("lang", request.languages)}) {
    for (auto const& value : values) text += std::string(" --") + name + " '" + value + "'";
  }
  return text + " --since '" + request.since + "' --until '" + request.until + "'";
}

// Compares every group with the posts that pass `has_words` and all filters but the group's own.
void check_facets(SearchResults const& results, SearchRequest const& request, Blog::Test const& has_words) {
  BOOST_TEST(results.total ==
             blog().count([&](Post const& post) { return has_words(post) && passes(request, post); }));
  BOOST_TEST(results.facets.size() == 6u);
  for (auto const kind : kKinds) {
    auto const others = without(kind, request);
    auto const want =
        blog().groups(kind, [&](Post const& post) { return has_words(post) && passes(others, post); });
    for (auto const& [group, counts] : want) {
      auto const found = results.facets.find(group);
      BOOST_REQUIRE(found != results.facets.end());
      BOOST_TEST(describe(found->second) == describe(counts), group);
    }
  }
}

// A query with the test that says which posts it wants.
struct WordQuery {
  std::string text;
  Blog::Test test;
};

WordQuery random_words(Random& random) {
  auto const a = any(kWords, random);
  auto const b = any(kWords, random);
  switch (random() % 5) {
    case 0:
      return {"", [](Post const&) { return true; }};
    case 1:
      return {a, [a](Post const& post) { return has_word(post, a); }};
    case 2:
      return {a + " OR " + b, [a, b](Post const& post) { return has_word(post, a) || has_word(post, b); }};
    case 3:
      return {a + " -" + b, [a, b](Post const& post) { return has_word(post, a) && !has_word(post, b); }};
    default:
      return {'-' + a, [a](Post const& post) { return !has_word(post, a); }};
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(facets)

BOOST_AUTO_TEST_CASE(groups_are_counted_without_their_own_filter_and_with_all_others) {
  Random random(20'260'410);
  for (int round = 0; round < 300; ++round) {
    auto request = random_filters(random);
    auto const words = random_words(random);
    request.query = words.text;
    request.sort = random() % 2 == 0 ? SortOrder::relevance : SortOrder::newest;
    BOOST_TEST_CONTEXT(describe(request)) {
      check_facets(blog().store.search(request), request, words.test);
    }
  }
}

BOOST_AUTO_TEST_CASE(filters_in_the_query_count_like_those_beside_it) {
  SearchRequest request;
  request.facets = true;
  request.query = "alder category:storage category:webdev author:lark lang:de after:2025";
  SearchRequest same;
  same.categories = {"storage", "webdev"};
  same.authors = {"lark"};
  same.languages = {"de"};
  same.since = "2025";
  check_facets(blog().store.search(request), same, [](Post const& post) { return has_word(post, "alder"); });
}

BOOST_AUTO_TEST_CASE(facets_of_a_relaxed_query_count_what_it_was_read_as) {
  struct Reading {
    std::string query;
    Relaxation relaxation;
  };
  Random random(12);
  for (auto const& reading : {Reading{"popla", Relaxation::prefix}, Reading{"poplra", Relaxation::typo}}) {
    int answered = 0;
    for (int round = 0; round < 30; ++round) {
      auto request = random_filters(random);
      request.query = reading.query;
      auto const results = blog().store.search(request);
      if (results.total == 0) continue;
      ++answered;
      BOOST_TEST_CONTEXT(describe(request)) {
        BOOST_TEST(results.relaxation == reading.relaxation);
        check_facets(results, request, [](Post const& post) { return has_word(post, "poplar"); });
      }
    }
    BOOST_TEST(answered > 10);
  }
}

// Which posts have enough of such a query is the ranking's business; that the counts are of those
// is not.
BOOST_AUTO_TEST_CASE(facets_of_a_query_with_a_missing_word_count_what_each_choice_would_show) {
  Random random(99);
  for (int round = 0; round < 60; ++round) {
    auto request = random_filters(random);
    request.query = any(kWords, random) + ' ' + any(kWords, random) + " zz9";
    auto const results = blog().store.search(request);
    if (results.total == 0) continue;
    BOOST_TEST_CONTEXT(describe(request)) {
      BOOST_TEST(results.relaxation == Relaxation::fewer_words);
      for (auto const kind : kKinds) {
        std::set<std::string> shown;
        for (auto const& hit : blog().store.search(without(kind, request)).hits) shown.insert(hit.url);
        auto const want = blog().groups(kind, [&](Post const& post) { return shown.contains(post.url); });
        for (auto const& [group, counts] : want)
          BOOST_TEST(describe(results.facets.at(group)) == describe(counts), group);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(facets_of_a_dead_end_count_the_query_as_it_stands) {
  SampleStore const store({{"glaze", "One", "", {"Pottery"}, "<p>glaze</p>"},
                           {"glazeware", "Two", "", {"Pottery"}, "<p>glazeware</p>"},
                           {"loom", "Three", "", {"Weaving"}, "<p>loom</p>"}});
  SearchRequest request;
  request.query = "glaze";
  request.categories = {"Weaving"};
  request.facets = true;
  auto const results = store.search(request);
  BOOST_TEST(results.total == 0u);
  BOOST_TEST(describe(results.facets.at("categories")) == "Pottery 1, ");
}

BOOST_AUTO_TEST_CASE(an_answer_has_facets_only_where_they_are_asked_for) {
  SearchRequest request;
  request.query = "alder";
  BOOST_TEST(blog().store.search(request).facets.empty());
}

BOOST_AUTO_TEST_SUITE_END()
